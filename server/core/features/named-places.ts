import type { Location, Position } from 'vscode-languageserver-types'
import type { OpenFile } from '../workspace/file.ts'
import { type Occurrence, occurrenceAt, occurrencesIn, sameName } from '../workspace/names.ts'
import { type FeatureContext, type Files, offsetAt, protocolRange } from './feature.ts'

/** A place at which something is named, in its file. */
export interface NamedPlace {
  readonly file: OpenFile
  readonly occurrence: Occurrence
}

/** What a search through several files needs. */
export interface Search extends Pick<Files, 'project' | 'read'> {
  readonly cancelled: () => boolean
}

/** What is named at a position. */
export function namedAt({ file, project }: FeatureContext, position: Position): NamedPlace | undefined {
  const occurrence = occurrenceAt(occurrencesIn(file, project.portfolio), offsetAt(file.text, file.lines, position))
  return occurrence && { file, occurrence }
}

/** Where these files name the same thing, in the order of the files and then of the text. */
export async function placesOf(search: Search, subject: NamedPlace, paths: readonly string[]): Promise<readonly NamedPlace[]> {
  const found: NamedPlace[] = []
  for (const path of paths) {
    if (search.cancelled()) break
    const file = path === subject.file.path ? subject.file : await search.read(path)
    if (file) found.push(...placesIn(search, file, subject))
  }
  return found
}

function placesIn({ project }: Search, file: OpenFile, subject: NamedPlace): readonly NamedPlace[] {
  const isHere = file.path === subject.file.path
  const same = occurrencesIn(file, project.portfolio).filter((each) => sameName(each, subject.occurrence, isHere))
  return same.map((occurrence) => ({ file, occurrence }))
}

export function isSamePlace(a: NamedPlace, b: NamedPlace): boolean {
  return a.file.path === b.file.path && a.occurrence.written.start === b.occurrence.written.start
}

/** The places as the protocol names them; what stands behind one alias or merge key is seen once. */
export function locationsOf({ uri }: Pick<Files, 'uri'>, places: readonly NamedPlace[]): readonly Location[] {
  const seen = new Map<string, Location>()
  for (const { file, occurrence } of places) {
    const { start, end } = occurrence.span
    seen.set(`${start} ${end} ${file.path}`, { uri: uri(file.path), range: protocolRange(file.lines, occurrence.span) })
  }
  return [...seen.values()]
}
