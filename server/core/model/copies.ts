import { insideScalars } from '../syntax/comments.ts'
import { type Inside, insideOf } from '../syntax/inside.ts'
import type { Tree } from '../syntax/parse.ts'
import { pathAt } from '../syntax/path-at.ts'
import type { Path } from '../text/path.ts'
import { isList, isObject, type Value } from './read.ts'
import { valueAt } from './value-at.ts'

/** A part of a file that was copied from a snippet, as its `x-from: library/snippet@version` notes. */
export interface Copy {
  readonly at: Path
  readonly library: string
  readonly snippet: string
  readonly version: number
  /** The part, without its note. */
  readonly value: Value
  /** A text has no keys, so its note is a comment on a line above. */
  readonly isRemarked: boolean
}

const origin = /^([a-z0-9-]{1,100})\/([a-z0-9-]{1,100})@(\d{1,9})$/

/** The copies in a document, those with a key before those with a comment. */
export function copiesIn(value: Value, tree: Tree, text: string): readonly Copy[] {
  return text.includes('x-from:') ? [...keyed(value, []), ...remarked(value, tree, text)] : []
}

function* keyed(value: Value, at: Path): Generator<Copy> {
  if (isList(value)) for (const [index, item] of value.entries()) yield* keyed(item, [...at, index])
  if (!isObject(value)) return
  const { 'x-from': from, ...rest } = value as Readonly<Record<string, Value>>
  const name = typeof from === 'string' ? originOf(from) : undefined
  if (name) yield { ...name, at, value: rest, isRemarked: false }
  for (const [key, inner] of Object.entries(rest)) yield* keyed(inner, [...at, key])
}

function* remarked(value: Value, { root, span }: Tree, file: string): Generator<Copy> {
  const text = file.slice(0, span.end)
  const isInScalar = insideScalars([root])
  const inside = insideOf(text)
  for (const match of text.matchAll(/^[ \t]*#[ \t]*x-from:[ \t]*([^\s#]+)[ \t]*$/gm)) {
    const name = originOf(match[1] ?? '')
    if (!name || match.index < span.start || isInScalar(text.indexOf('#', match.index))) continue
    const at = pathBelow(text.slice(match.index + match[0].length), match.index + match[0].length, { root, inside })
    const part = at && valueAt(value, at)
    if (at && at.length > 0 && part !== undefined) yield { ...name, at, value: part, isRemarked: true }
  }
}

/** The parts of `library/snippet@version`. */
export function originOf(words: string): Pick<Copy, 'library' | 'snippet' | 'version'> | undefined {
  const [, library, snippet, version] = origin.exec(words) ?? []
  return library !== undefined && snippet !== undefined ? { library, snippet, version: Number(version) } : undefined
}

/** The entry or item on the first line below that is no comment. */
function pathBelow(
  rest: string,
  from: number,
  { root, inside }: { readonly root: Tree['root']; readonly inside: Inside },
): Path | undefined {
  const [above, dash] = /^(?:(?:\r\n|\r|\n)[ \t]*#[^\r\n]*)*(?:\r\n|\r|\n)[ \t]*(- +)?(?=[^\s#])/.exec(rest) ?? []
  if (above === undefined) return undefined
  const { path } = pathAt(root, from + above.length, inside)
  return dash !== undefined && typeof path.at(-1) === 'string' ? path.slice(0, -1) : path
}
