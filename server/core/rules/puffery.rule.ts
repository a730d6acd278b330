import { checkOfTexts, type Rule } from './rule.ts'
import { listedIn } from './wording.ts'

export const rule: Rule = {
  id: 'puffery',
  topic: 'prose',
  level: 'info',
  certainty: 'heuristic',
  summary: 'A word praises and tells nothing.',
  reason:
    'Words such as "pivotal" and "cornerstone" could stand in any brief about any engagement, so a reader learns nothing from them and begins to doubt the rest. Say what was done and what came of it. Quotations and names are left alone; a team adds words of its own, and takes off those that its house allows, under `words: { puffery: … }` in a vocabulary.',
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
    ],
  },
  check: checkOfTexts(function* (context) {
    for (const { passage, phrase, from, to } of listedIn(context, 'puffery')) {
      yield {
        at: passage.path,
        within: [from, to],
        message: `"${passage.text.slice(from, to)}" praises and tells the reader nothing that could be checked. ${phrase.advice || 'Say what was done and what came of it.'}`,
      }
    }
  }),
}
