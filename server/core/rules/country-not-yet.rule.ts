import { countriesOutOfTime, type OutOfTime } from '../model/countries-in-time.ts'
import { datesAsWritten } from '../schema/date-words.ts'
import { existenceOf, formerCodes, satAsMember, statesAfter, statesBefore } from '../schema/existence.ts'
import { countryName, withArticle } from '../schema/names.ts'
import type { Country } from '../schema/vocabulary-types.ts'
import { replaceWith } from './change.ts'
import { type Context, checkOf, type Report, type Rule } from './rule.ts'

export const rule: Rule = {
  id: 'country-not-yet',
  topic: 'countries',
  level: 'warning',
  certainty: 'exact',
  summary: 'A State is named that did not exist yet on the date of the engagement.',
  reason:
    'A reader who checks the date will doubt the rest of the record. Before a State began, its land was part of another, or a movement or an administration acted for it; say which, under its own code or under `name`. Where the first day is counted in several ways, or the State acted before it, there is a hint at most, and none where no other code could be meant.',
  source: 'The first days of States in the table of countries, after general reference works',
  examples: {
    bad: [
      `chancery: engagement/1
id: example
type: staff-talks
title: Talks before independence
status: completed
dates: { start: 2010-03-01, end: 2010-03-04 }
participants:
  - { country: KEN, role: host }
  - { country: SSD, role: guest }
`,
      `chancery: engagement/1
id: example
type: training-team
title: Training before independence
status: completed
dates: { start: 1972 }
participants:
  - { country: GBR, role: sending }
  - { country: ZWE, role: receiving }
education: { institution: School of Infantry }
`,
    ],
    good: [
      `chancery: engagement/1
id: example
type: staff-talks
title: Talks in the year of independence
status: completed
dates: { start: 2011 }
participants:
  - { country: KEN, role: host }
  - { country: SSD, role: guest }
`,
      `chancery: engagement/1
id: example
type: staff-talks
title: Talks with a movement
status: completed
dates: { start: 2010-03-01 }
participants:
  - { country: KEN, role: host }
  - { name: Sudan People's Liberation Army, role: guest }
  - { country: GRL, role: observer }
`,
    ],
  },
  check: checkOf('engagement', function* (engagement, context) {
    for (const found of countriesOutOfTime(engagement, context)) {
      const { country, existence, when } = found
      if (existence !== 'not-yet' || country.kind === 'territory' || hasEarlierCode(country, when, context)) continue
      if (!mayHaveBeen(country, when, context)) yield tooEarly(found, context)
    }
  }),
}

/** Then the country's code is an anachronism, which has a rule of its own. */
function hasEarlierCode(country: Country, when: OutOfTime['when'], { vocabulary }: Context): boolean {
  const { entries } = vocabulary.countries
  return (country.renamed ? statesAfter(country, when, entries) : statesBefore(country, when, entries)).length > 0
}

/**
 * Some States acted, or were States, before the day from which the code counts:
 * Russia before 1922, India at San Francisco in 1945. No code says better who is
 * meant then, so there is nothing to advise.
 */
function mayHaveBeen(country: Country, when: OutOfTime['when'], { vocabulary }: Context): boolean {
  const { entries } = vocabulary.countries
  return earlier(country, when, entries).length === 0 && (country.note !== undefined || (country.predecessors ?? []).length > 0)
}

function tooEarly({ at, country, when, isPlace }: OutOfTime, context: Context): Report {
  const { vocabulary, settings } = context
  const nameOf = (c: Country) => countryName(c, vocabulary, settings.naming)
  const others = earlier(country, when, vocabulary.countries.entries)
  const parent = others.map((c) => `If ${withArticle(nameOf(c))} is meant, write ${c.code}. `).join('')
  const help = isPlace ? '' : 'If a movement or an administration is meant, give it under `name`.'
  const unsure = isPlace || country.note !== undefined || country.from?.length !== 10 || satAsMember(country, when, vocabulary)
  return {
    at,
    message:
      `The code ${country.code} (${nameOf(country)}) counts from ${country.from}, and this engagement is dated ${datesAsWritten(when)}. ${parent}${help}`.trimEnd(),
    fixes: others.map((c) => replaceWith(at, c.code, false, `Write ${c.code} (${nameOf(c)})`)),
    ...(unsure ? { atMost: 'hint' } : {}),
  }
}

/** The codes under which the land may have stood: its own former one, or the State that it was a part of. */
function earlier(country: Country, when: OutOfTime['when'], countries: ReadonlyMap<string, Country>): readonly Country[] {
  const parents = (country.predecessors ?? []).flatMap((code) => countries.get(code) ?? [])
  return [...formerCodes(country, when, countries), ...parents.filter((c) => existenceOf(c, when) === 'existed')]
}
