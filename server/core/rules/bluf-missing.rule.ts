import type { Rule } from './rule.ts'

export const rule: Rule = {
  id: 'bluf-missing',
  topic: 'form',
  level: 'error',
  certainty: 'exact',
  summary: 'A brief has no bottom line up front.',
  reason:
    'A busy reader may read nothing but the first lines. A brief that does not begin with what to decide, why, and by when leaves the reader to find it out. Write it in two or three sentences under `bluf`.',
  source: 'US Department of State guidance for memos, and military staff writing: bottom line up front (BLUF).',
  examples: {
    bad: [
      `chancery: brief/1
id: example
title: Talks at sea
profile: state-info-memo
stage: draft
date: 2026-11-02
background: The staffs met in May.
`,
    ],
    good: [
      `chancery: brief/1
id: example
title: Talks at sea
profile: state-info-memo
stage: draft
date: 2026-11-02
bluf: The two navies met again and set a date for the next talks.
background: The staffs met in May.
`,
    ],
  },
}
