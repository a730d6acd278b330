import { checkOfTexts, type Rule } from './rule.ts'
import { listReports } from './wording.ts'

export const rule: Rule = {
  id: 'hedge-stack',
  topic: 'prose',
  level: 'info',
  certainty: 'heuristic',
  summary: 'Two words of doubt stand where one is enough.',
  reason:
    'After "may possibly" a reader knows less than after either word: it sounds as if nobody wanted to be held to the sentence. Keep one, or say how likely it is in a term of the scale.',
  source: 'US Intelligence Community Directive 203, Analytic Standards, 2015, on expressing uncertainty; the list is our own.',
  examples: {
    bad: [
      `chancery: brief/1
id: example
title: Talks at sea
profile: state-info-memo
stage: draft
date: 2026-11-02
bluf: The two navies met again and set a date for the next talks.
background: The partner may possibly send a ship.
`,
      `chancery: brief/1
id: example
title: Talks at sea
profile: state-info-memo
stage: draft
date: 2026-11-02
bluf: The two navies met again and set a date for the next talks.
background: |
  The record seems to suggest a pause.

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
background: The partner may send a ship. The talks in May possibly helped.
`,
      `chancery: brief/1
id: example
title: Talks at sea
profile: state-info-memo
stage: draft
date: 2026-11-02
bluf: The two navies met again and set a date for the next talks.
background: The host wrote that the exercise "could perhaps" move.
`,
    ],
  },
  check: checkOfTexts((context) =>
    listReports(
      context,
      'hedge-stack',
      (words, advice) => `"${words}" puts one doubt on another, so the reader cannot tell how sure you are. ${advice || 'Keep one.'}`,
    ),
  ),
}
