import { isList, isObject, type Value } from '../model/read.ts'
import { type Hunk, hunksOf, joined, type Piece, pieces, spaceOf } from './pieces.ts'

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

/**
 * The change of the library made in the writer's text. The texts have no blanks any
 * more. Line breaks at the end come of the form in which a file writes a text, and
 * stay as the writer's file has them.
 */
export function mergedText({ base, theirs, ours }: Three<string>): Merged<string> {
  const [from, now, own] = [pieces(base), pieces(theirs), pieces(ours)]
  const [changed, written] = [hunksOf(from, now), hunksOf(from, own)]
  const merged = own.map((piece) => piece.written)
  for (const at of inAllThree(from.length, changed, written)) {
    const three = { base: from[at.base]?.written ?? '', theirs: now[at.theirs]?.written ?? '', ours: merged[at.ours] ?? '' }
    // The first word of the library may stand in the middle of the writer's.
    const space = at.theirs === 0 ? spaceOf(three.ours) : formOf(three, spaceOf)
    merged[at.ours] = space + formOf(three, (piece) => piece.trimStart())
  }
  let isContested = false
  for (const hunk of [...changed].reverse()) {
    const words = now.slice(hunk.nowAt, hunk.nowAt + hunk.now)
    const rival = written.find((other) => touches(hunk, other))
    if (rival) isContested ||= joined(words).trim() !== joined(own.slice(rival.nowAt, rival.nowAt + rival.now)).trim()
    else replaceAt(merged, shifted(hunk.at, written), { words, former: from.slice(hunk.at, hunk.at + hunk.length) })
  }
  const end = own.length === 0 ? '' : ours.slice(ours.trimEnd().length)
  return { value: spaceOf(ours) + merged.join('').trimStart() + end, isContested }
}

/** Words in the place of others; where the writer has broken the line before them, it stays broken. */
function replaceAt(merged: string[], at: number, { words, former }: Readonly<Record<'words' | 'former', readonly Piece[]>>): void {
  const [first] = former
  const own = first && merged[at] !== first.written ? spaceOf(merged[at]) : undefined
  const put = words.map(({ written }, i) => (i === 0 && own !== undefined ? written.replace(/^\s*/, own) : written))
  merged.splice(at, former.length, ...put)
}

/** Of a word that neither has changed its white space, or its capitals: each may have been changed by one of the two. */
function formOf({ base, theirs, ours }: Three<string>, part: (piece: string) => string): string {
  return part(ours) === part(base) ? part(theirs) : part(ours)
}

/** The places of the pieces that both sides left as they were. */
function inAllThree(length: number, changed: readonly Hunk[], written: readonly Hunk[]): readonly Three<number>[] {
  return Array.from({ length }, (_, base) => base).flatMap((base) => {
    const isKept = [...changed, ...written].every(({ at, length }) => base < at || base >= at + length)
    return isKept ? [{ base, theirs: shifted(base, changed), ours: shifted(base, written) }] : []
  })
}

/** Where a place stands once the changes before it are made. */
function shifted(place: number, hunks: readonly Hunk[]): number {
  return hunks.reduce((now, { at, length, now: count }) => (at + length <= place ? now + count - length : now), place)
}

/** Two that change the same words, or words side by side: put together they could say what neither meant. */
function touches(a: Hunk, b: Hunk): boolean {
  return a.at <= b.at + b.length && b.at <= a.at + a.length
}

/** The same for a part: texts word by word, everything else as a whole, entry by entry; lists item by item while none has more than another. */
export function mergedValue(three: Three<Value | undefined>): Merged<Value | undefined> {
  const { base, theirs, ours } = three
  if (isSame(base, theirs) || isSame(ours, theirs)) return { value: ours, isContested: false }
  if (typeof base === 'string' && typeof theirs === 'string' && typeof ours === 'string') return mergedText({ base, theirs, ours })
  if (isSame(ours, base)) return { value: theirs, isContested: false }
  if (isList(base) && isList(theirs) && isList(ours) && base.length === theirs.length && base.length === ours.length) {
    const items = ours.map((item, i) => mergedValue({ base: base[i], theirs: theirs[i], ours: item }))
    return {
      value: items.flatMap(({ value }) => (value === undefined ? [] : [value])),
      isContested: items.some((item) => item.isContested),
    }
  }
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
