import type { Location } from 'vscode-languageserver-types'
import { reachOf } from '../workspace/reach.ts'
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
  for await (const { file, occurrences } of placesOf(context, subject, files)) {
    const wanted = occurrences.filter(({ role }) => asked.includeDeclaration || role === 'reference')
    found.push(...locationsOf(context, { file, occurrences: wanted }))
  }
  return found
}
