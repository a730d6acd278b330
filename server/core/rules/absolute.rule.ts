import type { Path } from '../text/path.ts'
import { checkOfTexts, type Rule } from './rule.ts'
import { inOneLine, isOthersVoice, listedIn, sourced } from './wording.ts'

export const rule: Rule = {
  id: 'absolute',
  topic: 'prose',
  level: 'info',
  certainty: 'heuristic',
  summary: 'A statement allows for no exception.',
  reason:
    'One case to the contrary proves "always" and "never" wrong, and with the sentence falls the trust in the rest. Say how often, since when or by what record. A sentence that cites its evidence is left alone, and so are quotations, what is recommended, and the view of an actor.',
  source: 'US Intelligence Community Directive 203, Analytic Standards, 2015: uncertainty is stated; the list is our own.',
  examples: {
    bad: [
      `chancery: brief/1
id: example
title: Talks at sea
profile: state-info-memo
stage: draft
date: 2026-11-02
bluf: The two navies met again and set a date for the next talks.
background: The partner always answers within a day.
`,
      `chancery: brief/1
id: example
title: Talks at sea
profile: state-info-memo
stage: draft
date: 2026-11-02
bluf: The two navies met again and set a date for the next talks.
background: Talks of this kind never fail.
`,
      `chancery: brief/1
id: example
title: Talks at sea
profile: state-info-memo
stage: draft
date: 2026-11-02
bluf: The two navies met again and set a date for the next talks.
background: All countries welcomed the notice, and a protest is impossible.
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
background: The partner almost always answers within a day. Article 2 says that a party "shall always" answer.
`,
      `chancery: brief/1
id: example
title: Talks at sea
profile: state-info-memo
stage: draft
date: 2026-11-02
bluf: The two navies met again and set a date for the next talks.
background: The staffs met in May.
presentation: Never name the next port before the host has done so.
`,
    ],
  },
  check: checkOfTexts(function* (context) {
    const isSourced = sourced(context)
    for (const { passage, phrase, from, to } of listedIn(context, 'absolute')) {
      if (isOthersVoice(passage.path) || isAsked(passage.path) || isSourced(passage, from)) continue
      const words = inOneLine(passage.text, from, to)
      yield {
        at: passage.path,
        within: [from, to],
        message: `"${words}" allows for no exception, so one case to the contrary proves it wrong. ${phrase.advice || 'Say how often.'}`,
      }
    }
  }),
}

/** What is to be done may well be asked for without exception. */
function isAsked(path: Path): boolean {
  return path.some(
    (step) => typeof step === 'string' && ['recommendations', 'next_steps', 'mitigation', 'presentation', 'protocol'].includes(step),
  )
}
