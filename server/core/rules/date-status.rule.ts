import type { Engagement } from '../model/types.generated.ts'
import { known, later } from '../model/when.ts'
import { ago, onDate } from '../schema/date-words.ts'
import { before } from '../schema/dates.ts'
import type { Temporal } from '../schema/vocabulary-types.ts'
import { replaceWith } from './change.ts'
import { checkOf, type Report, type Rule } from './rule.ts'

export const rule: Rule = {
  id: 'date-status',
  topic: 'engagements',
  level: 'warning',
  certainty: 'exact',
  summary: 'An engagement is called planned, confirmed or ongoing although its dates have passed.',
  reason:
    'A record that was never brought up to date misleads whoever cites it. Find out what became of it and write that: completed, postponed or cancelled. The day counts as passed when today is after the last day that the date can mean.',
  source: 'Chancery: the meaning of the status words; the day is that of the run, or the one given to it',
  examples: {
    bad: [
      `chancery: engagement/1
id: example
type: staff-talks
title: Naval staff talks
status: planned
dates: { start: 2025-09-10, end: 2025-09-12 }
participants:
  - { countries: [FRA, GBR], role: participant }
`,
      `chancery: engagement/1
id: example
type: hotline
title: Line between two headquarters
status: planned
dates: { start: 2024 }
participants:
  - { countries: [FRA, GBR], role: participant }
channel: { medium: voice, status: unknown }
`,
    ],
    good: [
      `chancery: engagement/1
id: example
type: staff-talks
title: Naval staff talks
status: planned
dates: { start: 2026-11 }
participants:
  - { countries: [FRA, GBR], role: participant }
`,
      `chancery: engagement/1
id: example
type: staff-talks
title: Naval staff talks
status: ongoing
dates: { start: 2026-11-20, end: 2026-11-23 }
participants:
  - { countries: [FRA, GBR], role: participant }
`,
      `chancery: engagement/1
id: example
type: staff-talks
title: Naval staff talks
status: postponed
dates: { start: 2025-09-10, end: 2025-09-12 }
participants:
  - { countries: [FRA, GBR], role: participant }
`,
    ],
  },
  check: checkOf('engagement', function* (engagement, { vocabulary, today }) {
    const kinds = vocabulary.engagementTypes.get(engagement.type ?? '')?.temporal ?? ['event']
    const report = kinds.includes('event')
      ? overdueEvent(engagement, kinds, today)
      : kinds.includes('standing')
        ? overdueStart(engagement, today)
        : undefined
    if (report) yield report
  }),
}

function overdueEvent(engagement: Engagement, kinds: readonly Temporal[], today: string): Report | undefined {
  const { status, dates } = engagement
  if (status !== 'planned' && status !== 'confirmed' && status !== 'ongoing') return undefined
  const start = known(dates?.start)
  const end = dates?.end === undefined ? start : known(dates.end)
  if (start === undefined || end === undefined) return undefined
  const last = later(end, start)
  if (!before(last, today)) return undefined
  const mayStand = kinds.includes('standing') && dates?.end === undefined
  const words = mayStand ? ['completed', 'active'] : ['completed']
  const open = status === 'ongoing' && dates?.end === undefined
  const advice = open
    ? 'An event without an end counts as one of a single day: give the end, or write completed.'
    : `Write ${words.join(' or ')} if it took place, else postponed or cancelled.`
  return {
    at: ['status'],
    message: `The status is "${status}", but the last day was ${ago(last, today)} (${last}). ${advice}`,
    fixes: words.map((word) => replaceWith(['status'], word, false)),
    related: [{ at: ['dates', dates?.end === undefined ? 'start' : 'end'], message: 'The last day stands here.' }],
    // It may still be going on, and only the end be unknown.
    ...(open ? { atMost: 'hint' } : {}),
  }
}

/** An arrangement that was to begin and has not been looked at since. */
function overdueStart({ status, dates }: Engagement, today: string): Report | undefined {
  const start = known(dates?.start)
  if (status !== 'planned' || start === undefined || !before(start, today)) return undefined
  return {
    at: ['status'],
    message: `The status is "planned", but it was to begin ${onDate(start)}, ${ago(start, today)}. Write active if it did; if it did not, give the new date.`,
    fixes: [replaceWith(['status'], 'active', false)],
    related: [{ at: ['dates', 'start'], message: 'The start stands here.' }],
  }
}
