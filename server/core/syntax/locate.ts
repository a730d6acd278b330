import type { Path } from '../text/path.ts'
import type { Span } from '../text/span.ts'
import { isBlockStyle, type Node, type Pair, resolved } from './tree.ts'

/** What stands at a path: the node as written (an alias stays one), and the entry or list it belongs to. */
export interface Found {
  readonly node: Node | undefined
  readonly pair?: Pair
  readonly parent?: Node
  /** The `<<` through which the entry came in; the place of a merged value is where it is used. */
  readonly merged?: Node
  /** The alias that was followed on the way; everything below it is placed there. */
  readonly through?: Node
  /** Steps of the path that are not in the tree. */
  readonly missing: number
}

/** Follows a path as far as it goes. */
export function find(root: Node | undefined, path: Path): Found {
  let found: Found = { node: root, missing: 0 }
  for (const [i, step] of path.entries()) {
    const next = stepInto(found, step)
    if (!next) return { ...found, missing: path.length - i }
    found = next
  }
  return found
}

function stepInto(from: Found, step: string | number): Found | undefined {
  const parent = resolved(from.node)
  const through = from.through ?? from.merged ?? (from.node?.kind === 'alias' ? from.node : undefined)
  const passed = through ? { through } : {}
  if (parent?.kind === 'sequence' && typeof step === 'number') {
    const node = parent.items[step]
    return node && { node, parent, missing: 0, ...passed }
  }
  if (parent?.kind !== 'mapping' || typeof step !== 'string') return undefined
  const entry = parent.entries.get(step)
  if (!entry) return undefined
  return { node: entry.pair.value, pair: entry.pair, parent, missing: 0, ...(entry.merged ? { merged: entry.merged } : {}), ...passed }
}

/**
 * The span of a path, on the key or the value. A missing key is placed at what
 * should hold it; a value of several lines at its key, so that an editor
 * underlines a word and not a page.
 */
export function locate(root: Node | undefined, path: Path, on: 'key' | 'value' = 'value'): Span {
  const found = find(root, path)
  const use = found.through ?? found.merged
  if (use) return span(use)
  if (found.pair && (on === 'key' || found.missing > 0 || isLarge(found.node))) return span(found.pair.key)
  const node = found.node
  if (node && (!isLarge(node) || (node.kind !== 'alias' && node.kind !== 'scalar' && node.flow))) return span(node)
  return firstLine(node)
}

function isLarge(node: Node | undefined): boolean {
  if (!node || node.start === node.end) return true
  const target = node.kind === 'alias' ? undefined : node
  return target?.kind === 'mapping' || target?.kind === 'sequence' || (target?.kind === 'scalar' && isBlockStyle(target.style))
}

/** The first key of a mapping, or the first item of a list: the line on which it begins. */
function firstLine(node: Node | undefined): Span {
  if (node?.kind === 'mapping' && node.pairs[0]) return span(node.pairs[0].key)
  if (node?.kind === 'sequence' && node.items[0]) return firstLine(node.items[0])
  return node ? span(node) : { start: 0, end: 0 }
}

function span({ start, end }: Span): Span {
  return { start, end }
}
