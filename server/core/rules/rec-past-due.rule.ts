import { known } from '../model/when.ts'
import { before, dateWords } from '../schema/dates.ts'
import type { Path } from '../text/path.ts'
import type { Change } from './change.ts'
import { replaceWith } from './change.ts'
import { checkOf, type Rule } from './rule.ts'

export const rule: Rule = {
  id: 'rec-past-due',
  topic: 'recommendations',
  level: 'warning',
  certainty: 'exact',
  summary: 'A recommendation or a next step was due before the date of the brief.',
  reason:
    'A reader who is asked to do something by a day that is over takes the paper for an old one. Give a date to come, or, where the step is done, say so in the text and take it off the list. Dates are compared as far as both are known, so "2026-11" is not over in a brief of that month.',
  source: 'Common practice of staff papers; the date of the brief is the day on which it is read.',
  examples: {
    bad: [
      `chancery: brief/1
id: example
title: Talks at sea
profile: idrc
stage: draft
date: 2026-11-02
bluf: Agree to yearly talks between the two navies.
background: The staffs met in May.
analysis: A fixed date is harder to cancel.
claims:
  - { id: c1, text: The talks are held every year., sources: [navy2024] }
recommendations:
  - { id: r1, text: Propose yearly talks., owner: Navy Staff, due: 2026-03-31, supported_by: [c1] }
sources:
  navy2024: { type: press-release, title: Staff talks end, publisher: Navy Press Office, date: 2024-05-15, url: "https://example.org/talks" }
`,
    ],
    good: [
      `chancery: brief/1
id: example
title: Talks at sea
profile: idrc
stage: draft
date: 2026-11-02
bluf: Agree to yearly talks between the two navies.
background: The staffs met in May.
analysis: A fixed date is harder to cancel.
claims:
  - { id: c1, text: The talks are held every year., sources: [navy2024] }
recommendations:
  - { id: r1, text: Propose yearly talks., owner: Navy Staff, due: 2026-11, supported_by: [c1] }
sources:
  navy2024: { type: press-release, title: Staff talks end, publisher: Navy Press Office, date: 2024-05-15, url: "https://example.org/talks" }
`,
    ],
  },
  check: checkOf('brief', function* ({ date, recommendations = [], next_steps = [] }) {
    const written = known(date)
    if (written === undefined) return
    for (const [list, entries, what] of [
      ['recommendations', recommendations, 'This recommendation'],
      ['next_steps', next_steps, 'This step'],
    ] as const) {
      for (const [index, entry] of entries.entries()) {
        const due = known(entry.due)
        if (due === undefined || !before(due, written)) continue
        const at = [list, index, 'due']
        yield {
          at,
          message: `${what} was due ${due.length > 7 ? 'on' : 'in'} ${dateWords(due)}, before the date of the brief, so nobody could still do it in time. Give a date to come, or take out what is done.`,
          fixes: nextTime(at, due, written),
          related: [{ at: ['date'], message: `The brief is of ${dateWords(written)}.` }],
        }
      }
    }
  }),
}

/** The same day in the first year in which it is still to come: most such dates were copied from the paper of the year before. */
function nextTime(at: Path, due: string, written: string): readonly Change[] {
  const year = Number(written.slice(0, 4))
  const dates = [year, year + 1].map((y) => `${y}${due.slice(4)}`)
  const next = dates.find((date) => known(date) !== undefined && !before(date, written))
  return next === undefined ? [] : [replaceWith(at, next, false)]
}
