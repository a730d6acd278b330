import { known } from '../model/when.ts'
import { addDays, before, dateWords, daysBetween, weekdayOf } from '../schema/dates.ts'
import { counted } from '../text/words.ts'
import { type Context, checkOf, numberOption, type Report, type Rule } from './rule.ts'

export const rule: Rule = {
  id: 'decision-date',
  topic: 'recommendations',
  level: { draft: 'info', review: 'warning', final: 'warning' },
  certainty: 'exact',
  summary: 'The decision is asked for too soon, or by a day that was over when the brief was written.',
  reason:
    'A principal who gets a paper on Monday for a decision on Wednesday has no time to ask anybody. An action memo leaves at least five working days after its date. Saturdays and Sundays are not counted; holidays, and weekends on other days, are not known to the check, so leave more time where there are some. In papers of other profiles only a day before the date of the brief is reported, unless the option is set. In a draft, whose own date is not settled, the level is `info`.',
  source: 'US Department of State guidance for action memos: the date for the decision is at least five business days away.',
  options: {
    days: {
      type: 'number',
      description:
        'The fewest working days between the date of the brief and the day of the decision. When it is set, it holds for every profile.',
      default: 5,
    },
  },
  examples: {
    bad: [
      `chancery: brief/1
id: example
title: Talks at sea
profile: state-action-memo
stage: draft
date: 2026-11-02
bluf: Agree to yearly talks between the two navies.
timing: { decide_by: 2026-11-06, why: The planning round closes. }
background: The staffs met in May.
claims:
  - { id: c1, text: The talks are held every year., sources: [navy2024] }
recommendations:
  - { id: r1, text: Propose yearly talks., owner: Navy Staff, due: 2027-03-31, supported_by: [c1] }
sources:
  navy2024: { type: press-release, title: Staff talks end, publisher: Navy Press Office, date: 2024-05-15, url: "https://example.org/talks" }
`,
      `chancery: brief/1
id: example
title: Talks at sea
profile: idrc
stage: draft
date: 2026-11-02
bluf: Agree to yearly talks between the two navies.
background: The staffs met in May.
analysis: A fixed date is harder to cancel.
timing: { decide_by: 2026-10-30 }
claims:
  - { id: c1, text: The talks are held every year., sources: [navy2024] }
recommendations:
  - { id: r1, text: Propose yearly talks., owner: Navy Staff, due: 2027-03-31, supported_by: [c1] }
sources:
  navy2024: { type: press-release, title: Staff talks end, publisher: Navy Press Office, date: 2024-05-15, url: "https://example.org/talks" }
`,
    ],
    good: [
      `chancery: brief/1
id: example
title: Talks at sea
profile: state-action-memo
stage: draft
date: 2026-11-02
bluf: Agree to yearly talks between the two navies.
timing: { decide_by: 2026-11-09, why: The planning round closes. }
background: The staffs met in May.
claims:
  - { id: c1, text: The talks are held every year., sources: [navy2024] }
recommendations:
  - { id: r1, text: Propose yearly talks., owner: Navy Staff, due: 2027-03-31, supported_by: [c1] }
sources:
  navy2024: { type: press-release, title: Staff talks end, publisher: Navy Press Office, date: 2024-05-15, url: "https://example.org/talks" }
`,
      `chancery: brief/1
id: example
title: Talks at sea
profile: idrc
stage: draft
date: 2026-11-02
bluf: Agree to yearly talks between the two navies.
background: The staffs met in May.
analysis: A fixed date is harder to cancel.
timing: { decide_by: 2026-11-03 }
claims:
  - { id: c1, text: The talks are held every year., sources: [navy2024] }
recommendations:
  - { id: r1, text: Propose yearly talks., owner: Navy Staff, due: 2027-03-31, supported_by: [c1] }
sources:
  navy2024: { type: press-release, title: Staff talks end, publisher: Navy Press Office, date: 2024-05-15, url: "https://example.org/talks" }
`,
    ],
  },
  check: checkOf('brief', function* ({ date, timing }, context) {
    const [written, asked] = [known(date), known(timing?.decide_by)]
    if (written === undefined || asked === undefined) return
    const related = [{ at: ['date'], message: `The brief is of ${dateWords(written)}.` }]
    const at = ['timing', 'decide_by']
    const words = before(asked, written)
      ? `The decision is asked for by ${dateWords(asked)}, before the date of the brief, so nobody could still take it in time. Give a day to come.`
      : tooSoon(written, asked, context)
    if (words) yield { at, message: words, related } satisfies Report
  }),
}

/** Coarse dates leave open how many days there are. */
function tooSoon(written: string, asked: string, context: Context): string | undefined {
  const holds = context.settings.profile === 'state-action-memo' || context.options['days'] !== undefined
  const least = numberOption(context, 'days', 5)
  if (!holds || written.length < 10 || asked.length < 10) return undefined
  const days = workingDays(written, asked, least)
  if (days >= least) return undefined
  return `The decision is asked for ${counted(days, 'working day')} after the date of the brief, and a reader needs at least ${least} to ask others. Give a later day, or send the paper sooner.`
}

/** Working days after one day up to another, counted no further than needed. */
function workingDays(from: string, to: string, most: number): number {
  const all = daysBetween(from, to)
  let days = 0
  for (let i = 1; i <= all && days < most; i++) if (weekdayOf(addDays(from, i)) < 5) days++
  return days
}
