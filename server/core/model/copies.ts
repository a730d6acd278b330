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
  /** A text has no keys, so its note is a comment on a line above, in these words. */
  readonly remark?: string
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
  if (name) yield { ...name, at, value: rest }
  for (const [key, inner] of Object.entries(rest)) yield* keyed(inner, [...at, key])
}

function remarked(value: Value, { root, span }: Tree, file: string): readonly Copy[] {
  const text = file.slice(0, span.end)
  const isInScalar = insideScalars([root])
  const inside = insideOf(text)
  const copies: Copy[] = []
  let below: { readonly line: number; readonly at: Path | undefined } | undefined
  // From the end on: of notes one above the other each goes by the one below, and the lines between are read once.
  for (const match of [...text.matchAll(/^[ \t]*#[ \t]*(x-from:[ \t]*([^\s#]+))[ \t]*$/gm)].reverse()) {
    const end = match.index + match[0].length
    const isStacked = below !== undefined && /^(?:(?:\r\n|\r|\n)[ \t]*#[^\r\n]*)*(?:\r\n|\r|\n)$/.test(text.slice(end, below.line))
    const at: Path | undefined = isStacked ? below?.at : pathBelow(text.slice(end), end, { root, inside })
    below = { line: match.index, at }
    const name = originOf(match[2] ?? '')
    if (!name || match.index < span.start || isInScalar(text.indexOf('#', match.index))) continue
    const part = at && valueAt(value, at)
    if (at && at.length > 0 && part !== undefined) copies.push({ ...name, at, value: part, remark: match[1] ?? '' })
  }
  return copies.reverse()
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
