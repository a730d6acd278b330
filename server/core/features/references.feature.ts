import type { Location } from 'vscode-languageserver-types'
import { reachOf } from '../workspace/reach.ts'
import { bibliographyEntry } from './bibliography-entry.ts'
import { type AtPosition, type Feature, type FeatureContext, onDocument } from './feature.ts'
import { locationsOf, namedAt, placesOf } from './named-places.ts'

export const feature: Feature = {
  id: 'references',
  summary: 'finds every place of the workspace that speaks of the thing under the cursor, in prose and comments too',
  capabilities: { referencesProvider: true },
  requests: [onDocument('textDocument/references', references)],
}

interface Params extends AtPosition {
  readonly context: { readonly includeDeclaration: boolean }
}

async function references(context: FeatureContext, { position, context: asked }: Params): Promise<readonly Location[] | null> {
  const subject = namedAt(context, position)
  if (!subject) return null
  const { files } = reachOf(context.project, context.path, subject.occurrence.name)
  const found: Location[] = []
  let isDefined = false
  for await (const { file, occurrences } of placesOf(context, subject, files)) {
    isDefined ||= occurrences.some(({ role }) => role === 'definition')
    const wanted = occurrences.filter(({ role }) => asked.includeDeclaration || role === 'reference')
    found.push(...locationsOf(context, { file, occurrences: wanted }))
  }
  const entry = asked.includeDeclaration && !isDefined ? bibliographyEntry(context, subject) : undefined
  return entry ? [...found, entry].sort(byFile) : found
}

/** Within a file the places are in order already. */
function byFile(a: Location, b: Location): number {
  return a.uri < b.uri ? -1 : a.uri > b.uri ? 1 : 0
}
