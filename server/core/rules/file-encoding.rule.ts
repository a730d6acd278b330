import type { Rule } from './rule.ts'

export const rule: Rule = {
  id: 'file-encoding',
  topic: 'file',
  level: 'error',
  certainty: 'exact',
  summary: 'The file is not plain text in UTF-8.',
  reason:
    'A document of a word processor, a picture or a text in another encoding cannot be read as YAML, whatever its name ends in. Save it as plain text in UTF-8. A single control character, often pasted along with a text, has the same effect: delete it.',
  source: 'YAML 1.2.2, section 5.1, the characters that a file may hold; Unicode, UTF-8.',
  examples: {
    bad: [
      `chancery: engagement/1
id: example
type: staff-talks
title: Navy\u0000 staff talks
status: completed
dates: { start: 2024-05-14 }
participants:
  - { countries: [JPN, PHL], role: participant }
`,
      `chancery: brief/1
id: example
title: Talks at sea
profile: state-info-memo
stage: draft
date: 2026-11-02
bluf: The two navies met again and set a date for the next talks.
background: The staffs\u0007 met in May.
`,
    ],
    good: [
      `chancery: engagement/1
id: example
type: staff-talks
title: Entretiens d’état-major à Brest
status: completed
dates: { start: 2024-05-14 }
participants:
  - { countries: [JPN, PHL], role: participant }
`,
    ],
  },
}
