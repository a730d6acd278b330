import type { Rule } from './rule.ts'

export const rule: Rule = {
  id: 'first-key',
  topic: 'file',
  level: 'error',
  certainty: 'exact',
  summary: 'A file does not say in its first line what it is.',
  reason:
    'The first key names the kind of file and the version of its form, for people as for programs. Without it a file is known by its name alone, and a renamed file is not known at all. Write it as the first line, for example `chancery: engagement/1`.',
  source: 'Chancery: the first key of every file.',
  examples: {
    bad: [
      `#- example.engagement.yaml
id: example
type: staff-talks
title: Navy staff talks
status: completed
dates: { start: 2024-05-14 }
participants:
  - { countries: [JPN, PHL], role: participant }
`,
      `chancery: engagment/1
id: example
type: staff-talks
title: Navy staff talks
status: completed
dates: { start: 2024-05-14 }
participants:
  - { countries: [JPN, PHL], role: participant }
`,
      `chancery: engagement/2
id: example
type: staff-talks
title: Navy staff talks
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
`,
      `# A comment may stand before it.
chancery: engagement/1
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
