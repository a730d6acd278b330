import { schemaAt } from '../schema/schema.ts'
import { schemas } from '../schema/schemas.generated.ts'
import type { Scalar } from '../syntax/tree.ts'
import { plainIsSafe, quote } from '../text/quote.ts'
import type { Edit, Span } from '../text/span.ts'
import { isMovable } from './extent.ts'
import type { Spot } from './refactoring.ts'

/** A text in which `[@id]` cites. */
export interface Prose {
  readonly scalar: Scalar
  /** It stands between brackets or braces. */
  readonly flow: boolean
}

/** The prose of an engagement or a brief that holds the selection. */
export function proseAt(spot: Spot): Prose | undefined {
  const { steps, part } = spot
  const { kind } = part.document
  const last = steps.at(-1)
  if ((kind !== 'engagement' && kind !== 'brief') || last?.node?.kind !== 'scalar' || last.onKey) return undefined
  if (schemaAt(schemas[kind], last.path)?.['x-is'] !== 'prose' || !isMovable(spot, last.node)) return undefined
  return { scalar: last.node, flow: steps.some(({ holder }) => holder?.flow) }
}

/** Where a stretch of the text stands in the file. */
export function placeIn({ file }: Spot, { scalar }: Prose, from: number, to: number): Span {
  // The place of the end is that of the last character: a line break may lie behind it.
  return { start: file.inside(scalar, from, from + 1).start, end: file.inside(scalar, to - 1, to).end }
}

/**
 * Writes a citation in the place of a stretch, of no characters or more. The
 * brackets need quotes where they would open a list or end one.
 */
export function citing(spot: Spot, prose: Prose, [from, to]: readonly [number, number], words: string): Edit | undefined {
  const { scalar, flow } = prose
  const source = spot.file.text.slice(scalar.start, scalar.end)
  const span = to > from ? placeIn(spot, prose, from, to) : endOf(placeIn(spot, prose, from - 1, from))
  const inPlace = { span, text: words }
  if (scalar.style !== 'plain') return inPlace
  if (/[\r\n]/.test(source)) return flow || from === 0 ? undefined : inPlace
  const whole = scalar.text.slice(0, from) + words + scalar.text.slice(to)
  return plainIsSafe(whole, flow) ? inPlace : { span: { start: scalar.start, end: scalar.end }, text: quote(whole) }
}

function endOf({ end }: Span): Span {
  return { start: end, end }
}
