import { diff3Merge, diffIndices } from 'node-diff3'
import { isList, isObject, type Value } from '../model/read.ts'
import { mark } from './written.ts'

/** A text, or a part, of three origins: as the library had it, as it has it now, and as the writer has it. The first two have marks for their blanks. */
export interface Three<T> {
  readonly base: T
  readonly theirs: T
  readonly ours: T
}

/** What comes of the three, and whether both sides had changed the same words; then those of the writer stay. */
export interface Merged<T> {
  readonly value: T
  readonly isContested: boolean
}

/** Words that the writer put in the place of blanks, by the names of these. */
export type Given = ReadonlyMap<string, string>

/** More pieces of a text than these take too long to compare. */
const mostPieces = 1500

/** Words, signs, white space and blanks, of which each is changed as one. */
function pieces(text: string): string[] {
  return text.match(/\u0001[^\u0001]*\u0001|\s+|[\p{L}\p{N}_'’-]+|[^\s\p{L}\p{N}]/gu) ?? []
}

/** Whether three texts are of a length that can be compared. */
export function isComparable(text: string): boolean {
  return text.length <= 4 * mostPieces && pieces(text).length <= mostPieces
}

/** What stands in a writer's copy in the place of the blanks of the text from which it was made. */
export function givenIn(base: string, ours: string): Given {
  const [from, to] = [pieces(base), pieces(ours)]
  const given = new Map<string, string>()
  for (const { buffer1, buffer1Content, buffer2Content } of diffIndices(from, to)) {
    const [blank, ...more] = buffer1Content
    if (blank?.startsWith(mark) && more.length === 0 && buffer1[1] === 1) given.set(nameOf(blank), buffer2Content.join(''))
  }
  return given
}

function nameOf(blank: string): string {
  return blank.slice(1, -1)
}

/** A text with the writer's words in its blanks; `otherwise` says what stands there where the writer has none. */
export function withGiven(text: string, given: Given, otherwise: (blank: string) => string): string {
  return text.replace(/\u0001([^\u0001]*)\u0001/g, (_, name: string) => given.get(name) ?? otherwise(name))
}

/** The change of the library made in the writer's text. The texts have no blanks any more. */
export function mergedText({ base, theirs, ours }: Three<string>): Merged<string> {
  const regions = diff3Merge(pieces(ours), pieces(base), pieces(theirs), { excludeFalseConflicts: true })
  return {
    value: regions.map((region) => (region.ok ?? region.conflict?.a ?? []).join('')).join(''),
    isContested: regions.some(({ conflict }) => conflict !== undefined),
  }
}

/** What has to be written in the place of what, to make one text of another; offsets within the first. */
export function changedStretches(
  from: string,
  to: string,
): readonly { readonly within: readonly [from: number, to: number]; readonly words: string }[] {
  const parts = pieces(from)
  const offsets = [0]
  for (const piece of parts) offsets.push((offsets.at(-1) ?? 0) + piece.length)
  return diffIndices(parts, pieces(to)).map(({ buffer1: [start, length], buffer2Content }) => ({
    within: [offsets[start] ?? from.length, offsets[start + length] ?? from.length],
    words: buffer2Content.join(''),
  }))
}

/** The same for a part: texts word by word, everything else as a whole, entry by entry. */
export function mergedValue(three: Three<Value | undefined>): Merged<Value | undefined> {
  const { base, theirs, ours } = three
  if (isSame(base, theirs) || isSame(ours, theirs)) return { value: ours, isContested: false }
  if (isSame(ours, base)) return { value: theirs, isContested: false }
  if (typeof base === 'string' && typeof theirs === 'string' && typeof ours === 'string') return mergedText({ base, theirs, ours })
  const isPart = [base, theirs, ours].every((each) => each !== undefined && isObject(each))
  return isPart ? mergedPart(three as Three<Part>) : { value: ours, isContested: true }
}

type Part = Readonly<Record<string, Value>>

function mergedPart({ base, theirs, ours }: Three<Part>): Merged<Value> {
  const own = (part: Part, key: string) => (Object.hasOwn(part, key) ? part[key] : undefined)
  const entries: [string, Value][] = []
  let isContested = false
  for (const key of new Set([...Object.keys(ours), ...Object.keys(theirs)])) {
    const merged = mergedValue({ base: own(base, key), theirs: own(theirs, key), ours: own(ours, key) })
    isContested ||= merged.isContested
    if (merged.value !== undefined) entries.push([key, merged.value])
  }
  return { value: Object.fromEntries(entries), isContested }
}

/** Line breaks at the end of a text say nothing, and a number may be written as one or as a text. */
export function isSame(a: Value | undefined, b: Value | undefined): boolean {
  if (a === undefined || b === undefined) return a === b
  if (isList(a)) return isList(b) && a.length === b.length && a.every((item, i) => isSame(item, b[i]))
  if (isObject(a)) {
    if (!isObject(b)) return false
    const [left, right] = [a as Part, b as Part]
    const keys = Object.keys(left)
    return keys.length === Object.keys(right).length && keys.every((key) => Object.hasOwn(right, key) && isSame(left[key], right[key]))
  }
  return !isList(b) && !isObject(b) && String(a).trimEnd() === String(b).trimEnd()
}
