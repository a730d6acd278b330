import { known } from '../model/when.ts'
import { before } from '../schema/dates.ts'
import type { Entry } from '../workspace/portfolio.ts'
import { type CitedEngagement, citedEngagements } from './cited-engagements.ts'
import { checkOf, type Report, type Rule } from './rule.ts'

export const rule: Rule = {
  id: 'draft-in-final',
  topic: 'references',
  level: { draft: 'off', review: 'info', final: 'error' },
  certainty: 'exact',
  summary: 'A final brief rests on the record of an engagement that is not finished.',
  reason:
    'What is final goes out, and then the reader opens a record that is half written or was never brought up to date. An engagement has no stage of its own, so the rule goes by what its file lacks or contradicts: no type, title, status or participants; or a status of planned, confirmed or negotiating although it was over, or signed, before the day that the brief bears. Finish the record, or do not cite it yet. An event that still lay ahead on that day may be cited as planned.',
  source: 'Chancery: a brief is as finished as what it rests on.',
  examples: {
    bad: [
      `#- staff-talks-2024.engagement.yaml
chancery: engagement/1
id: staff-talks-2024
type: staff-talks
title: Navy staff talks
status: confirmed
dates: { start: 2027-05-14 }
participants:
  - { countries: [JPN, PHL], role: participant }
#- example.brief.yaml
chancery: brief/1
id: example
title: Talks at sea
profile: state-info-memo
stage: final
date: 2027-11-02
bluf: The two navies met again and set a date for the next talks.
background: The staffs met in May [@staff-talks-2024].
`,
    ],
    good: [
      `#- staff-talks-2024.engagement.yaml
chancery: engagement/1
id: staff-talks-2024
type: staff-talks
title: Navy staff talks
status: completed
dates: { start: 2024-05-14 }
participants:
  - { countries: [JPN, PHL], role: participant }
#- staff-talks-2027.engagement.yaml
chancery: engagement/1
id: staff-talks-2027
type: staff-talks
title: Navy staff talks
status: planned
dates: { start: 2027-05-14 }
participants:
  - { countries: [JPN, PHL], role: participant }
#- example.brief.yaml
chancery: brief/1
id: example
title: Talks at sea
profile: state-info-memo
stage: final
date: 2026-11-02
bluf: The two navies met again and set a date for the next talks.
background: The staffs met in May 2024 [@staff-talks-2024] and are to meet again in 2027 [@staff-talks-2027].
`,
    ],
  },
  check: checkOf('brief', function* ({ date }, context) {
    const told = new Set<string>()
    for (const cited of citedEngagements(context)) {
      const flaw = told.has(cited.entry.id) ? undefined : flawOf(cited.entry, known(date))
      if (!flaw) continue
      told.add(cited.entry.id)
      yield report(cited, flaw)
    }
  }),
}

interface Flaw {
  readonly words: string
  /** Where it stands in the file of the engagement. */
  readonly place: string
}

function flawOf(entry: Entry, date: string | undefined): Flaw | undefined {
  const { type, title, status, start, end, engagement } = entry
  const lacks = Object.entries({ type, title, status }).find(([, value]) => !value?.trim())?.[0]
  if (lacks !== undefined) return { words: `has no ${lacks} yet`, place: 'id' }
  if (!Object.hasOwn(entry.places, 'participants')) return { words: 'names no participants yet', place: 'id' }
  if (date === undefined) return undefined
  const last = known(end ?? start)
  if ((status === 'planned' || status === 'confirmed') && last !== undefined && before(last, date))
    return { words: `is still called ${status}, although it was over by ${last}`, place: 'status' }
  const signed = known(engagement?.agreement?.signed)
  if (status === 'negotiating' && signed !== undefined && before(signed, date))
    return { words: `is still called negotiating, although it was signed on ${signed}`, place: 'status' }
  return undefined
}

function report({ entry, at, within }: CitedEngagement, { words, place }: Flaw): Report {
  const range = entry.places[place] ?? entry.idRange
  return {
    at,
    ...(within ? { within } : {}),
    message: `The record of ${entry.id} ${words}, and a final brief cannot rest on it. Finish the record, or do not cite it.`,
    related: [{ path: entry.path, ...range, message: `${entry.id} ${words}.` }],
  }
}
