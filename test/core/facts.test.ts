import { describe, expect, it } from 'vitest'
import { builtIn } from '../../server/core/index.ts'
import { compareDates, isDate } from '../../server/core/schema/dates.ts'
import { membershipOn } from '../../server/core/schema/membership.ts'
import type { Interval, Organization } from '../../server/core/schema/vocabulary-types.ts'

const { countries, organizations, engagementTypes, exerciseForms, exerciseFoci, profiles, scales, namingProfiles, enumerations } = builtIn
const codes = new Set(countries.map((c) => c.code))
const organizationIds = new Set(organizations.map((o) => o.id))

/** Members on the last day that the data speaks of; former States are not counted. */
function current(body: Organization): string[] {
  return Object.entries(body.members ?? {}).flatMap(([code, intervals]) => (intervals.some(({ to }) => to === undefined) ? [code] : []))
}

describe('countries', () => {
  it('are the 249 of ISO 3166-1, Kosovo and the former States', () => {
    expect(countries.filter((c) => c.kind !== 'former')).toHaveLength(250)
    expect(['XKX', 'SUN', 'YUG', 'SCG', 'CSK', 'DDR', 'YMD', 'VDR', 'ANT', 'ZAR'].filter((code) => !codes.has(code))).toEqual([])
  })

  it('have a code of three letters, once each, a name, a source and an as-of date', () => {
    expect(codes.size).toBe(countries.length)
    expect(countries.filter((c) => !/^[A-Z]{3}$/.test(c.code) || !c.name || !c.source || !isDate(c.asOf)).map((c) => c.code)).toEqual([])
  })

  it('have lives in order, and successors and predecessors that exist', () => {
    expect(countries.filter((c) => c.from && c.to && compareDates(c.from, c.to) > 0).map((c) => c.code)).toEqual([])
    expect(countries.flatMap((c) => [...(c.successors ?? []), ...(c.predecessors ?? [])]).filter((code) => !codes.has(code))).toEqual([])
  })

  it('have an alpha-2 code and a region where ISO gives one', () => {
    const living = countries.filter((c) => c.kind !== 'former')
    expect(living.filter((c) => !/^[A-Z]{2}$/.test(c.alpha2 ?? '')).map((c) => c.code)).toEqual([])
    expect(
      living
        .filter((c) => !/^\d{3}$/.test(c.region?.m49 ?? ''))
        .map((c) => c.code)
        .filter((code) => !['TWN', 'ATA'].includes(code)),
    ).toEqual([])
  })
})

describe('organizations', () => {
  it('are at least a hundred', () => expect(organizations.length).toBeGreaterThanOrEqual(100))

  it('have a name, a definition, the address of a source and an as-of date', () => {
    const bare = organizations.filter(
      (o) => !o.name || !o.definition || !o.source || !(o.dissolved || /https?:\/\//.test(o.source)) || !isDate(o.asOf),
    )
    expect(bare.map((o) => o.id)).toEqual([])
  })

  it('have as many current members as the body states', () => {
    const counted = organizations.filter((o) => o.members && o.count !== undefined)
    expect(counted.length).toBeGreaterThan(50)
    expect(
      counted.filter((o) => current(o).length !== o.count).map((o) => `${o.id}: ${current(o).length} listed, ${o.count} stated`),
    ).toEqual([])
  })

  it('name only countries and bodies that exist', () => {
    const named = organizations.flatMap((o) =>
      [...Object.keys(o.members ?? {}), ...Object.keys(o.suspensions), ...(o.headquarters ? [o.headquarters] : [])].map((code) => [
        o.id,
        code,
      ]),
    )
    expect(named.length).toBeGreaterThan(1000)
    expect(named.filter(([, code]) => !codes.has(code ?? ''))).toEqual([])
    expect(organizations.flatMap((o) => o.organizations).filter((id) => !organizationIds.has(id))).toEqual([])
  })

  it('have intervals in order and within the life of the body or its predecessor', () => {
    const wrong = organizations.flatMap((body) =>
      Object.entries(body.members ?? {}).flatMap(([code, intervals]) =>
        intervals.filter((i) => !fits(i, body)).map((i) => `${body.id} ${code} ${i.from}/${i.to ?? ''}`),
      ),
    )
    expect(wrong).toEqual([])
  })

  it('answer all five ways', () => {
    const nato = organizations.find((o) => o.id === 'nato')
    const au = organizations.find((o) => o.id === 'au')
    const un = organizations.find((o) => o.members === undefined)
    const on = (body: Organization | undefined, code: string, day: string) =>
      body ? membershipOn(body, code, { start: day, end: day }).answer : ''
    expect(on(nato, 'SWE', '2024-05-01')).toBe('member')
    expect(on(nato, 'SWE', '2024-01-24')).toBe('not-member')
    expect(on(nato, 'SWE', '2024-03-07')).toBe('boundary')
    expect(on(au, 'MLI', '2023-05-01')).toBe('suspended')
    expect(on(un, 'SWE', '2023-05-01')).toBe('unknown')
    expect(on(nato, 'SWE', '2031-05-01')).toBe('unknown')
  })
})

function fits({ from, to }: Interval, body: Organization): boolean {
  const begun = body.predecessor?.from ?? body.founded
  if (!isDate(from) || (to !== undefined && to !== 'unknown' && !isDate(to))) return false
  if (begun && compareDates(from, begun) < 0) return false
  if (to === undefined || to === 'unknown') return body.dissolved === undefined
  return compareDates(from, to) <= 0 && (body.dissolved === undefined || compareDates(to, body.dissolved) <= 0)
}

describe('terms', () => {
  const all = [
    ...engagementTypes,
    ...exerciseForms,
    ...exerciseFoci,
    ...profiles,
    ...scales,
    ...namingProfiles,
    ...Object.values(enumerations).flat(),
  ]

  it('have a label, a definition, a source and an as-of date', () => {
    expect(all.length).toBeGreaterThan(400)
    expect(all.filter((t) => !t.label || !t.definition || !t.source || !isDate(t.asOf)).map((t) => t.id)).toEqual([])
  })

  it('have ids in small letters, digits and hyphens', () => {
    const ids = [...engagementTypes, ...exerciseForms, ...exerciseFoci, ...organizations].map((t) => t.id)
    expect(ids.filter((id) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))).toEqual([])
  })

  it('of engagements have a group that is explained and at least one temporal trait', () => {
    const groups = new Set(builtIn.engagementGroups.map((g) => g.id))
    expect(engagementTypes.length).toBeGreaterThan(50)
    expect(
      engagementTypes.filter((t) => !groups.has(t.group) || t.temporal.length === 0 || ![1, 2].includes(t.parties)).map((t) => t.id),
    ).toEqual([])
  })

  it('of exercises have a class or group that is explained', () => {
    const classes = new Set(builtIn.exerciseClasses.map((g) => g.id))
    const groups = new Set(builtIn.exerciseGroups.map((g) => g.id))
    expect(exerciseForms.filter((f) => !classes.has(f.class)).map((f) => f.id)).toEqual([])
    expect(exerciseFoci.filter((f) => !groups.has(f.group)).map((f) => f.id)).toEqual([])
  })

  it('of a scale rise from nought to a hundred without overlap but at the bounds', () => {
    for (const scale of scales) {
      const bounds = scale.terms.map((t) => [t.from, t.to])
      expect(bounds.every(([from = 0, to = 0], i) => from < to && from >= (bounds[i - 1]?.[1] ?? 0) && to <= 100)).toBe(true)
    }
  })
})
