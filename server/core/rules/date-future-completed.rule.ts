import { known, later } from '../model/when.ts'
import { onDate } from '../schema/date-words.ts'
import { before } from '../schema/dates.ts'
import { replaceWith } from './change.ts'
import { checkOf, type Rule } from './rule.ts'

export const rule: Rule = {
  id: 'date-future-completed',
  topic: 'engagements',
  level: 'error',
  certainty: 'exact',
  summary: 'An engagement is called completed although its last day is still to come.',
  reason:
    'What has not happened yet cannot be cited as something that has. Either a date is wrong, most often the year, or the status was set too early. Correct the one that is wrong.',
  source: 'Chancery: the meaning of the status words; the day is that of the run, or the one given to it',
  examples: {
    bad: [
      `chancery: engagement/1
id: example
type: staff-talks
title: Naval staff talks
status: completed
dates: { start: 2030-05-02, end: 2030-05-04 }
participants:
  - { countries: [FRA, GBR], role: participant }
`,
      `chancery: engagement/1
id: example
type: staff-talks
title: Naval staff talks
status: completed
dates: { start: 2026-11-21, end: 2026-11-25 }
participants:
  - { countries: [FRA, GBR], role: participant }
`,
    ],
    good: [
      `chancery: engagement/1
id: example
type: staff-talks
title: Naval staff talks
status: completed
dates: { start: 2026-11-21, end: 2026-11 }
participants:
  - { countries: [FRA, GBR], role: participant }
`,
      `chancery: engagement/1
id: example
type: staff-talks
title: Naval staff talks
status: completed
dates: { start: 2026-11-23 }
participants:
  - { countries: [FRA, GBR], role: participant }
`,
    ],
  },
  check: checkOf('engagement', function* ({ status, dates }, { today }) {
    const start = known(dates?.start)
    const end = known(dates?.end)
    const last = start !== undefined && end !== undefined ? later(end, start) : (end ?? start)
    if (status !== 'completed' || last === undefined || !before(today, last)) return
    const meant = start !== undefined && !before(today, start) ? 'ongoing' : 'planned'
    yield {
      at: ['status'],
      message: `The status is "completed", but the last day is still to come: it ends ${onDate(last)}, and today is ${today}. Correct the date, or write ${meant}.`,
      fixes: [replaceWith(['status'], meant, false)],
      related: [{ at: ['dates', last === end ? 'end' : 'start'], message: 'The last day stands here.' }],
    }
  }),
}
