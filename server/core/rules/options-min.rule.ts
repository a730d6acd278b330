import { entriesAt } from '../model/gaps.ts'
import { counted } from '../text/words.ts'
import { checkOf, numberOption, type Rule } from './rule.ts'

export const rule: Rule = {
  id: 'options-min',
  topic: 'recommendations',
  level: { draft: 'info', review: 'warning', final: 'warning' },
  certainty: 'exact',
  summary: 'A brief offers a single option.',
  reason:
    'One option is no choice. A reader who sees no alternative asks for one, and the paper comes back. Give at least two, one of them to leave things as they are. In a draft the level is `info`. Where the profile asks for options and there is none at all, `section-missing` says so.',
  source: 'Practice of staff studies and option papers: at least two courses of action are compared.',
  options: { least: { type: 'number', description: 'The fewest options that make a choice.', default: 2 } },
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
options:
  - { id: yearly-talks, title: Meet every year, pros: [A fixed date], cons: [Some cost] }
recommendations:
  - { id: r1, text: Propose yearly talks., option: yearly-talks, owner: Navy Staff, due: 2027-03-31 }
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
options:
  - { id: status-quo, title: Go on as now, pros: [No cost], cons: [No fixed date] }
  - { id: yearly-talks, title: Meet every year, pros: [A fixed date], cons: [Some cost] }
recommendations:
  - { id: r1, text: Propose yearly talks., option: yearly-talks, owner: Navy Staff, due: 2027-03-31 }
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
claims:
  - { id: c1, text: The talks are held every year., sources: [navy2024] }
recommendations:
  - { id: r1, text: Propose yearly talks., owner: Navy Staff, due: 2027-03-31, supported_by: [c1] }
sources:
  navy2024: { type: press-release, title: Staff talks end, publisher: Navy Press Office, date: 2024-05-15, url: "https://example.org/talks" }
`,
    ],
  },
  check: checkOf('brief', function* (_, context) {
    const least = numberOption(context, 'least', 2)
    const count = entriesAt(context.document, ['options']).length
    if (count === 0 || count >= least) return
    yield {
      at: ['options'],
      on: 'key',
      message: `The brief offers ${counted(count, 'option')}, and a choice needs at least ${least}. Add what else could be done, among it to leave things as they are.`,
    }
  }),
}
