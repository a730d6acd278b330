import type { Rule } from './rule.ts'

export const rule: Rule = {
  id: 'wrong-format',
  topic: 'file',
  level: 'error',
  certainty: 'exact',
  summary: 'A value is not of the form that its key needs.',
  reason:
    'A currency of two letters or a share above a hundred per cent cannot be compared or printed. The finding says which form is expected. Dates, ids, grades and web addresses have rules of their own, which say more.',
  source: 'Chancery: the schemas in the folder schemas; ISO 4217 for currencies and BCP 47 for languages among others.',
  examples: {
    bad: [
      `chancery: brief/1
id: example
title: Talks at sea
profile: state-info-memo
stage: draft
date: 2026-11-02
bluf: The two navies met again and set a date for the next talks.
background: The staffs met in May.
language: English (UK)
`,
      `chancery: brief/1
id: example
title: Talks at sea
profile: state-info-memo
stage: draft
date: 2026-11-02
bluf: The two navies met again and set a date for the next talks.
background: The staffs met in May.
options:
  - { id: status-quo, title: Go on as now, pros: [No cost], cons: [No fixed date], cost: { amount: 0, currency: Euro } }
  - { id: yearly-talks, title: Meet every year, pros: [A fixed date], cons: [Some cost] }
`,
    ],
    good: [
      `chancery: brief/1
id: example
title: Talks at sea
profile: state-info-memo
stage: draft
date: 2026-11-02
bluf: The two navies met again and set a date for the next talks.
background: The staffs met in May.
language: en-GB
`,
    ],
  },
}
