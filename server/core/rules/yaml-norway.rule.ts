import type { Rule } from './rule.ts'

export const rule: Rule = {
  id: 'yaml-norway',
  topic: 'file',
  level: 'warning',
  certainty: 'exact',
  summary: 'An unquoted word is read as a truth value or a number by other programs.',
  reason:
    'Older YAML programs read NO, on and yes as true or false and 12:30 as a number. Chancery does not, but the file may pass through a program that does, and then says something else. Put the value in quotes.',
  source: 'YAML 1.1 types bool, int and float, https://yaml.org/type/; the trap is known as the Norway problem.',
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
location: { places: [NO] }
`,
      `chancery: engagement/1
id: example
type: staff-talks
title: on
status: completed
dates: { start: 2024-05-14 }
participants:
  - { countries: [JPN, PHL], role: participant }
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
location: { places: ["NO", Oslo] }
`,
      `chancery: engagement/1
id: example
type: staff-talks
title: Navy staff talks
status: completed
dates: { start: 2024-05-14 }
participants:
  - { countries: [JPN, PHL], role: participant }
location: { places: [Norway] }
`,
    ],
  },
}
