import { expect, it } from 'vitest'
import { termPage } from '../../server/core/index.ts'
import { builtIn } from '../../server/core/schema/built-in.generated.ts'

const words = {
  country: builtIn.countries.map(({ code }) => code),
  organization: builtIn.organizations.map(({ id }) => id),
  'engagement-type': builtIn.engagementTypes.map(({ id }) => id),
  'exercise-form': builtIn.exerciseForms.map(({ id }) => id),
  'exercise-focus': builtIn.exerciseFoci.map(({ id }) => id),
  profile: builtIn.profiles.map(({ id }) => id),
  scale: builtIn.scales.map(({ id }) => id),
  naming: builtIn.namingProfiles.map(({ id }) => id),
}

it.each(Object.entries(words))('every %s has a page with a title, facts and a source', (kind, ids) => {
  expect(ids.length).toBeGreaterThan(1)
  const pages = ids.map((id) => termPage(kind, id) ?? `no page of ${id}`)
  expect(pages.filter((page) => !/^# \S.* \(.*`/.test(page) || !/\n\n\*Source: /.test(page))).toEqual([])
  expect(pages.filter((page) => /undefined|\[object|NaN/.test(page))).toEqual([])
})

it('the page of an organization lists its members with their dates', () => {
  expect(termPage('organization', 'csto')).toContain('- Uzbekistan (UZB): 20 April 1994 to April 1999, 23 June 2006 to 19 December 2012\n')
  expect(termPage('organization', 'csto')).toContain('suspended since 22 February 2024, which is contested\n')
})

it('the page of a naming profile lists the names that it chooses', () => {
  expect(termPage('naming', 'un-usage')).toContain('- Viet Nam (VNM), elsewhere Vietnam\n')
})

it('what is no built-in word has no page', () => {
  expect(termPage('organization', 'no-such-body')).toBeUndefined()
  expect(termPage('engagement', 'nato')).toBeUndefined()
  expect(termPage('constructor', 'constructor')).toBeUndefined()
})
