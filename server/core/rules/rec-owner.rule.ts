import { isList, isObject } from '../model/read.ts'
import { checkOf, type Rule } from './rule.ts'

export const rule: Rule = {
  id: 'rec-owner',
  topic: 'recommendations',
  level: { draft: 'warning', review: 'warning', final: 'error' },
  certainty: 'exact',
  summary: 'A recommendation does not say who would carry it out.',
  reason:
    'A decision without an owner is agreed to and then done by nobody. Name the office that would act, not a person who may move on. In a final brief this is an error.',
  source: 'Practice of ministerial submissions and staff papers: each action has an owner.',
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
  - { id: r1, text: Propose yearly talks., due: 2027-03-31, supported_by: [c1] }
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
  check: checkOf('brief', function* ({ recommendations = [] }, { document }) {
    const written = isObject(document.value) ? document.value['recommendations'] : undefined
    for (const [index, { owner }] of recommendations.entries()) {
      const entry = isList(written) ? written[index] : undefined
      // An owner of the wrong type, and an entry that is none, are reported as such.
      if (owner?.trim() || !isObject(entry) || (owner === undefined && entry['owner'] !== undefined)) continue
      yield {
        at: ['recommendations', index, 'owner'],
        message: 'This recommendation has no owner, so nobody is bound to act on it. Add "owner" with the office that would carry it out.',
      }
    }
  }),
}
