import { commentsIn } from './comments.ts'
import type { Tree } from './parse.ts'
import type { Node } from './tree.ts'

/** A text with what was read of it. */
interface Read {
  readonly text: string
  readonly trees: readonly Tree[]
}

/** Whether a text says in the same words what another said: the same values, quoted in the same way, and the same comments; and has no new faults. */
export function alike(a: Read, b: Read): boolean {
  return (
    sameList(a.trees, b.trees, (one, other) => sameNode(one.root, other.root) && one.problems.length >= other.problems.length) &&
    sameList(comments(a), comments(b), (one, other) => one === other)
  )
}

function comments({ text, trees }: Read): readonly string[] {
  const roots = trees.map(({ root }) => root)
  return commentsIn(text, roots).map(({ start, end }) => text.slice(start, end).trimEnd())
}

function sameNode(a: Node | undefined, b: Node | undefined): boolean {
  if (!a || !b) return a === b
  if (a.tag !== b.tag) return false
  if (a.kind === 'scalar') return b.kind === 'scalar' && a.style === b.style && a.text === b.text
  if (a.kind === 'alias') return b.kind === 'alias' && a.name === b.name && (a.target === undefined) === (b.target === undefined)
  if (a.kind === 'sequence') return b.kind === 'sequence' && a.flow === b.flow && sameList(a.items, b.items, sameNode)
  return (
    b.kind === 'mapping' &&
    a.flow === b.flow &&
    sameList(a.pairs, b.pairs, (one, other) => sameNode(one.key, other.key) && sameNode(one.value, other.value))
  )
}

function sameList<T>(a: readonly T[], b: readonly T[], same: (one: T, other: T) => boolean): boolean {
  return a.length === b.length && a.every((one, i) => same(one, b[i] as T))
}
