import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { distanceWords } from '../../server/core/schema/date-words.ts'
import { addDays, addMonths, daysBetween, isDate, weekdayOf } from '../../server/core/schema/dates.ts'

/** A day as the core writes it, and the same as the host counts it. */
const days = fc.integer({ min: Date.UTC(1000, 0, 1) / 86_400_000, max: Date.UTC(9800, 0, 1) / 86_400_000 })
const iso = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10)

describe('days', () => {
  it('are counted as the calendar of the host counts them', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -40_000, max: 40_000 }), (day, more) => {
        expect(addDays(iso(day), more)).toBe(iso(day + more))
        expect(daysBetween(iso(day), iso(day + more))).toBe(more)
        expect(weekdayOf(iso(day))).toBe((new Date(day * 86_400_000).getUTCDay() + 6) % 7)
      }),
    )
  })

  it('stay in their month when months are added', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -400, max: 400 }), (day, months) => {
        const [from, to] = [iso(day), addMonths(iso(day), months)]
        expect(isDate(to)).toBe(true)
        const count = (date: string) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7))
        expect(count(to) - count(from)).toBe(months)
        expect(to.slice(8) <= from.slice(8)).toBe(true)
      }),
    )
  })

  it.each([
    ['2026-11-23', 'today'],
    ['2026-11-24', 'tomorrow'],
    ['2026-11-22', 'yesterday'],
    ['2026-12-04', 'in 11 days'],
    ['2026-12-14', 'in 3 weeks'],
    ['2026-09-25', '8 weeks ago'],
    ['2027-04-23', 'in 5 months'],
    ['2020-11-23', '6 years ago'],
    ['2026-11', 'this month'],
    ['2026-12', 'next month'],
    ['2026', 'this year'],
    ['2025', 'last year'],
    ['2024-10', '25 months ago'],
    ['1648', '378 years ago'],
  ])('%s is %s', (date, words) => expect(distanceWords(date, '2026-11-23')).toBe(words))
})
