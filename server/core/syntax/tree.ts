import type { Span } from '../text/span.ts'

/** A YAML document as a plain tree with offsets; aliases are kept, so a use has a place of its own. */
export type Node = Scalar | Mapping | Sequence | Alias

interface Placed extends Span {
  readonly tag?: string
}

export type ScalarStyle = 'plain' | 'single' | 'double' | 'literal' | 'folded'

export interface Scalar extends Placed {
  readonly kind: 'scalar'
  readonly style: ScalarStyle
  /** What the writer wrote, unquoted and unfolded; never turned into a number, a date or a boolean. */
  readonly text: string
}

export interface Pair {
  readonly key: Node
  readonly value: Node | undefined
  /** The syntax is broken somewhere in this entry, so what was read of it is a guess. */
  readonly damaged: boolean
}

export interface Mapping extends Placed {
  readonly kind: 'mapping'
  readonly flow: boolean
  readonly pairs: readonly Pair[]
  /** The pairs by key, with those that `<<` brings in. */
  readonly entries: ReadonlyMap<string, Entry>
}

export interface Entry {
  readonly pair: Pair
  /** The `<<` through which it came in: that is where the writer used it, so that is its place. */
  readonly merged?: Node
}

export interface Sequence extends Placed {
  readonly kind: 'sequence'
  readonly flow: boolean
  readonly items: readonly Node[]
}

export interface Alias extends Placed {
  readonly kind: 'alias'
  readonly name: string
  /** Undefined where no anchor of that name stands before, or where the alias lies inside its own anchor. */
  readonly target: Node | undefined
}

/** The node an alias stands for, or the node itself. */
export function resolved(node: Node | undefined): Exclude<Node, Alias> | undefined {
  let target = node
  while (target?.kind === 'alias') target = target.target
  return target
}

/** A text of lines of its own, behind `|` or `>`: each character below the header is text, a `#` as well. */
export function isBlockStyle(style: ScalarStyle | undefined): style is 'literal' | 'folded' {
  return style === 'literal' || style === 'folded'
}

/** Every scalar below a node, keys included; aliases are not followed. */
export function scalarsOf(root: Node | undefined): readonly Scalar[] {
  if (!root || root.kind === 'alias') return []
  if (root.kind === 'scalar') return [root]
  if (root.kind === 'sequence') return root.items.flatMap(scalarsOf)
  return root.pairs.flatMap((pair) => [...scalarsOf(pair.key), ...scalarsOf(pair.value)])
}

/** The text of a key; a key that is a list or a mapping has none. */
export function keyText(node: Node): string | undefined {
  const key = resolved(node)
  return key?.kind === 'scalar' ? key.text : undefined
}

/** `<<` is a merge key only where it is written plain, whatever version a directive names. */
export function isMergeKey(node: Node): boolean {
  return node.kind === 'scalar' && node.style === 'plain' && node.text === '<<'
}

/** A mapping of these pairs; its own entries win over merged ones, and of two of the same key the first. */
export function mapping(place: Placed, flow: boolean, pairs: readonly Pair[]): Mapping {
  return { kind: 'mapping', ...place, flow, pairs, entries: entriesOf(pairs) }
}

/** No kind of file has as many keys; mappings that merge one another in a chain would copy them again and again. */
const mostMerged = 500

function entriesOf(pairs: readonly Pair[]): ReadonlyMap<string, Entry> {
  const found = new Map<string, Entry>()
  for (const pair of pairs) {
    const key = keyText(pair.key)
    if (key !== undefined && !isMergeKey(pair.key) && !found.has(key)) found.set(key, { pair })
  }
  for (const pair of pairs) {
    if (!isMergeKey(pair.key)) continue
    for (const [key, entry] of mergedEntries(pair.value)) {
      if (found.size >= mostMerged) return found
      if (!found.has(key)) found.set(key, { pair: entry.pair, merged: pair.key })
    }
  }
  return found
}

function mergedEntries(value: Node | undefined): ReadonlyMap<string, Entry> {
  const source = resolved(value)
  if (source?.kind === 'mapping') return source.entries
  if (source?.kind !== 'sequence') return new Map()
  const found = new Map<string, Entry>()
  for (const item of source.items) {
    for (const [key, entry] of mergedEntries(item)) if (!found.has(key)) found.set(key, entry)
  }
  return found
}
