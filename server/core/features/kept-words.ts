import { isList, isObject, type Value } from '../model/read.ts'
import { isSound, parse, type Tree } from '../syntax/parse.ts'
import { keyText, type Node } from '../syntax/tree.ts'
import { applyEdits, type Edit, type Span } from '../text/span.ts'
import type { Insertion } from './insertion.ts'
import type { Written } from './snippet-openings.ts'
import { type Part, partAround } from './standing-text.ts'

/** A text into which a snippet is to go, without the begun word that goes for it. */
export interface Ground {
  readonly text: string
  /** Empty where nothing goes. */
  readonly gone: Span
  /** What a part of it says; read once, for many may want to go there. */
  readonly says: (around: Part) => readonly Leaf[] | undefined
}

export function groundOf(text: string, gone: Span): Ground {
  const base = applyEdits(text, [{ span: gone, text: '' }])
  const known = new Map<string, readonly Leaf[] | undefined>()
  const says = (around: Part) => {
    const key = `${around.key?.start} ${around.start} ${around.end}`
    if (!known.has(key)) known.set(key, leavesAfter(base, around, []))
    return known.get(key)
  }
  return { text: base, gone, says }
}

/** Whether what stands there can be read. */
export function isReadable({ text, gone, says }: Ground): boolean {
  return says(partAround(text, { start: gone.start, end: gone.start })) !== undefined
}

/**
 * Whether a text can be read once a snippet is in, says all that it said, each
 * thing at its place, and besides it the snippet and nothing else.
 */
export function keepsWords(ground: Ground, { span, text, above }: Insertion, { value, from }: Written): boolean {
  const all = [{ span, text }, ...(above ? [{ span: { start: above.at, end: above.at }, text: above.text }] : [])]
  const edits = all.map((edit) => ({ ...edit, span: movedBy(edit.span, ground.gone) }))
  const isKept = (around: Part) => {
    const before = ground.says(around)
    const after = before && leavesAfter(ground.text, around, edits)
    return before !== undefined && after !== undefined && isAllThere(before, after, wordsIn(value), from)
  }
  const touched = { start: Math.min(...edits.map((edit) => edit.span.start)), end: Math.max(...edits.map((edit) => edit.span.end)) }
  const near = partAround(ground.text, touched)
  // An anchor may stand further up.
  return isKept(near) || (ground.says(near) === undefined && isKept({ start: 0, end: ground.text.length }))
}

function movedBy({ start, end }: Span, gone: Span): Span {
  const moved = (at: number) => at - Math.max(0, Math.min(at, gone.end) - gone.start)
  return { start: moved(start), end: moved(end) }
}

/** A single value, with the keys that lead to it. */
interface Leaf {
  readonly place: string
  readonly text: string
}

/** What part of a text says after a change; undefined where it cannot be read. A last entry shows where the one before it ends. */
function leavesAfter(text: string, { key, start, end }: Part, edits: readonly Edit[]): readonly Leaf[] | undefined {
  const moved = edits.map((edit) => ({ ...edit, span: { start: edit.span.start - start, end: edit.span.end - start } }))
  const head = key ? text.slice(key.start, key.end) : ''
  const trees = parse(`${head}${applyEdits(text.slice(start, end), moved)}\nx-end: x`)
  const leaves = trees.flatMap(({ root }) => leavesOf(root, []))
  return trees.every(isWhole) && leaves.some(({ place }) => place === 'x-end') ? leaves : undefined
}

/** Of a key that stands there twice, one of the values counts for nothing. */
function isWhole(tree: Tree): boolean {
  return isSound(tree) && !tree.problems.some(({ rule }) => rule === 'duplicate-key')
}

function leavesOf(node: Node | undefined, keys: readonly string[]): readonly Leaf[] {
  if (!node) return []
  if (node.kind === 'scalar') return node.text === '' ? [] : [{ place: keys.join('\n'), text: node.text }]
  if (node.kind === 'alias') return [{ place: keys.join('\n'), text: `*${node.name}` }]
  if (node.kind === 'sequence') return node.items.flatMap((item) => leavesOf(item, keys))
  return node.pairs.flatMap(({ key, value }) => leavesOf(value, [...keys, keyText(key) ?? '']))
}

function isAllThere(before: readonly Leaf[], after: readonly Leaf[], added: readonly string[], from: string | undefined): boolean {
  const isOwn = ({ place, text }: Leaf) => text === from || place === 'chancery'
  const [was, is] = [before, after].map((leaves) => leaves.filter((leaf) => !isOwn(leaf)))
  if (!was || !is) return false
  const left = new Map<string, number>()
  for (const leaf of is) left.set(nameOf(leaf), (left.get(nameOf(leaf)) ?? 0) + 1)
  const changed = was.filter((leaf) => {
    const count = left.get(nameOf(leaf)) ?? 0
    left.set(nameOf(leaf), count - 1)
    return count <= 0
  })
  const isChangedWell = changed.every((old) => is.some((now) => now.place === old.place && isWithin(old.text, now.text)))
  return changed.length <= 1 && isChangedWell && sameWords([...was.flatMap(({ text }) => words(text)), ...added], is)
}

function nameOf({ place, text }: Leaf): string {
  return `${place}\n\n${text.trimEnd()}`
}

/** Whether a text is another one with something put in at one place; white space does not count. */
function isWithin(old: string, now: string): boolean {
  const [short, long] = [old.replace(/\s/g, ''), now.replace(/\s/g, '')]
  let head = 0
  while (head < short.length && short[head] === long[head]) head++
  return long.endsWith(short.slice(head)) && long.length >= short.length
}

function sameWords(wanted: readonly string[], leaves: readonly Leaf[]): boolean {
  const found = leaves.flatMap(({ text }) => words(text)).sort()
  return wanted.length === found.length && [...wanted].sort().every((word, i) => word === found[i])
}

function words(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
}

function wordsIn(value: Value): readonly string[] {
  if (isList(value)) return value.flatMap(wordsIn)
  return isObject(value)
    ? Object.entries(value).flatMap(([key, inner]) => (key === 'chancery' ? [] : wordsIn(inner)))
    : words(String(value))
}
