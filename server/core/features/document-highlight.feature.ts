import { type DocumentHighlight, DocumentHighlightKind } from 'vscode-languageserver-types'
import { occurrencesIn, sameName } from '../workspace/names.ts'
import { type AtPosition, type Feature, type FeatureContext, onDocument, protocolRange } from './feature.ts'
import { namedAt } from './named-places.ts'

export const feature: Feature = {
  id: 'document-highlight',
  summary: 'marks every place of the file that speaks of the thing under the cursor, and the one that defines it',
  capabilities: { documentHighlightProvider: true },
  requests: [onDocument('textDocument/documentHighlight', documentHighlight)],
}

function documentHighlight(context: FeatureContext, { position }: AtPosition): readonly DocumentHighlight[] | null {
  const { file, project } = context
  const subject = namedAt(context, position)
  if (!subject) return null
  const seen = new Map<number, DocumentHighlight>()
  for (const occurrence of occurrencesIn(file, project.portfolio)) {
    if (!sameName(occurrence, subject.occurrence, true)) continue
    const kind = occurrence.role === 'definition' ? DocumentHighlightKind.Write : DocumentHighlightKind.Read
    seen.set(occurrence.span.start, { range: protocolRange(file.lines, occurrence.span), kind })
  }
  return [...seen.values()]
}
