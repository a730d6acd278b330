import type { Engagement } from '../model/types.generated.ts'
import { known } from '../model/when.ts'
import { onDate } from '../schema/date-words.ts'
import { before } from '../schema/dates.ts'
import type { Path } from '../text/path.ts'
import type { Change } from './change.ts'
import { checkOf, type Report, type Rule } from './rule.ts'

export const rule: Rule = {
  id: 'date-order',
  topic: 'engagements',
  level: 'error',
  certainty: 'exact',
  summary: 'Two dates stand in an order that cannot be.',
  reason:
    'An end before the start is a slip of the pen, and everything that goes by the dates is wrong with it: membership, status, the timeline. Look both dates up again; often they have only changed places. Dates that are equal as far as they are known are left alone.',
  source: 'Chancery: the meaning of the date fields',
  examples: {
    bad: [
      `chancery: engagement/1
id: example
type: staff-talks
title: Naval staff talks
status: completed
dates: { start: 2024-05-10, end: 2024-04-22 }
participants:
  - { countries: [FRA, GBR], role: participant }
`,
      `chancery: engagement/1
id: example
type: hotline
title: Line between two headquarters
status: active
dates: { start: 2019-03-01 }
participants:
  - { countries: [FRA, GBR], role: participant }
channel: { medium: voice, status: active, established: 2019-03-01, last_tested: 2018-11 }
`,
    ],
    good: [
      `chancery: engagement/1
id: example
type: staff-talks
title: Naval staff talks
status: completed
dates: { announced: 2024-03, start: 2024-04-22, end: 2024-04 }
participants:
  - { countries: [FRA, GBR], role: participant }
`,
      `chancery: engagement/1
id: example
type: staff-talks
title: Talks made public only afterwards
status: completed
dates: { announced: 2024-06-01, start: 2024-04-22, note: The two sides said nothing until June. }
participants:
  - { countries: [FRA, GBR], role: participant }
`,
    ],
  },
  check: checkOf('engagement', function* (engagement) {
    for (const pair of pairsOf(engagement)) {
      const [earlier, later] = [known(pair.earlier.date), known(pair.later.date)]
      if (earlier === undefined || later === undefined || !before(later, earlier)) continue
      yield {
        at: pair.later.at,
        message: pair.words(earlier, later),
        fixes: pair.swap ? [swap(pair, earlier, later)] : [],
        related: [{ at: pair.earlier.at, message: pair.name }],
        ...(pair.atMost ? { atMost: pair.atMost } : {}),
      }
    }
  }),
}

interface Dated {
  readonly at: Path
  readonly date: string | undefined
}

interface Pair {
  readonly earlier: Dated
  readonly later: Dated
  /** What the earlier date is, as a label for its place. */
  readonly name: string
  readonly words: (earlier: string, later: string) => string
  readonly swap?: true
  readonly atMost?: Report['atMost']
}

function pairsOf(engagement: Engagement): readonly Pair[] {
  const { dates, channel } = engagement
  const last = dates?.end === undefined ? 'start' : 'end'
  const [start, end] = [known(dates?.start), known(dates?.end)]
  const isSwapped = start !== undefined && end !== undefined && before(end, start)
  const established: Dated = { at: ['channel', 'established'], date: channel?.established }
  const use = (key: 'last_used' | 'last_tested', verb: string): Pair => ({
    earlier: established,
    later: { at: ['channel', key], date: channel?.[key] },
    name: 'The channel was established here.',
    words: (begun, day) =>
      `The channel cannot have been last ${verb} ${onDate(day)}, before it was established ${onDate(begun)}. Look both dates up again.`,
  })
  return [
    {
      earlier: { at: ['dates', 'start'], date: dates?.start },
      later: { at: ['dates', 'end'], date: dates?.end },
      name: 'The start stands here.',
      words: (first, second) => `The end, ${second}, lies before the start, ${first}. Have the two changed places?`,
      swap: true,
    },
    ...(dates?.note === undefined && !isSwapped ? [announced(dates, last)] : []),
    use('last_used', 'used'),
    use('last_tested', 'tested'),
  ]
}

/** Some talks are made public only afterwards; then a note says so. */
function announced(dates: Engagement['dates'], last: 'start' | 'end'): Pair {
  return {
    earlier: { at: ['dates', 'announced'], date: dates?.announced },
    later: { at: ['dates', last], date: dates?.[last] },
    name: 'It was announced here.',
    words: (day, end) =>
      `It was over ${onDate(end)}, before it was announced ${onDate(day)}. Look both dates up again; if it was made public only afterwards, say so in a note under "dates".`,
    atMost: 'warning',
  }
}

function swap({ earlier, later }: Pair, first: string, second: string): Change {
  return {
    title: 'Let the two dates change places',
    safe: false,
    steps: [
      { do: 'replace', at: earlier.at, with: second },
      { do: 'replace', at: later.at, with: first },
    ],
  }
}
