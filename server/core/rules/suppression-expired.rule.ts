import type { Rule } from './rule.ts'

export const rule: Rule = {
  id: 'suppression-expired',
  topic: 'file',
  level: 'warning',
  certainty: 'exact',
  summary: 'A directive was meant to last until a date that has passed.',
  reason:
    'Whoever wrote the date meant to look again by then. Since that day the finding is reported as before. Mend what it says, or give a new date and reason.',
  source: 'Chancery: # chancery-disable-next-line RULE until=YYYY-MM-DD -- reason.',
  examples: {
    bad: [
      `# chancery-disable-file url-form until=2026-06-30 -- The page moves in summer.
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
# chancery-disable-file id-filename until=2027-06-30 -- The archive is renamed next summer.
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
