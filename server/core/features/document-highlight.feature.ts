import { type DocumentHighlight, DocumentHighlightKind } from 'vscode-languageserver-types'
import { type AtPosition, type Feature, type FeatureContext, onDocument, protocolRange } from './feature.ts'
import { namedAt, placesOf } from './named-places.ts'

export const feature: Feature = {
  id: 'document-highlight',
  summary: 'marks every place of the file that speaks of the thing under the cursor, and the one that defines it',
  capabilities: { documentHighlightProvider: true },
  requests: [onDocument('textDocument/documentHighlight', documentHighlight)],
}

async function documentHighlight(context: FeatureContext, { position }: AtPosition): Promise<readonly DocumentHighlight[] | null> {
  const subject = namedAt(context, position)
  if (!subject) return null
  const seen = new Map<string, DocumentHighlight>()
  for (const { file, occurrence } of await placesOf(context, subject, [context.path])) {
    const kind = occurrence.role === 'definition' ? DocumentHighlightKind.Write : DocumentHighlightKind.Read
    const { start, end } = occurrence.span
    seen.set(`${start} ${end}`, { range: protocolRange(file.lines, occurrence.span), kind })
  }
  return [...seen.values()]
}
