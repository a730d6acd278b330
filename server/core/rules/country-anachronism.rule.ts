import { countriesOutOfTime, type OutOfTime } from '../model/countries-in-time.ts'
import { datesAsWritten } from '../schema/date-words.ts'
import { satAsMember, statesAfter, statesBefore } from '../schema/existence.ts'
import { countryName, withArticle } from '../schema/names.ts'
import type { Country } from '../schema/vocabulary-types.ts'
import { listed } from '../text/words.ts'
import { replaceWith } from './change.ts'
import { type Context, checkOf, type Report, type Rule } from './rule.ts'

export const rule: Rule = {
  id: 'country-anachronism',
  topic: 'countries',
  level: 'error',
  certainty: 'exact',
  summary: 'A code stands for a State that was over, or in the place of one that existed before it, on the date of the engagement.',
  reason:
    'Whoever cites a precedent cites who was a party to it: in 1972 that was the Soviet Union and not Russia. The code must fit the dates, or counts and membership on the date go wrong. Write the State of that time. Dates that touch the change, or are not known well enough, are left alone.',
  source: 'ISO 3166-3; the dates of succession in the table of countries',
  examples: {
    bad: [
      `chancery: engagement/1
id: example
type: incident-prevention-agreement
title: Agreement on incidents at sea
status: signed
participants:
  - { countries: [USA, RUS], role: signatory }
agreement: { signed: 1972-05-25 }
`,
      `chancery: engagement/1
id: example
type: staff-talks
title: Talks held long after
status: completed
dates: { start: 2004-03-01, end: 2004-03-02 }
participants:
  - { country: SUN, role: host }
  - { country: FIN, role: guest }
`,
      `chancery: engagement/1
id: example
type: staff-talks
title: Talks under a former name
status: completed
dates: { start: 2001 }
participants:
  - { country: ZAR, role: host }
  - { country: AGO, role: guest }
`,
    ],
    good: [
      `chancery: engagement/1
id: example
type: incident-prevention-agreement
title: Agreement on incidents at sea
status: signed
participants:
  - { countries: [USA, SUN], role: signatory }
agreement: { signed: 1972-05-25 }
`,
      `chancery: engagement/1
id: example
type: staff-talks
title: Talks in the months of change
status: completed
dates: { start: 1991-12 }
participants:
  - { country: RUS, role: host }
  - { country: SUN, role: guest }
  - { countries: [EST, DEU], role: observer }
`,
      `chancery: engagement/1
id: example
type: hotline
title: Direct line that outlived one of its ends
status: active
dates: { start: 1963-08-30 }
participants:
  - { country: USA, role: signatory }
  - { country: RUS, role: signatory, note: Successor of the Soviet Union }
channel: { medium: message, status: active }
`,
    ],
  },
  check: checkOf('engagement', function* (engagement, context) {
    for (const found of countriesOutOfTime(engagement, context)) {
      const report = found.existence === 'ended' ? ended(found, context) : tooEarly(found, context)
      if (report) yield report
    }
  }),
}

function ended({ at, country, when }: OutOfTime, context: Context): Report {
  const { countries } = context.vocabulary
  const heirs = statesAfter(country, when, countries.entries)
  const over = country.to === undefined ? '' : ` until ${country.to}`
  const message = `The code ${country.code} stood for ${nameIn(country, context)}${over}, and this engagement is dated ${datesAsWritten(when)}. ${instead(heirs)}`
  return { at, message, fixes: heirs.map((c) => write(at, c, context)), tag: 'deprecated' }
}

function tooEarly({ at, country, when, isPlace }: OutOfTime, context: Context): Report | undefined {
  const { entries } = context.vocabulary.countries
  const earlier = country.renamed ? statesAfter(country, when, entries) : statesBefore(country, when, entries)
  if (earlier.length === 0 || country.from === undefined) return undefined
  // Ukraine and Belarus had seats of their own beside the Soviet Union's.
  if (!country.renamed && satAsMember(country, when, context.vocabulary)) return undefined
  const names = listed(
    earlier.map((c) => nameIn(c, context)),
    'or',
  )
  const code = listed(
    earlier.map((c) => c.code),
    'or',
  )
  return {
    at,
    message: `The code ${country.code} (${countryName(country, context.vocabulary, context.settings.naming)}) counts from ${country.from}, and this engagement is dated ${datesAsWritten(when)}. The State of that time was ${names}: write ${code}.`,
    fixes: earlier.map((c) => write(at, c, context)),
    // Writers often give a place by today's map.
    ...(isPlace ? { atMost: 'warning' } : {}),
  }
}

function instead(heirs: readonly Country[]): string {
  const codes = heirs.map((c) => c.code)
  if (codes.length === 0) return 'Write the State that took part.'
  if (codes.length < 4) return `Write ${listed(codes, 'or')}.`
  return `Write the State that took part, as ${listed(codes.slice(0, 2), 'or')}.`
}

function nameIn(country: Country, { vocabulary, settings }: Context): string {
  return withArticle(countryName(country, vocabulary, settings.naming))
}

function write(at: Report['at'], country: Country, { vocabulary, settings }: Context) {
  return replaceWith(at, country.code, false, `Write ${country.code} (${countryName(country, vocabulary, settings.naming)})`)
}
