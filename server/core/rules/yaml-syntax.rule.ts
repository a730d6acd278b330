import type { Rule } from './rule.ts'

export const rule: Rule = {
  id: 'yaml-syntax',
  topic: 'file',
  level: 'error',
  certainty: 'exact',
  summary: 'The text cannot be read as YAML.',
  reason:
    'While the text is broken, nothing in that part of the file can be checked, printed or cited. Most often a value with a colon needs quotes, a quotation mark or a bracket is not closed, or a line is indented by a tab. The finding marks the place and says what is expected there.',
  source: 'YAML 1.2.2, https://yaml.org/spec/1.2.2/',
  examples: {
    bad: [
      `chancery: engagement/1
id: example
type: staff-talks
title: Navy staff talks: the next step
status: completed
dates: { start: 2024-05-14 }
participants:
  - { countries: [JPN, PHL], role: participant }
`,
      `chancery: engagement/1
id: example
type: staff-talks
title: "Navy staff talks
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
title: "Navy staff talks: the next step"
status: completed
dates: { start: 2024-05-14 }
participants:
  - { countries: [JPN, PHL], role: participant }
`,
      `chancery: engagement/1
id: example
type: staff-talks
title: Navy staff talks at 10:30
status: completed
dates: { start: 2024-05-14 }
participants:
  - { countries: [JPN, PHL], role: participant }
`,
    ],
  },
}
