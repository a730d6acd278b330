import { entriesAt, isGap } from '../model/gaps.ts'
import { checkOf, type Rule } from './rule.ts'

export const rule: Rule = {
  id: 'case-study-one-sided',
  topic: 'evidence',
  level: { draft: 'info', review: 'warning', final: 'warning' },
  certainty: 'exact',
  summary: 'None of the case studies tells what points the other way.',
  reason:
    'A list of successes convinces nobody who knows a failure. Say for at least one case under `counter_evidence` what in it, or in another, speaks against the lesson. The check goes by that key alone: whether a lesson is good news it cannot tell.',
  source: 'Practice of comparative case research: cases that do not fit are sought and shown.',
  examples: {
    bad: [
      `chancery: brief/1
id: example
title: Talks at sea
profile: idrc
stage: review
date: 2026-11-02
bluf: Agree to yearly talks between the two navies.
background: The staffs met in May.
analysis: A fixed date is harder to cancel.
case_studies:
  - { title: Incidents at sea, lesson: A yearly review keeps an agreement alive. }
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
profile: idrc
stage: draft
date: 2026-11-02
bluf: Agree to yearly talks between the two navies.
background: The staffs met in May.
analysis: A fixed date is harder to cancel.
case_studies:
  - { title: Incidents at sea, lesson: A yearly review keeps an agreement alive., counter_evidence: Dangerous encounters went on after the signature. }
claims:
  - { id: c1, text: The talks are held every year., sources: [navy2024] }
recommendations:
  - { id: r1, text: Propose yearly talks., owner: Navy Staff, due: 2027-03-31, supported_by: [c1] }
sources:
  navy2024: { type: press-release, title: Staff talks end, publisher: Navy Press Office, date: 2024-05-15, url: "https://example.org/talks" }
`,
    ],
  },
  check: checkOf('brief', function* (_, { document }) {
    const places = entriesAt(document, ['case_studies']).map((index) => ['case_studies', index, 'counter_evidence'])
    if (places.length === 0 || !places.every((at) => isGap(document, at))) return
    yield {
      at: ['case_studies'],
      on: 'key',
      missing: places,
      message:
        'No case study here tells what speaks against its lesson, and readers who know another case will. Add "counter_evidence" to at least one.',
    }
  }),
}
