import { checkOfTexts, type Rule } from './rule.ts'
import { listReports } from './wording.ts'

export const rule: Rule = {
  id: 'puffery',
  topic: 'prose',
  level: 'info',
  certainty: 'heuristic',
  summary: 'A word praises and tells nothing.',
  reason:
    'Words such as "pivotal" and "cornerstone" could stand in any brief about any engagement, so a reader learns nothing from them and begins to doubt the rest. Say what was done and what came of it. Quotations, names, the view of an actor and terms of art such as "robust mandate" are left alone; a team adds words of its own, and takes off those that its house allows, under `words: { puffery: … }` in a vocabulary. A longer phrase under `remove` allows the word in that phrase.',
  source: 'Plain-language guidance of government drafting offices; the list is our own.',
  examples: {
    bad: [
      `chancery: brief/1
id: example
title: Talks at sea
profile: state-info-memo
stage: draft
date: 2026-11-02
bluf: The two navies met again and set a date for the next talks.
background: The talks are a cornerstone of trust at sea.
`,
      `chancery: brief/1
id: example
title: Talks at sea
profile: state-info-memo
stage: draft
date: 2026-11-02
bluf: The two navies met again and set a date for the next talks.
background: >-
  The importance of the hotline cannot be overstated: it is part of an
  intricate tapestry of contacts.
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
background: The admiral called the talks "pivotal". The ships also met in Exercise Cornerstone.
`,
      `chancery: brief/1
id: example
title: Talks at sea
profile: state-info-memo
stage: draft
date: 2026-11-02
bluf: The two navies met again and set a date for the next talks.
background: The mission has a robust mandate under Chapter VII of the Charter.
`,
      `#- chancery.yaml
chancery: config/1
vocabularies: [house.vocabulary.yaml]
#- house.vocabulary.yaml
chancery: vocabulary/1
words: { puffery: { remove: [robust response] } }
#- example.brief.yaml
chancery: brief/1
id: example
title: Talks at sea
profile: state-info-memo
stage: draft
date: 2026-11-02
bluf: The two navies met again and set a date for the next talks.
background: The fleet practised a robust response.
`,
    ],
  },
  check: checkOfTexts((context) =>
    listReports(
      context,
      'puffery',
      (words, advice) =>
        `"${words}" praises and tells the reader nothing that could be checked. ${advice || 'Say what was done and what came of it.'}`,
    ),
  ),
}
