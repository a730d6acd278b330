import type { Rule } from './rule.ts'

export const rule: Rule = {
  id: 'missing-key',
  topic: 'file',
  level: 'error',
  certainty: 'exact',
  summary: 'A key is missing that every such entry needs.',
  reason:
    'A file without its id cannot be cited, a source without a title cannot be looked up. The finding says which key is missing and what belongs under it. Where a type of engagement asks for more, the rule `type-required-fields` speaks.',
  source: 'Chancery: the schemas in the folder schemas.',
  examples: {
    bad: [
      `chancery: engagement/1
id: example
type: staff-talks
status: completed
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
concerns:
  - { kind: miscalculation, raised_by: PHL }
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
`,
    ],
  },
}
