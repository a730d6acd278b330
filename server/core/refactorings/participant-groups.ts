import { isObject } from '../model/read.ts'
import { valueAt } from '../model/value-at.ts'
import { find } from '../syntax/locate.ts'
import type { Mapping, Pair, Scalar, Sequence } from '../syntax/tree.ts'
import { commentsWithin, isMovable, partSpan } from './extent.ts'
import { heldAt } from './named-entries.ts'
import type { Spot } from './refactoring.ts'

/** A participant that is one State or several, as it stands in the list. */
export interface States {
  readonly index: number
  readonly item: Mapping
  /** `country` or `countries`. */
  readonly pair: Pair
  readonly codes: readonly Scalar[]
  /** All that the entry says besides, as a text that is equal for equal entries. */
  readonly rest: string
}

/** The list of participants of an engagement, unless an anchor lends it to other places, and the entry in it that holds the selection. */
export function participantAt(spot: Spot): { readonly list: Sequence; readonly index: number } | undefined {
  const held = spot.part.document.kind === 'engagement' ? heldAt(spot, 'participants') : undefined
  const index = spot.steps.find(({ path }) => path.length === 2 && path[0] === 'participants')?.path[1]
  if (held?.node.kind !== 'sequence' || typeof index !== 'number') return undefined
  return isMovable(spot, { start: held.pair.key.end, end: held.node.start }) ? { list: held.node, index } : undefined
}

/**
 * The States of a participant. An entry that counts its people is none of those:
 * of a number for several States nobody can say how many each of them sent.
 */
export function statesOf(spot: Spot, list: Sequence, index: number): States | undefined {
  const item = list.items[index]
  const value = valueAt(spot.part.document.value, ['participants', index])
  if (item?.kind !== 'mapping' || !isObject(value) || Object.hasOwn(value, 'personnel')) return undefined
  const { country, countries, ...others } = value
  const { pair, node } = find(item, [country === undefined ? 'countries' : 'country'])
  if (!pair || !node || (country !== undefined && countries !== undefined)) return undefined
  const codes = (node.kind === 'sequence' ? node.items : [node]).flatMap((code) =>
    code.kind === 'scalar' && code.text !== '' ? [code] : [],
  )
  const isWhole = codes.length === (node.kind === 'sequence' ? node.items.length : 1)
  const { text } = spot.file
  if (!isWhole || !isMovable(spot, partSpan(text, item)) || commentsWithin(spot.comments, partSpan(text, pair)).length > 0) return undefined
  return { index, item, pair, codes, rest: JSON.stringify(Object.entries(others).sort(([a], [b]) => (a < b ? -1 : 1))) }
}
