import { entriesAt, isGap } from '../model/gaps.ts'
import { valueAt } from '../model/value-at.ts'
import { addAt } from './change.ts'
import { checkOf, type Rule } from './rule.ts'

export const rule: Rule = {
  id: 'risk-mitigation',
  topic: 'recommendations',
  level: 'warning',
  certainty: 'exact',
  summary: 'A risk says neither what would be done about it nor that it is accepted.',
  reason:
    'Whoever decides asks of each risk first what would be done about it. Write it under `mitigation`; where nothing is to be done, say under `accept` why, or write `accept: true`, so that the reader sees that it was thought of.',
  source:
    'Practice of risk management in government: a risk is treated, transferred, ended or tolerated, and the paper says which (HM Treasury, The Orange Book).',
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
  - { id: cancelled, category: escalation, text: A cancelled meeting is read as a signal., owner: Navy Staff }
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
  - { id: cancelled, category: escalation, text: A cancelled meeting is read as a signal., mitigation: Agree that a postponement names a new date., owner: Navy Staff }
  - { id: cost, category: cost, text: Travel becomes dearer., accept: true }
sources:
  navy2024: { type: press-release, title: Staff talks end, publisher: Navy Press Office, date: 2024-05-15, url: "https://example.org/talks" }
`,
    ],
  },
  check: checkOf('brief', function* (_, { document }) {
    for (const index of entriesAt(document, ['risks'])) {
      const at = ['risks', index]
      const [mitigation, accept] = [
        [...at, 'mitigation'],
        [...at, 'accept'],
      ]
      const isAccepted = !isGap(document, accept) && valueAt(document.value, accept) !== false
      if (isAccepted || !isGap(document, mitigation)) continue
      yield {
        at: mitigation,
        missing: [mitigation, accept],
        message:
          'Nothing is said of what would be done about this risk, and whoever decides asks that first. Add "mitigation", or "accept" with the reason why nothing is done.',
        fixes: [addAt(accept, true, 'Say that the risk is accepted')],
      }
    }
  }),
}
