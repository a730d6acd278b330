import { type Document, isAlias, isMap, isScalar, isSeq, type Node as YamlNode } from 'yaml'
import { lineAround } from '../text/lines.ts'
import type { Span } from '../text/span.ts'
import { type Alias, mapping, type Node, type Pair, type Scalar, type ScalarStyle, type Sequence } from './tree.ts'

const styles: Readonly<Record<string, ScalarStyle>> = {
  PLAIN: 'plain',
  QUOTE_SINGLE: 'single',
  QUOTE_DOUBLE: 'double',
  BLOCK_LITERAL: 'literal',
  BLOCK_FOLDED: 'folded',
}

interface Conversion {
  /** The whole text, into which offsets lead. */
  readonly text: string
  /** Added to every offset: a chunk is parsed as a text of its own. */
  readonly base: number
  /** Anchors seen so far, in document order; `yaml`'s own resolve() walks the whole tree for each alias. */
  readonly anchors: Map<string, Node>
  readonly depth: number
  readonly tooDeep: Span[]
  readonly unresolved: Alias[]
  readonly bare: Span[]
}

/** Real files nest about eight levels; the bound keeps every later walk far from the end of the stack. */
export const deepest = 64

export interface Converted {
  readonly root: Node | undefined
  /** Where nesting was cut off. */
  readonly tooDeep: readonly Span[]
  /** Aliases whose anchor does not stand before them, or that lie inside it. */
  readonly unresolved: readonly Alias[]
  /** Blanks of a snippet that lack their quotes. */
  readonly bare: readonly Span[]
}

/**
 * Turns what `yaml` parsed into Chancery's tree. A text parsed in chunks passes
 * each chunk's offset, and one map of anchors for all of them.
 */
export function convertDocument(document: Document, { text, base, anchors }: Pick<Conversion, 'text' | 'base' | 'anchors'>): Converted {
  const tooDeep: Span[] = []
  const unresolved: Alias[] = []
  const bare: Span[] = []
  const root = convert(document.contents, { text, base, anchors, depth: 0, tooDeep, unresolved, bare })
  return { root, tooDeep, unresolved, bare }
}

function convert(node: YamlNode | null | undefined, state: Conversion): Node | undefined {
  if (!node) return undefined
  if (isAlias(node)) {
    const alias: Alias = { kind: 'alias', ...place(node, state), name: node.source, target: state.anchors.get(node.source) }
    if (!alias.target) state.unresolved.push(alias)
    return alias
  }
  if (isScalar(node)) return remember(node.anchor, scalar(node, state), state)
  const blank = isMap(node) && node.flow === true ? bareBlank(node, state) : undefined
  if (blank) return blank
  const inside = { ...state, depth: state.depth + 1 }
  if (inside.depth > deepest) {
    state.tooDeep.push(place(node, state))
    return emptyScalar(node, state)
  }
  if (isMap(node)) {
    const pairs: Pair[] = []
    for (const item of node.items) {
      const key = convert(item.key as YamlNode | null, inside) ?? emptyScalar(node, state)
      pairs.push({ key: atColon(key, state), value: convert(item.value as YamlNode | null, inside), damaged: false })
    }
    return remember(node.anchor, mapping(place(node, state), node.flow === true, pairs), state)
  }
  if (isSeq(node)) {
    const items = node.items.map((item) => convert(item as YamlNode | null, inside) ?? emptyScalar(node, state))
    const sequence: Sequence = { kind: 'sequence', ...place(node, state), flow: node.flow === true, items }
    return remember(node.anchor, sequence, state)
  }
  return undefined
}

/** A key of no letters lies where the entry above ends; the reader sees its colon, behind comments and empty lines. */
function atColon(key: Node, { text }: Conversion): Node {
  if (key.start < key.end) return key
  let at = key.start
  while (/[\s#]/.test(text.charAt(at))) at = text[at] === '#' ? lineAround(text, at).end : at + 1
  return text[at] === ':' ? { ...key, start: at, end: at } : key
}

/** An anchor names the finished node, so an alias inside its own anchor finds nothing and no cycle can arise. */
function remember<T extends Node>(anchor: string | undefined, node: T, state: Conversion): T {
  if (anchor) state.anchors.set(anchor, node)
  return node
}

function scalar(node: YamlNode & { type?: string; source?: string; value?: unknown }, state: Conversion): Scalar {
  const style = styles[node.type ?? 'PLAIN'] ?? 'plain'
  const text = node.source ?? (typeof node.value === 'string' ? node.value : '')
  return { kind: 'scalar', ...place(node, state), style, text }
}

/** Of `country: {{who}}` YAML reads a group whose only key is a group. What is meant is a blank of a snippet. */
function bareBlank(node: YamlNode, state: Conversion): Scalar | undefined {
  const at = place(node, state)
  const text = state.text.slice(at.start, at.end)
  if (!text.startsWith('{{') || !/^\{\{[^{}\r\n]{1,200}\}\}$/.test(text)) return undefined
  state.bare.push({ start: at.start, end: at.end })
  return { kind: 'scalar', ...at, style: 'plain', text }
}

function emptyScalar(near: YamlNode, state: Conversion): Scalar {
  const { start } = place(near, state)
  return { kind: 'scalar', style: 'plain', text: '', start, end: start }
}

function place(node: YamlNode, { base }: Conversion): { start: number; end: number; tag?: string } {
  const [start, end] = node.range ?? [0, 0]
  const where = { start: start + base, end: end + base }
  return node.tag ? { ...where, tag: node.tag } : where
}
