import { entriesAt } from '../model/gaps.ts'
import { valueAt } from '../model/value-at.ts'
import { checkOf, type Rule } from './rule.ts'

export const rule: Rule = {
  id: 'rec-deadline',
  topic: 'recommendations',
  level: 'warning',
  certainty: 'exact',
  summary: 'A recommendation does not say by when it would be carried out.',
  reason:
    'What has no date is overtaken by what has one. Give the day by which it would be done, as far as it is known: a month or a year will do. A recommendation that only asks the reader to take note or to discuss (`decision: note`, `decision: discuss`) needs no date.',
  source: 'Practice of ministerial submissions and staff papers: each action has an owner and a date.',
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
  - { id: r1, text: Propose yearly talks., owner: Navy Staff, supported_by: [c1] }
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
  - { id: r1, text: Propose yearly talks., owner: Navy Staff, due: 2027, supported_by: [c1] }
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
claims:
  - { id: c1, text: The talks are held every year., sources: [navy2024] }
recommendations:
  - { id: r1, text: Note that the talks of May were the first in two years., owner: Navy Staff, decision: note, supported_by: [c1] }
sources:
  navy2024: { type: press-release, title: Staff talks end, publisher: Navy Press Office, date: 2024-05-15, url: "https://example.org/talks" }
`,
    ],
  },
  check: checkOf('brief', function* ({ recommendations = [] }, { document }) {
    for (const index of entriesAt(document, ['recommendations'])) {
      const at = ['recommendations', index, 'due']
      const { decision } = recommendations[index] ?? {}
      // Of a date that is blank or none it is told as such.
      if (decision === 'note' || decision === 'discuss' || valueAt(document.value, at) !== undefined) continue
      yield {
        at,
        missing: [at],
        message:
          'This recommendation has no date, and what has none is put off. Add "due" with the day, the month or the year by which it would be done.',
      }
    }
  }),
}
