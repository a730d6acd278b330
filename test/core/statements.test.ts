import { describe, expect, it } from 'vitest'
import type { Bound } from '../../server/core/model/prose-numbers.ts'
import { contradict, statement } from '../../server/core/model/statements.ts'

type Row = readonly [name: string, bound: Bound, value: number, otherBound: Bound, other: number, expected: boolean]

const rows: readonly Row[] = [
  ['a rounded figure', 'exact', 16_700, 'exact', 17_000, false],
  ['a figure cut short', 'exact', 16_700, 'exact', 16_000, true],
  ['a figure as round as can be', 'exact', 16_000, 'exact', 20_000, true],
  ['the same figure', 'exact', 9590, 'exact', 9590, false],
  ['one more', 'exact', 9590, 'exact', 9591, false],
  ['ships, one more', 'exact', 40, 'exact', 43, true],
  ['ships that are about as many', 'about', 40, 'exact', 43, false],
  ['more than the record', 'at-least', 16_000, 'exact', 16_700, false],
  ['less than the record says at least', 'at-least', 16_000, 'exact', 12_000, true],
  ['more than a part of it', 'exact', 16_700, 'at-least', 16_000, false],
  ['more than there were', 'exact', 16_700, 'at-least', 20_000, true],
  ['nearly the next round figure', 'exact', 16_700, 'nearly', 17_000, false],
  ['nearly what is already passed', 'exact', 17_800, 'nearly', 17_000, true],
  ['up to as many', 'exact', 80, 'at-most', 80, false],
  ['up to fewer', 'exact', 80, 'at-most', 50, true],
  ['both open', 'at-least', 10, 'at-least', 1000, false],
]

describe('two figures for one thing', () => {
  it.each(rows)('%s', (...[, bound, value, otherBound, other, expected]) => {
    const [a, b] = [statement(value, bound), statement(other, otherBound)]
    expect([contradict(a, b), contradict(b, a)]).toEqual([expected, expected])
  })
})
