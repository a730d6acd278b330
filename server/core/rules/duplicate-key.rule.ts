import type { Rule } from './rule.ts'

export const rule: Rule = {
  id: 'duplicate-key',
  topic: 'file',
  level: 'error',
  certainty: 'exact',
  summary: 'A key is given twice.',
  reason:
    'Programs disagree on which of two equal keys counts, so half of the readers see something else than you do. It mostly comes from a part that was copied. Keep one of the two, or bring both together.',
  source: 'YAML 1.2.2, section 3.2.1.1: the keys of a mapping are unique.',
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
title: Navy talks in Manila
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
sources:
  navy2024: { type: press-release, title: Staff talks end, publisher: Navy Press Office, date: 2024-05-15, url: "https://example.org/talks" }
  navy2023: { type: press-release, title: Staff talks end, publisher: Navy Press Office, date: 2023-05-16, url: "https://example.org/talks-2023" }
`,
    ],
  },
}
