import type { Precedent } from '../model/types.generated.ts'
import { known } from '../model/when.ts'
import { onDate } from '../schema/date-words.ts'
import { before, compareDates } from '../schema/dates.ts'
import type { Path } from '../text/path.ts'
import { listed } from '../text/words.ts'
import type { Entry } from '../workspace/portfolio.ts'
import { replaceWith } from './change.ts'
import { citedPeriodReports } from './cited-periods.ts'
import { type Context, checkOfTexts, type Report, type Rule } from './rule.ts'

export const rule: Rule = {
  id: 'date-mismatch',
  topic: 'references',
  level: 'warning',
  certainty: 'exact',
  summary: 'A date that is given for an engagement contradicts the dates in its own file.',
  reason:
    'A brief that dates an event otherwise than its own record loses the reader at once, and one of the two is wrong. Look the date up, and correct it in the file in which it is wrong. Under `precedents` and `history` a date fits if it lies within the dates of the engagement, or is a day of its signature, entry into force or end; a month or a year fits any day in it. In the text of a brief, at level `info` at most, a period such as "22 April to 10 May 2024" is compared in a sentence that cites this one engagement and nothing else: only where it is almost that of the record or is off by a year, since a shorter one may be a phase, and another one something else.',
  source: 'Chancery: a brief agrees with what it cites',
  examples: {
    bad: [
      `#- staff-talks-2024.engagement.yaml
chancery: engagement/1
id: staff-talks-2024
type: staff-talks
title: Navy staff talks
status: completed
dates: { start: 2024-05-14, end: 2024-05-16 }
participants:
  - { countries: [JPN, PHL], role: participant }
#- example.brief.yaml
chancery: brief/1
id: example
title: Talks at sea
profile: state-info-memo
stage: draft
date: 2026-11-02
bluf: The two navies met again and set a date for the next talks.
background: The staffs met in May [@staff-talks-2024].
history:
  - { engagement: staff-talks-2024, date: 2023-05 }
`,
    ],
    good: [
      `#- staff-talks-2024.engagement.yaml
chancery: engagement/1
id: staff-talks-2024
type: staff-talks
title: Navy staff talks
status: completed
dates: { start: 2024-05-14, end: 2024-05-16 }
participants:
  - { countries: [JPN, PHL], role: participant }
#- example.brief.yaml
chancery: brief/1
id: example
title: Talks at sea
profile: state-info-memo
stage: draft
date: 2026-11-02
bluf: The two navies met again and set a date for the next talks.
background: The staffs met in May [@staff-talks-2024].
history:
  - { engagement: staff-talks-2024, date: 2024-05 }
`,
    ],
  },
  check: checkOfTexts(function* (context) {
    yield* precedentReports(context)
    yield* citedPeriodReports(context)
  }),
}

/** The entries of `precedents` and `history` that name an engagement and date it. */
function* precedentReports(context: Context): Iterable<Report> {
  const { document, portfolio } = context
  for (const { precedent, at } of precedentsOf(document)) {
    const date = known(precedent.date)
    if (!precedent.engagement || date === undefined) continue
    const entries = portfolio.defined('engagement', precedent.engagement)
    const [entry] = entries
    // Which of two files is meant nobody can tell.
    if (!entry || entries.length > 1) continue
    const days = daysOf(entry, context)
    if (days.length === 0 || days.some((span) => !before(date, span.from) && !(span.to !== undefined && before(span.to, date)))) continue
    yield {
      at: [...at, 'date'],
      message: `${precedent.engagement} is dated ${date} here, but its own file says ${listed(days.map(({ words }) => words))}. Look it up, and correct the one that is wrong.`,
      fixes: [replaceWith([...at, 'date'], days[0]?.from ?? date, false)],
      related: days.flatMap(({ place, words }) => {
        const range = entry.places[place]
        return range ? [{ path: entry.path, ...range, message: `${entry.id}: ${words}.` }] : []
      }),
    }
  }
}

function precedentsOf({ kind, model }: Context['document']): readonly { readonly precedent: Precedent; readonly at: Path }[] {
  const part = kind === 'brief' ? 'history' : 'precedents'
  const list = kind === 'brief' ? model.history : kind === 'engagement' ? model.precedents : undefined
  return (list ?? []).map((precedent, index) => ({ precedent, at: [part, index] }))
}

interface Days {
  readonly from: string
  /** Undefined where it goes on. */
  readonly to: string | undefined
  readonly words: string
  readonly place: string
}

/** The days that an engagement may be dated by. */
function daysOf(entry: Entry, { vocabulary }: Context): readonly Days[] {
  const { agreement } = entry.engagement ?? {}
  const single = (day: string | undefined, verb: string, place: string): readonly Days[] =>
    known(day) === undefined ? [] : [{ from: day ?? '', to: day, words: `${verb} ${onDate(day ?? '')}`, place }]
  return [
    ...heldOn(entry, vocabulary),
    ...single(agreement?.signed, 'signed', 'agreement.signed'),
    ...single(agreement?.inForce, 'in force', 'agreement.in_force'),
    ...single(agreement?.ended, 'ended', 'agreement.ended'),
  ]
}

function heldOn({ start, end, type = '', status }: Entry, { engagementTypes }: Context['vocabulary']): readonly Days[] {
  const [from, to] = [known(start), known(end)]
  if (from === undefined || (end !== undefined && to === undefined) || (to !== undefined && compareDates(to, from) < 0)) return []
  const isEvent = engagementTypes.get(type)?.temporal.every((t) => t === 'event') ?? false
  const goesOn = to === undefined && (!isEvent || status === 'ongoing')
  const words = to === undefined ? (goesOn ? `since ${from}` : onDate(from)) : `${from} to ${to}`
  return [{ from, to: goesOn ? undefined : (to ?? from), words, place: 'dates.start' }]
}
