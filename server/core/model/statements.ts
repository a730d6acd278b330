import type { Bound } from './prose-numbers.ts'

/** What a figure may mean at the least and at the most. */
export interface Statement {
  readonly least: number
  readonly most: number
}

/**
 * What a writer states with a figure. A round one stands for what is rounded to
 * it, but never for more than a twentieth to either side; "about" allows a tenth.
 */
export function statement(value: number, bound: Bound): Statement {
  const slack = Math.min(lastPlace(value) / 2, value / 20)
  switch (bound) {
    case 'exact':
      return { least: value - slack, most: value + slack }
    case 'about':
      return { least: value * 0.9, most: value * 1.1 }
    case 'at-least':
      return { least: value - slack, most: Number.POSITIVE_INFINITY }
    case 'at-most':
      return { least: 0, most: value + slack }
    case 'nearly':
      return { least: value * 0.9, most: value }
    default:
      return bound satisfies never
  }
}

/** No figure fits both. */
export function contradict(a: Statement, b: Statement): boolean {
  return a.most < b.least || b.most < a.least
}

/** The worth of the last place that is not 0: 1,000 for 16,000. */
function lastPlace(value: number): number {
  if (!Number.isInteger(value)) return 0
  let place = 1
  while (value !== 0 && value % (place * 10) === 0) place *= 10
  return place === 1 ? 0 : place
}
