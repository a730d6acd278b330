import type { Rule } from './rule.ts'

export const rule: Rule = {
  id: 'suppression-unused',
  topic: 'file',
  level: 'warning',
  certainty: 'exact',
  tag: 'unnecessary',
  summary: 'A directive silences a finding that is not there.',
  reason:
    'A directive that has outlived its finding hides the next one of its kind. Delete it. If it was meant for another line, move it to the line before the finding.',
  source: 'Chancery: # chancery-disable-next-line RULE -- reason.',
  examples: {
    bad: [
      `# chancery-disable-file url-form -- The address is that of an archive.
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
