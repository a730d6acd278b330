import type { Path } from '../text/path.ts'
import { isList, isObject, type Value } from './read.ts'

/** A part of a file that was copied from a snippet, as its `x-from: library/snippet@version` notes. */
export interface Copy {
  /** Where the note stands. */
  readonly at: Path
  readonly library: string
  readonly snippet: string
  readonly version: number
  /** The part that bears the note, without it. */
  readonly value: Value
}

/** The copies in a document, in the order of its text. */
export function* copiesIn(value: Value, path: Path = []): Generator<Copy> {
  if (isList(value)) for (const [index, item] of value.entries()) yield* copiesIn(item, [...path, index])
  if (!isObject(value)) return
  const { 'x-from': from, ...rest } = value as Readonly<Record<string, Value>>
  const [, library, snippet, version] = /^([a-z0-9-]+)\/([a-z0-9-]+)@(\d{1,9})$/.exec(String(from)) ?? []
  if (library !== undefined && snippet !== undefined)
    yield { at: [...path, 'x-from'], library, snippet, version: Number(version), value: rest }
  for (const [key, inner] of Object.entries(rest)) yield* copiesIn(inner, [...path, key])
}
