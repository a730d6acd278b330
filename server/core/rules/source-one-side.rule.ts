import { participantStates } from '../model/parties.ts'
import type { Source } from '../model/types.generated.ts'
import { countryName, withArticle } from '../schema/names.ts'
import type { Country } from '../schema/vocabulary-types.ts'
import { checkOf, type Rule } from './rule.ts'
import { namesState } from './state-names.ts'

export const rule: Rule = {
  id: 'source-one-side',
  topic: 'evidence',
  level: 'info',
  certainty: 'heuristic',
  summary: 'Every source of an engagement is the government of one of its participants.',
  reason:
    'A government tells of its own engagements what it likes to be known. Add what another participant or somebody independent says, or say in a note that nobody else reported. The rule goes by what the file tells: the type of a source (official text, press release, speech, law) and a publisher or author that names one participating State alone, by its name or adjective. Of a single source, and of a publisher such as "Ministry of Defence" that names no State, nothing is said.',
  source: 'Common practice of analysis: hear both sides.',
  examples: {
    bad: [
      `chancery: engagement/1
id: example
type: staff-talks
title: Navy staff talks
status: completed
dates: { start: 2024-05-14 }
participants:
  - { countries: [JPN, PHL], role: participant }
outcomes:
  - { text: The staffs set a date for the next talks., status: reported, sources: [mod2024, navy2024] }
sources:
  mod2024: { type: official, title: Talks with the Philippines, publisher: Ministry of Defense of Japan, date: 2024-05-15, url: "https://example.org/mod" }
  navy2024: { type: press-release, title: Staff talks end, publisher: Japanese Navy Press Office, date: 2024-05-15, url: "https://example.org/talks" }
`,
    ],
    good: [
      `chancery: engagement/1
id: example
type: staff-talks
title: Navy staff talks
status: completed
dates: { start: 2024-05-14 }
participants:
  - { countries: [JPN, PHL], role: participant }
outcomes:
  - { text: The staffs set a date for the next talks., status: reported, sources: [mod2024, post2024] }
sources:
  mod2024: { type: official, title: Talks with the Philippines, publisher: Ministry of Defense of Japan, date: 2024-05-15, url: "https://example.org/mod" }
  post2024: { type: news, title: Two navies talk again, publisher: Harbour Post, date: 2024-05-16, url: "https://example.org/two-navies" }
`,
    ],
  },
  check: checkOf('engagement', function* (engagement, { vocabulary, settings }) {
    const sources = Object.values(engagement.sources ?? {})
    if (sources.length < 2 || !sources.every(({ type }) => governmental.has(type ?? ''))) return
    const codes = [...new Set(participantStates(engagement).map(({ code }) => code))]
    const states = codes.flatMap((code) => vocabulary.countries.get(code) ?? [])
    if (states.length < 2) return
    const sides = sources.map((source) => sideOf(source, states))
    const [side] = sides
    if (!side || sides.some((other) => other !== side)) return
    const name = withArticle(countryName(side, vocabulary, settings.naming))
    yield {
      at: ['sources'],
      on: 'key',
      message: `All sources come from the government of ${name}, which took part itself. Add what another participant or somebody independent says, or say in a note that nobody else reported.`,
    }
  }),
}

const governmental = new Set(['official', 'press-release', 'speech', 'legislation'])

/** The one State that publisher or author name. */
function sideOf({ publisher = '', author = '' }: Source, states: readonly Country[]): Country | undefined {
  const named = states.filter((state) => namesState(`${publisher} ${author}`, state))
  return named.length === 1 ? named[0] : undefined
}
