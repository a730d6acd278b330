import { entriesAt } from '../model/gaps.ts'
import { counted } from '../text/words.ts'
import { checkOf, numberOption, type Rule } from './rule.ts'

export const rule: Rule = {
  id: 'rec-count',
  topic: 'recommendations',
  level: 'info',
  certainty: 'exact',
  summary: 'The brief makes more recommendations than a reader keeps in mind.',
  reason:
    'Three to five recommendations are remembered and acted on; of eleven the reader picks the easy ones. Join those that belong together, and move steps that follow from a decision to `next_steps`.',
  source: 'Editing practice of policy papers; the limit is our own and can be set.',
  options: { most: { type: 'number', description: 'The most recommendations of which nothing is said.', default: 7 } },
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
  - { id: r1, text: Propose yearly talks., owner: Navy Staff, due: 2027-03-31, supported_by: [c1] }
  - { id: r2, text: Name an officer., owner: Navy Staff, due: 2027-03-31, supported_by: [c1] }
  - { id: r3, text: Find a place., owner: Navy Staff, due: 2027-03-31, supported_by: [c1] }
  - { id: r4, text: Draft the agenda., owner: Navy Staff, due: 2027-03-31, supported_by: [c1] }
  - { id: r5, text: Invite observers., owner: Navy Staff, due: 2027-03-31, supported_by: [c1] }
  - { id: r6, text: Publish the dates., owner: Navy Staff, due: 2027-03-31, supported_by: [c1] }
  - { id: r7, text: Test the hotline., owner: Navy Staff, due: 2027-03-31, supported_by: [c1] }
  - { id: r8, text: Train the interpreters., owner: Navy Staff, due: 2027-03-31, supported_by: [c1] }
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
  - { id: r1, text: Propose yearly talks., owner: Navy Staff, due: 2027-03-31, supported_by: [c1] }
sources:
  navy2024: { type: press-release, title: Staff talks end, publisher: Navy Press Office, date: 2024-05-15, url: "https://example.org/talks" }
`,
    ],
  },
  check: checkOf('brief', function* (_, context) {
    const most = numberOption(context, 'most', 7)
    const count = entriesAt(context.document, ['recommendations']).length
    if (count <= most) return
    yield {
      at: ['recommendations'],
      on: 'key',
      message: `There are ${counted(count, 'recommendation')}, and readers keep three to five in mind. Join those that belong together, and move what follows from a decision to "next_steps".`,
    }
  }),
}
