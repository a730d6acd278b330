import { whenOf } from '../model/when.ts'
import { datesAsWritten } from '../schema/date-words.ts'
import { listed } from '../text/words.ts'
import { checkOf, type Rule } from './rule.ts'

export const rule: Rule = {
  id: 'exercise-name-year',
  topic: 'engagements',
  level: 'info',
  certainty: 'heuristic',
  summary: 'The title of an exercise names a year in which it did not take place.',
  reason:
    'A file for this year is mostly a copy of the one for last year, and a title or a date that was not changed makes two exercises look like one. Look both up. Some exercises bear the year for which they were planned: those from October to December may be named after the next year, as fiscal years go, and are left alone, and so is what was put off or called off. A note under `dates` says that it is right all the same.',
  source: 'Common editing practice.',
  examples: {
    bad: [
      `chancery: engagement/1
id: example
type: joint-exercise
title: Exercise Harbour Watch 2024
status: completed
dates: { start: 2023-05-15, end: 2023-05-20 }
participants:
  - { countries: [JPN, PHL], role: participant }
exercise: { form: [command-post] }
`,
    ],
    good: [
      `chancery: engagement/1
id: example
type: joint-exercise
title: Exercise Harbour Watch 2024
status: completed
dates: { start: 2024-05-15, end: 2024-05-20 }
participants:
  - { countries: [JPN, PHL], role: participant }
exercise: { form: [command-post] }
`,
      `chancery: engagement/1
id: example
type: joint-exercise
title: Exercise Harbour Watch 2024
status: completed
dates: { start: 2023-11-15, end: 2023-11-20 }
participants:
  - { countries: [JPN, PHL], role: participant }
exercise: { form: [command-post] }
`,
    ],
  },
  check: checkOf('engagement', function* (engagement, { vocabulary, today }) {
    const { type, title = '', status, dates } = engagement
    if (!vocabulary.engagementTypes.get(type ?? '')?.block.includes('exercise') || dates?.note) return
    if (status === 'postponed' || status === 'cancelled') return
    const when = whenOf(engagement, vocabulary, today)
    const named = [...title.matchAll(/(?<![\p{L}\p{N}-])(?:19|20)\d\d(?![\p{L}\p{N}])/gu)]
    const [first] = named
    if (!when || !first) return
    const years = named.map(([year]) => Number(year))
    const from = Number(when.start.slice(0, 4))
    const to = Number(when.end.slice(0, 4)) + (Number(when.end.slice(5, 7)) >= 10 ? 1 : 0)
    if (years.some((year) => from <= year && year <= to)) return
    yield {
      at: ['title'],
      within: [first.index, first.index + 4],
      message: `The title says ${listed([...new Set(years)].map(String))}, but the dates are ${datesAsWritten(when)}. Was one of them copied from another file?`,
      related: [{ at: ['dates', 'start'], message: 'The start stands here.' }],
    }
  }),
}
