import { entriesAt, isGap } from '../model/gaps.ts'
import { valueAt } from '../model/value-at.ts'
import { checkOf, type Rule } from './rule.ts'

export const rule: Rule = {
  id: 'risk-owner',
  topic: 'recommendations',
  level: 'info',
  certainty: 'exact',
  summary: 'A risk has nobody who watches it.',
  reason:
    'A risk that belongs to nobody is noticed when it has come true. Name the office that watches it and would act. A risk that the brief accepts needs no owner.',
  source: 'Practice of risk management in government: each risk has an owner (HM Treasury, The Orange Book).',
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
risks:
  - { id: cancelled, category: escalation, text: A cancelled meeting is read as a signal., mitigation: Name a new date. }
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
risks:
  - { id: cancelled, category: escalation, text: A cancelled meeting is read as a signal., mitigation: Name a new date., owner: Head of Mission }
  - { id: cost, category: cost, text: Travel becomes dearer., accept: true }
sources:
  navy2024: { type: press-release, title: Staff talks end, publisher: Navy Press Office, date: 2024-05-15, url: "https://example.org/talks" }
`,
    ],
  },
  check: checkOf('brief', function* (_, { document }) {
    for (const index of entriesAt(document, ['risks'])) {
      const [owner, accept] = [
        ['risks', index, 'owner'],
        ['risks', index, 'accept'],
      ]
      const isAccepted = !isGap(document, accept) && valueAt(document.value, accept) !== false
      if (isAccepted || !isGap(document, owner)) continue
      yield {
        at: owner,
        missing: [owner],
        message:
          'Nobody is named who watches this risk, so it will be noticed when it has come true. Add "owner" with the office that would act.',
      }
    }
  }),
}
