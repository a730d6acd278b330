import type { Mapping, Node, Pair, Sequence } from '../syntax/tree.ts'
import { lineAround } from '../text/lines.ts'
import type { Edit, Span } from '../text/span.ts'
import { commentsWithin, contentEnd, isMovable, lastLineEnd, partSpan } from './extent.ts'
import type { Spot } from './refactoring.ts'

/** The list or mapping of an entry. */
export interface Held {
  readonly pair: Pair
  readonly node: Mapping | Sequence
}

/** Puts the parts of a list or mapping into the order of their sort keys; undefined where they stand so, or cannot be moved. */
export function sorted(spot: Spot, held: Held, keys: readonly (readonly (string | number)[])[]): readonly Edit[] | undefined {
  const order = keys.map((_, i) => i).sort((a, b) => compare(keys[a] ?? [], keys[b] ?? []) || a - b)
  if (order.every((from, to) => from === to)) return undefined
  const slots = slotsOf(spot, held)
  const { text } = spot.file
  return slots && order.flatMap((from, to) => (from === to ? [] : moved(text, slots[to], slots[from])))
}

function moved(text: string, to: Span | undefined, from: Span | undefined): readonly Edit[] {
  return to && from ? [{ span: to, text: text.slice(from.start, from.end) }] : []
}

/** Letter by letter: the order must not depend on the machine. */
function compare(a: readonly (string | number)[], b: readonly (string | number)[]): number {
  const i = a.findIndex((part, at) => part !== b[at])
  const [x = '', y = ''] = [a[i], b[i]]
  return i < 0 || x === y ? 0 : x < y ? -1 : 1
}

function slotsOf(spot: Spot, { pair, node }: Held): readonly Span[] | undefined {
  const { text } = spot.file
  const parts: readonly (Node | Pair)[] = node.kind === 'sequence' ? node.items : node.pairs
  const span = { start: pair.key.end, end: contentEnd(text, node) }
  if (!isMovable(spot, span)) return undefined
  if (!node.flow) return slotsOnLines(text, parts, lineAround(text, pair.key.end).end)
  const isPlain = parts.every((part) => 'key' in part || part.start < part.end)
  return isPlain && commentsWithin(spot.comments, span).length === 0 ? parts.map((part) => partSpan(text, part)) : undefined
}

/** Whole lines: a part goes with the remarks above it and those indented below it. */
function slotsOnLines(text: string, parts: readonly (Node | Pair)[], keyLineEnd: number): readonly Span[] | undefined {
  const slots: Span[] = []
  let former = keyLineEnd
  for (const part of parts) {
    const { start } = partSpan(text, part)
    const line = lineAround(text, start)
    const before = text.slice(line.start, start)
    if (line.start <= former || !('key' in part ? /^ *$/ : /^ *- *$/).test(before)) return undefined
    const end = lastLineEnd(text, part)
    slots.push({ start: firstWordBehind(text, former, line.start), end })
    former = end
  }
  return slots
}

/** The first line with something on it behind the end of another line. */
function firstWordBehind(text: string, end: number, limit: number): number {
  const words = text.slice(end, limit).search(/\S/)
  return words < 0 ? limit : lineAround(text, end + words).start
}
