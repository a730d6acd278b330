import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { builtIn } from '../../server/core/index.ts'
import { before, compareDates, daysInMonth, firstDay } from '../../server/core/schema/dates.ts'
import { membershipOn, membersOn } from '../../server/core/schema/membership.ts'
import type { Organization } from '../../server/core/schema/vocabulary-types.ts'

const listed = builtIn.organizations.filter((body) => body.members)

function two(n: number): string {
  return String(n).padStart(2, '0')
}

function day(from: number, to: number): fc.Arbitrary<string> {
  return fc
    .tuple(fc.integer({ min: from, max: to }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 }))
    .map(([year, month, number]) => `${year}-${two(month)}-${two(Math.min(number, daysInMonth(year, month)))}`)
}

/** A date as precisely as somebody knew it. */
const date = fc.tuple(day(1860, 2030), fc.constantFrom(4, 7, 10, 10)).map(([exact, precision]) => exact.slice(0, precision))
const when = fc.tuple(date, date).map(([a, b]) => (compareDates(a, b) <= 0 ? { start: a, end: b } : { start: b, end: a }))

/** A body, and one of its members or some other State. */
const body = fc.constantFrom(...listed)
const question = body.chain((organization) => {
  const members = Object.keys(organization.members ?? {})
  const country = fc.oneof(
    fc.constantFrom(...builtIn.countries.map((c) => c.code)),
    ...(members.length > 0 ? [fc.constantFrom(...members)] : []),
  )
  return fc.record({ organization: fc.constant(organization), country, when })
})

function begun(organization: Organization): string | undefined {
  return organization.predecessor?.from ?? organization.founded
}

describe('membership', () => {
  it('is asked of bodies that hold lists', () => {
    expect(listed.length).toBeGreaterThan(20)
  })

  it('is never claimed before the body or its predecessor was there', () => {
    fc.assert(
      fc.property(question, ({ organization, country, when: dates }) => {
        const { answer } = membershipOn(organization, country, dates)
        const founded = begun(organization)
        if (answer === 'member' && founded) expect(before(dates.start, founded), `${organization.id} ${country} ${dates.start}`).toBe(false)
      }),
      { numRuns: 3000 },
    )
  })

  it('is not denied for days that nobody has looked at yet', () => {
    fc.assert(
      fc.property(question, day(2030, 2099), ({ organization, country }, late) => {
        expect(before(organization.asOf, late)).toBe(true)
        expect(membershipOn(organization, country, { start: late, end: late })).toEqual({ answer: 'unknown' })
      }),
    )
  })

  it('on all days is membership on each of them', () => {
    fc.assert(
      fc.property(question, fc.tuple(day(1945, 2026), day(1945, 2026), day(1945, 2026)), ({ organization, country }, days) => {
        const [start = '', between = '', end = ''] = [...days].sort()
        const { answer } = membershipOn(organization, country, { start, end })
        if ((answer !== 'member' && answer !== 'not-member') || before(organization.asOf, between)) return
        const then = membershipOn(organization, country, { start: between, end: between }).answer
        // Of a suspension whose end nobody knows, the days behind its beginning are unknown too.
        const endless = (organization.suspensions[country] ?? []).some(({ to }) => to === 'unknown')
        const possible = answer === 'not-member' ? ['not-member'] : ['member', 'suspended', ...(endless ? ['unknown'] : [])]
        expect(possible, `${organization.id} ${country} ${between}`).toContain(then)
      }),
      { numRuns: 1000 },
    )
  })

  it('of all on a day is that of each', () => {
    fc.assert(
      fc.property(body, day(1945, 2030), (organization, on) => {
        const all = membersOn(organization, on)
        if (!all) return
        const days = Object.entries(organization.members ?? {})
        const inside = days.filter(([, spans]) => spans.some(({ from, to }) => !before(on, from) && !before(to ?? on, on)))
        expect(all, `${organization.id} ${on}`).toEqual(inside.map(([code]) => code))
      }),
      { numRuns: 500 },
    )
  })

  it('begins on the day that the list gives, and is told as a boundary then', () => {
    const firsts = listed.flatMap((organization) =>
      Object.entries(organization.members ?? {}).flatMap(([country, intervals]) =>
        intervals.map(({ from }) => ({ organization, country, from })),
      ),
    )
    const exact = firsts.filter(({ organization, from }) => from.length === 10 && !before(organization.asOf, from))
    expect(exact.length).toBeGreaterThan(500)
    for (const { organization, country, from } of exact) {
      const answer = membershipOn(organization, country, { start: from, end: from })
      expect(answer, `${organization.id} ${country} ${from}`).toEqual({ answer: 'boundary', on: from, change: 'joined' })
    }
  })

  it('of a State without an interval is denied only where the list is trusted', () => {
    fc.assert(
      fc.property(question, ({ organization, country, when: dates }) => {
        fc.pre(!Object.hasOwn(organization.members ?? {}, country) && !before(organization.asOf, firstDay(dates.start)))
        const expected = organization.confidence === 'low' ? 'unknown' : 'not-member'
        expect(membershipOn(organization, country, dates).answer).toBe(expected)
      }),
    )
  })
})
