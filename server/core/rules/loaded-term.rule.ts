import { checkOfTexts, type Rule } from './rule.ts'
import { listReports } from './wording.ts'

export const rule: Rule = {
  id: 'loaded-term',
  topic: 'prose',
  level: 'info',
  certainty: 'heuristic',
  summary: 'A word takes a side where the brief describes.',
  reason:
    'A reader of another opinion stops at "provocation" or "the regime" and reads on with distrust, and a decision is no better for it. Say what was done, by whom and when; whoever judged it so can be quoted, or speak under `perspectives` and `concerns`, where this rule is silent. Terms of art such as "arms control regime" are allowed. A neutral paper (profile crs-neutral) is held to a longer list, `loaded-term-crs-neutral`.',
  source: 'Congressional Research Service practice of non-partisan writing; the lists are our own.',
  examples: {
    bad: [
      `chancery: brief/1
id: example
title: Talks at sea
profile: state-info-memo
stage: draft
date: 2026-11-02
bluf: The two navies met again and set a date for the next talks.
background: The regime sent two ships, a provocation that nobody had expected there.
`,
      `chancery: brief/1
id: example
title: Talks at sea
profile: state-info-memo
stage: draft
date: 2026-11-02
bluf: The two navies met again and set a date for the next talks.
background: The so-called exercise ended early.
`,
      `chancery: brief/1
id: example
title: Talks at sea
profile: crs-neutral
stage: draft
date: 2026-11-02
bluf: The two navies met again and set a date for the next talks.
background: The adversary sent two ships.
analysis: Neither side has changed its plans.
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
background: The inspection took place under an arms control regime. The spokesman called the visit a "provocation".
`,
      `chancery: brief/1
id: example
title: Talks at sea
profile: state-info-memo
stage: draft
date: 2026-11-02
bluf: The two navies met again and set a date for the next talks.
background: The 64th Aggressor Squadron flew the other side.
perspectives:
  - { actor: RUS, view: The exercise is aggressive and a provocation. }
  - { actor: NOR, view: The exercise was announced a year ahead. }
`,
    ],
  },
  check: checkOfTexts(function* (context) {
    const lists = ['loaded-term', `loaded-term-${context.settings.profile}`]
    for (const list of lists)
      yield* listReports(
        context,
        list,
        (words, advice) =>
          `"${words}" judges, and a reader of another opinion will stop there. ${advice || 'Say what was done.'} If somebody else said so, quote it.`,
      )
  }),
}
