import { citationsIn } from '../model/citations.ts'
import { entriesAt, isGap } from '../model/gaps.ts'
import { checkOf, type Rule } from './rule.ts'

export const rule: Rule = {
  id: 'rec-unsupported',
  topic: 'recommendations',
  level: { draft: 'info', review: 'warning', final: 'warning' },
  certainty: 'exact',
  summary: 'A recommendation rests on nothing that the brief names.',
  reason:
    'The reader asks of each recommendation: why this? Name in `supported_by` the claims, options or engagements on which it rests, or the `option` that it takes, or cite an engagement or a source in its text. In a draft, where this often comes last, the level is `info`. Whether they really bear it out only a reader can judge.',
  source: 'Practice of staff studies: a recommendation follows from the claims and the comparison of options before it.',
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
  - { id: r1, text: Propose yearly talks., owner: Navy Staff, due: 2027-03-31 }
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
  - { id: r1, text: "Propose yearly talks, as both staffs wished [@navy2024].", owner: Navy Staff, due: 2027-03-31 }
sources:
  navy2024: { type: press-release, title: Staff talks end, publisher: Navy Press Office, date: 2024-05-15, url: "https://example.org/talks" }
`,
    ],
  },
  check: checkOf('brief', function* ({ recommendations = [] }, { document }) {
    for (const index of entriesAt(document, ['recommendations'])) {
      const at = ['recommendations', index]
      const supports = [...at, 'supported_by']
      const text = recommendations[index]?.text
      // Without a text there is nothing yet to support.
      if (!text?.trim() || !isGap(document, supports) || !isGap(document, [...at, 'option']) || citationsIn(text).length > 0) continue
      yield {
        at: supports,
        missing: [supports, [...at, 'option']],
        message:
          'This recommendation rests on nothing that the brief names, so the reader cannot see why it is made. Add "supported_by" with the ids of claims, options or engagements, or name its "option".',
      }
    }
  }),
}
