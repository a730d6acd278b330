import type { Location } from 'vscode-languageserver-types'
import { bibliographyOf } from '../workspace/bibliographies.ts'
import { rangeBetween } from './diagnostic.ts'
import type { FeatureContext } from './feature.ts'
import type { Subject } from './named-places.ts'

/** Where the list of references that a document names has an entry of the id that it cites; one under `sources` wins over it. */
export function bibliographyEntry({ project, uri }: FeatureContext, { file, occurrence }: Subject): Location | undefined {
  const { name, index } = occurrence
  const document = file.parts[index]?.document
  const bibliography = name.kind === 'source' && document?.kind ? bibliographyOf(document, project.portfolio) : undefined
  const entry = bibliography?.held?.references.get(name.id)
  if (!bibliography || !('path' in bibliography.place) || !entry) return undefined
  return { uri: uri(bibliography.place.path), range: rangeBetween(entry.range.start, entry.range.end) }
}
