import type { Rule } from './rule.ts'

export const rule: Rule = {
  id: 'unknown-key',
  topic: 'file',
  level: 'error',
  certainty: 'exact',
  summary: 'A key stands where Chancery does not know it.',
  reason:
    'What stands under a key that nobody knows is neither checked nor printed, and its writer believes that it is. Most often it is a misspelt key, or one that belongs a level higher or lower. A key of your own begins with x- and is left alone.',
  source: 'Chancery: the schemas in the folder schemas.',
  examples: {
    bad: [
      `chancery: engagement/1
id: example
type: staff-talks
title: Navy staff talks
staus: completed
dates: { start: 2024-05-14 }
participants:
  - { countries: [JPN, PHL], role: participant }
`,
      `chancery: engagement/1
id: example
type: staff-talks
title: Navy staff talks
status: completed
dates: { start: 2024-05-14 }
participants:
  - { countries: [JPN, PHL], role: participant }
budget: 4000
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
  - { countries: [JPN, PHL], role: participant }
x-budget: 4000
note: To be checked against the communique.
`,
    ],
  },
}
