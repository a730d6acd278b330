import type { Source } from '../model/types.generated.ts'
import { known } from '../model/when.ts'
import { addDays, firstDay, lastDay } from '../schema/dates.ts'
import { evidenceReader, sourceNamed } from './evidence.ts'
import { type Context, checkOf, type Report, type Rule } from './rule.ts'
import { isLanguage, listedIn } from './wording.ts'

export const rule: Rule = {
  id: 'source-date-after',
  topic: 'evidence',
  level: 'error',
  certainty: 'exact',
  summary: 'What came of an event is taken from sources that were published before it began.',
  reason:
    'A text that is older than an event cannot report how it went; most often the entry of an earlier year was cited by mistake. Cite the right source, correct its date, or mark the outcome as planned in its words. The rule speaks of events that are under way or over, and of outcomes all of whose sources are dated before the first day. It is an error only where an outcome is called confirmed and its newest source is a month or more too old; nearer by, and for what is only reported, the level is `info`, for ships arrive and papers are signed ahead of the first day. Silent are outcomes whose words tell of a plan or an announcement (a list that a team extends or cuts under `words: { source-date-after: … }`), undated sources, treaties, laws, books and data, agreements and standing arrangements, and sources that a brief cites, for what a brief takes from them cannot be told.',
  source: 'Common practice of source criticism: a report is no older than what it reports.',
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
  - { text: The staffs set a date for the next talks., status: confirmed, sources: [post2023] }
sources:
  post2023: { type: news, title: Two navies talk, publisher: Harbour Post, date: 2023-05-16, url: "https://example.org/two-navies" }
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
  - { text: The staffs set a date for the next talks., status: confirmed, sources: [post2024] }
  - { text: The talks were announced a year ahead., status: confirmed, sources: [post2023] }
sources:
  post2023: { type: news, title: Two navies talk, publisher: Harbour Post, date: 2023-05-16, url: "https://example.org/two-navies" }
  post2024: { type: news, title: Two navies talk again, publisher: Harbour Post, date: 2024-05-16, url: "https://example.org/two-navies" }
`,
    ],
  },
  check: checkOf('engagement', function* ({ type, status, dates, outcomes = [], sources }, context) {
    const temporal = context.vocabulary.engagementTypes.get(type ?? '')?.temporal ?? []
    const start = known(dates?.start)
    if (start === undefined || temporal.length !== 1 || temporal[0] !== 'event' || !(status === 'completed' || status === 'ongoing')) return
    const { ofOutcome } = evidenceReader(context)
    const announcing = announcingTexts(context)
    for (const [index, outcome] of outcomes.entries()) {
      const rests = ofOutcome(outcome)
      const published = rests.sources.map((id) => reportDate(sourceNamed(sources, id)))
      const newest = published
        .map((date) => date && lastDay(date))
        .sort()
        .at(-1)
      if (rests.engagements.length > 0 || newest === undefined || published.includes(undefined) || announcing.has(index)) continue
      // Where a paper appears the day may be a day behind.
      if (newest >= addDays(firstDay(start), -1)) continue
      const isSure = outcome.status === 'confirmed' && newest < addDays(firstDay(start), -30) && isLanguage(context.settings.language, 'en')
      yield report(index, start, isSure, rests.sources)
    }
  }),
}

/** Such texts report nothing: what they lay down may well be cited for what came later. */
const lasting = new Set(['treaty', 'legislation', 'resolution', 'book', 'dataset'])

function reportDate(source: Source | undefined): string | undefined {
  return lasting.has(source?.type ?? '') ? undefined : known(source?.date)
}

function announcingTexts(context: Context): ReadonlySet<unknown> {
  const found = [...listedIn(context, 'source-date-after')].filter(({ passage: { path } }) => path[0] === 'outcomes')
  return new Set(found.map(({ passage: { path } }) => path[1]))
}

function report(index: number, start: string, isSure: boolean, ids: readonly string[]): Report {
  const [what, verb] = ids.length === 1 ? ['The source of this outcome', 'was'] : ['All sources of this outcome', 'were']
  return {
    at: ['outcomes', index, 'sources'],
    ...(isSure ? {} : { atMost: 'info' as const }),
    message: `${what} ${verb} published before the event began (${start}), so ${ids.length === 1 ? 'it' : 'they'} cannot tell what came of it. Cite what was published afterwards, correct the date, or say in the text that this was planned.`,
    related: [
      { at: ['dates', 'start'], message: `The event began on this date: ${start}.` },
      ...ids.map((id) => ({ at: ['sources', id, 'date'], message: `${id} was published on this date.` })),
    ],
  }
}
