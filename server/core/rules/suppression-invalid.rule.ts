import type { Rule } from './rule.ts'

export const rule: Rule = {
  id: 'suppression-invalid',
  topic: 'file',
  level: 'warning',
  certainty: 'exact',
  summary: 'A directive that silences a finding has no effect.',
  reason:
    'A finding may be silenced, but the next reader must be able to see why. A directive without a reason, or with the name of a rule that does not exist, therefore does nothing. Write the rule, two hyphens and the reason.',
  source: 'Chancery: # chancery-disable-next-line RULE -- reason.',
  examples: {
    bad: [
      `# chancery-disable-file id-filename
chancery: engagement/1
id: example
type: staff-talks
title: Navy staff talks
status: completed
dates: { start: 2024-05-14 }
participants:
  - { countries: [JPN, PHL], role: participant }
`,
      `# chancery-disable-file id-filname -- The archive names its files by number.
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
    good: [
      `#- 17.engagement.yaml
# chancery-disable-file id-filename -- The archive names its files by number.
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
