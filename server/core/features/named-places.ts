import type { Location, Position } from 'vscode-languageserver-types'
import type { OpenFile } from '../workspace/file.ts'
import { type Occurrence, occurrenceAt, occurrencesIn, sameName } from '../workspace/names.ts'
import { type FeatureContext, type Files, offsetAt, type Progress, protocolRange } from './feature.ts'

/** What a question is about: something named at a place of a file. */
export interface Subject {
  readonly file: OpenFile
  readonly occurrence: Occurrence
}

/** The places of a file at which the same thing is named. */
export interface Places {
  readonly file: OpenFile
  readonly occurrences: readonly Occurrence[]
}

/** What a search through several files needs. */
export interface Search extends Pick<Files, 'project' | 'read'> {
  readonly cancelled: () => boolean
  readonly progress?: Progress
}

/** What is named at a position. */
export function namedAt({ file, project }: FeatureContext, position: Position): Subject | undefined {
  const occurrence = occurrenceAt(occurrencesIn(file, project.portfolio), offsetAt(file.text, file.lines, position))
  return occurrence && { file, occurrence }
}

/** Where these files name the same thing, one file at a time: thousands of them would not fit into memory at once. */
export async function* placesOf(
  search: Search,
  { file: own, occurrence: named }: Subject,
  paths: readonly string[],
): AsyncGenerator<Places> {
  for (const [done, path] of paths.entries()) {
    if (search.cancelled()) return
    search.progress?.('files looked through', done, paths.length)
    const file = path === own.path ? own : await search.read(path)
    if (!file) continue
    const occurrences = occurrencesIn(file, search.project.portfolio).filter((each) => sameName(each, named, path === own.path))
    if (occurrences.length > 0) yield { file, occurrences }
  }
}

/** The places as the protocol names them, in the order of the text; what stands behind one alias or merge key is seen once. */
export function locationsOf({ uri }: Pick<Files, 'uri'>, { file, occurrences }: Places): readonly Location[] {
  const seen = new Map(occurrences.map(({ span }) => [`${span.start} ${span.end}`, span]))
  return [...seen.values()].map((span) => ({ uri: uri(file.path), range: protocolRange(file.lines, span) }))
}

/** Those of the places at which the name is given. */
export function definitionsAmong({ file, occurrences }: Places): Places {
  return { file, occurrences: occurrences.filter(({ role }) => role === 'definition') }
}
