import type { Rule } from './rule.ts'

export const rule: Rule = {
  id: 'wrong-type',
  topic: 'file',
  level: 'error',
  certainty: 'exact',
  summary: 'A value is of another kind than its key needs.',
  reason:
    'Where a list is expected a single word cannot be counted, and where a number is expected "about 200" cannot be compared. Write a list in brackets or with dashes, a number without separators, and put a remark in `note`.',
  source: 'Chancery: the schemas in the folder schemas.',
  examples: {
    bad: [
      `chancery: engagement/1
id: example
type: staff-talks
title: Navy staff talks
status: completed
dates: { start: 2024-05-14 }
participants:
  - { countries: [JPN, PHL], role: participant }
functions: relationship-building
`,
      `chancery: engagement/1
id: example
type: staff-talks
title: Navy staff talks
status: completed
dates: { start: 2024-05-14 }
participants:
  - { countries: [JPN, PHL], role: participant, personnel: "1,200" }
`,
    ],
    good: [
      `chancery: engagement/1
id: example
type: staff-talks
title: Navy staff talks
status: completed
dates: { start: 2024-05-14 }
participants:
  - { countries: [JPN, PHL], role: participant, personnel: 1200 }
functions: [relationship-building]
`,
    ],
  },
}
