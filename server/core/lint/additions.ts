import { firstKey } from '../model/document.ts'
import { kindOfKey } from '../model/kinds.ts'
import type { AddedValue, Step } from '../rules/change.ts'
import { schemaAt } from '../schema/schema.ts'
import { schemas } from '../schema/schemas.generated.ts'
import { contentEnd, itemExtents, pairExtent } from '../syntax/extent.ts'
import { find } from '../syntax/locate.ts'
import { keyText, type Mapping, type Node, type Pair, type Sequence } from '../syntax/tree.ts'
import { lineAround, lineBreakOf, spacesBefore } from '../text/lines.ts'
import { asScalar, inFlow } from '../text/quote.ts'
import type { Edit } from '../text/span.ts'

/** A new entry of a mapping or a new last item of a list, in the form of its neighbours; none where it is there already. */
export function addition({ at, value }: Extract<Step, { do: 'add' }>, text: string, root: Node | undefined): Edit | undefined {
  const { node, missing, through, merged } = find(root, at)
  const key = at.at(-1)
  if (missing !== 1 || through || merged) return undefined
  if (node?.kind === 'sequence' && typeof key === 'number') return node.flow ? itemBetween(text, node, value) : itemBelow(text, node, value)
  if (node?.kind !== 'mapping' || typeof key !== 'string') return undefined
  const entry = { key, value }
  if (node.flow) return between(text, node, node.pairs.at(-1), `${asScalar(key, true)}:${value === undefined ? '' : ` ${inFlow(value)}`}`)
  const order = Object.keys(schemaAt(schemas[kindOfKey(firstKey(root))?.kind ?? 'brief'], at.slice(0, -1))?.properties ?? {})
  return entryBelow(text, neighbour(node, key, order), entry)
}

/** The entry behind which the schema would have the new one; else the last. */
function neighbour({ pairs }: Mapping, key: string, order: readonly string[]): Pair | undefined {
  const rank = (pair: Pair) => order.indexOf(keyText(pair.key) ?? '')
  const place = order.indexOf(key)
  const former = pairs.filter((pair) => rank(pair) >= 0 && rank(pair) < place).sort((a, b) => rank(a) - rank(b))
  return former.at(-1) ?? pairs.at(-1)
}

function entryBelow(
  text: string,
  after: Pair | undefined,
  { key, value }: { key: string; value: AddedValue | undefined },
): Edit | undefined {
  const indent = after && spacesBefore(text, after.key.start)
  if (!after || indent === undefined) return undefined
  const name = asScalar(key)
  const items = Array.isArray(value) && value.length > 0 ? value.map((item) => `${indent}  - ${inFlow(item)}`) : undefined
  const lines = items ? [`${indent}${name}:`, ...items] : [`${indent}${name}:${value === undefined ? '' : ` ${inFlow(value, false)}`}`]
  return below(text, pairExtent(text, after).end, lines)
}

function itemBelow(text: string, list: Sequence, value: AddedValue | undefined): Edit | undefined {
  const last = itemExtents(text, list).at(-1)
  const indent = last && spacesBefore(text, last.start)
  return last && indent !== undefined ? below(text, last.end, [`${indent}- ${inFlow(value ?? '', false)}`]) : undefined
}

function itemBetween(text: string, list: Sequence, value: AddedValue | undefined): Edit {
  return between(text, list, list.items.at(-1), inFlow(value ?? ''))
}

function between(text: string, { start }: Node, last: Pair | Node | undefined, words: string): Edit {
  if (!last) return { span: { start: start + 1, end: start + 1 }, text: ` ${words} ` }
  const end = 'key' in last ? pairExtent(text, last).end : contentEnd(text, last)
  return { span: { start: end, end }, text: `, ${words}` }
}

function below(text: string, offset: number, lines: readonly string[]): Edit {
  const { end } = lineAround(text, offset)
  return { span: { start: end, end }, text: lines.map((line) => lineBreakOf(text) + line).join('') }
}
