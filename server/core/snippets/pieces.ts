import { diffIndices } from 'node-diff3'
import { mark } from './written.ts'

/** A word, a sign or a blank with the white space before it. */
export interface Piece {
  readonly written: string
  /** By which it is compared: where lines are broken and sentences begin is no matter. */
  readonly key: string
}

/** More pieces of a text than these take too long to compare, and so do more pairs of them that are alike. */
const mostPieces = 1500
const mostPairs = 50_000

export function pieces(text: string): readonly Piece[] {
  const all = text.trimEnd().matchAll(/\s*(\u0001[^\u0001]*\u0001|[\p{L}\p{N}_'’-]+|[^\s\p{L}\p{N}])/gu)
  return [...all].map(([written, word = '']) => ({ written, key: word.startsWith(mark) ? word : word.toLowerCase() }))
}

/** Whether a text can be compared in a time that nobody notices. */
export function isComparable(text: string): boolean {
  if (text.length > 4 * mostPieces) return false
  const counts = new Map<string, number>()
  for (const { key } of pieces(text)) counts.set(key, (counts.get(key) ?? 0) + 1)
  const all = [...counts.values()]
  return sum(all) <= mostPieces && sum(all.map((count) => count * count)) <= mostPairs
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0)
}

/** The white space at the beginning of a text. */
export function spaceOf(text = ''): string {
  return /^\s*/.exec(text)?.[0] ?? ''
}

export function joined(parts: readonly Piece[]): string {
  return parts.map(({ written }) => written).join('')
}

/** Where pieces were changed: how many from which on, and how many of the others from which on stand there now. */
export interface Hunk {
  readonly at: number
  readonly length: number
  readonly nowAt: number
  readonly now: number
}

export function hunksOf(from: readonly Piece[], to: readonly Piece[], part: keyof Piece = 'key'): readonly Hunk[] {
  const keys = (all: readonly Piece[]) => all.map((piece) => piece[part])
  return diffIndices(keys(from), keys(to)).map(({ buffer1: [at, length], buffer2: [nowAt, now] }) => ({ at, length, nowAt, now }))
}

/** Words that the writer put in the place of blanks, by the names of these. */
export type Given = ReadonlyMap<string, string>

/** What stands in a writer's copy in the place of the blanks of the text from which it was made. */
export function givenIn(base: string, ours: string): Given {
  const [from, to] = [pieces(base), pieces(ours)]
  const given = new Map<string, string>()
  for (const { at, length, nowAt, now } of hunksOf(from, to)) {
    const { key = '' } = from[at] ?? {}
    if (length === 1 && key.startsWith(mark)) given.set(key.slice(1, -1), joined(to.slice(nowAt, nowAt + now)).trimStart())
  }
  return given
}

/** A text with the writer's words in its blanks; `otherwise` says what stands there where the writer has none. */
export function withGiven(text: string, given: Given, otherwise: (blank: string) => string): string {
  return text.replace(/\u0001([^\u0001]*)\u0001/g, (_, name: string) => given.get(name) ?? otherwise(name))
}

/** What has to be written in the place of what, to make one text of another; offsets within the first. */
export function changedStretches(
  from: string,
  to: string,
): readonly { readonly within: readonly [from: number, to: number]; readonly words: string }[] {
  const [before, after] = [pieces(from), pieces(to)]
  const offsets = [0]
  for (const { written } of before) offsets.push((offsets.at(-1) ?? 0) + written.length)
  return hunksOf(before, after, 'written').map(({ at, length, nowAt, now }) => {
    const [former, words] = [joined(before.slice(at, at + length)), joined(after.slice(nowAt, nowAt + now))]
    const space = spaceOf(former)
    const same = words.startsWith(space) ? space.length : 0
    const start = offsets[at] ?? 0
    return { within: [start + same, start + former.length], words: words.slice(same) }
  })
}
