import { before } from './dates.ts'
import { membershipOn, type When } from './membership.ts'
import type { Vocabulary } from './vocabulary.ts'
import type { Country } from './vocabulary-types.ts'

/** Whether the code of a country stood for something on given dates; what is not dated is not judged. */
export function existenceOf(country: Country, when: When): 'existed' | 'not-yet' | 'ended' {
  if (country.to !== undefined && before(country.to, when.start)) return 'ended'
  return country.from !== undefined && before(when.end, country.from) ? 'not-yet' : 'existed'
}

/**
 * The former States to which the land of a country belonged on dates before it
 * began: SUN for RUS in 1972, YUG for SRB in 1999. A code given up for a new name
 * is no State of its own, so it is passed over.
 */
export function statesBefore(country: Country, when: When, countries: ReadonlyMap<string, Country>): readonly Country[] {
  return related(country, countries, 'predecessors').filter((c) => c.kind === 'former' && !c.renamed && existenceOf(c, when) === 'existed')
}

/** What to write instead of a former code on dates after it ended, the continuing State first. */
export function statesAfter(country: Country, when: When, countries: ReadonlyMap<string, Country>): readonly Country[] {
  return related(country, countries, 'successors').filter((c) => existenceOf(c, when) === 'existed')
}

/** The former code under which a land stood on dates before it became a State: TMP for TLS in 1999. */
export function formerCodes(country: Country, when: When, countries: ReadonlyMap<string, Country>): readonly Country[] {
  return formerly(country, countries.values()).filter((c) => existenceOf(c, when) === 'existed')
}

/** The codes under which a country stood before it took another name. */
export function formerly(country: Country, all: Iterable<Country>): readonly Country[] {
  return [...all].filter((other) => other.renamed && other.successors?.includes(country.code))
}

/** Whether some body counted a country as a member then: Ukraine sat in the United Nations from 1945. */
export function satAsMember(country: Country, when: When, { organizations }: Vocabulary): boolean {
  return [...organizations.entries.values()].some((body) =>
    ['member', 'suspended', 'boundary'].includes(membershipOn(body, country.code, when).answer),
  )
}

/** Predecessors or successors at any remove, the nearest first. */
function related(country: Country, countries: ReadonlyMap<string, Country>, link: 'predecessors' | 'successors'): readonly Country[] {
  const found = new Map<string, Country>()
  const visit = (from: Country): void => {
    for (const code of from[link] ?? []) {
      const next = countries.get(code)
      if (!next || found.has(code)) continue
      found.set(code, next)
      visit(next)
    }
  }
  visit(country)
  return [...found.values()]
}
