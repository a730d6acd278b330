import { checkOfTexts, type Rule } from './rule.ts'
import { listReports } from './wording.ts'

export const rule: Rule = {
  id: 'jargon',
  topic: 'prose',
  level: 'hint',
  certainty: 'heuristic',
  summary: 'A word of the trade stands where a plain one would do.',
  reason:
    'Whoever decides often comes from another house, and reads "synergies" and "kinetic" as noise or as something else. Write the plain word. Quotations and names are left alone.',
  source: 'US Plain Writing Act of 2010 and its Federal Plain Language Guidelines; the list is our own.',
  examples: {
    bad: [
      `chancery: brief/1
id: example
title: Talks at sea
profile: state-info-memo
stage: draft
date: 2026-11-02
bluf: The two navies met again and set a date for the next talks.
background: The two staffs hope to leverage synergies.
`,
      `chancery: brief/1
id: example
title: Talks at sea
profile: state-info-memo
stage: draft
date: 2026-11-02
bluf: The two navies met again and set a date for the next talks.
background: Going forward, the navies plan a holistic approach.
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
background: The two staffs will share one planning cell. The host has leverage over the route.
`,
      `chancery: brief/1
id: example
title: Talks at sea
profile: state-info-memo
stage: draft
date: 2026-11-02
bluf: The two navies met again and set a date for the next talks.
background: The missile stores kinetic energy; the paper speaks of "synergies".
`,
    ],
  },
  check: checkOfTexts((context) =>
    listReports(
      context,
      'jargon',
      (words, advice) => `"${words}" is jargon, and readers from another house may not follow. ${advice || 'Use a plain word.'}`,
    ),
  ),
}
