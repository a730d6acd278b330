import { checkOfTexts, type Rule } from './rule.ts'
import { inOneLine, isOthersVoice, listedIn, sourced } from './wording.ts'

export const rule: Rule = {
  id: 'weasel',
  topic: 'prose',
  level: 'info',
  certainty: 'heuristic',
  summary: 'A view is put down to people who are not named.',
  reason:
    'Behind "experts say" and "it is widely believed" a reader cannot look up who said it, how many did, and who disagreed. Name them or cite them. A sentence that cites a source or an engagement is left alone, as are claims and outcomes that name their sources, quotations, and the view of an actor.',
  source: 'US Intelligence Community Directive 206, Sourcing Requirements for Disseminated Analytic Products, 2015; the list is our own.',
  examples: {
    bad: [
      `chancery: brief/1
id: example
title: Talks at sea
profile: state-info-memo
stage: draft
date: 2026-11-02
bluf: The two navies met again and set a date for the next talks.
background: Some experts say that the talks will go on.
`,
      `chancery: brief/1
id: example
title: Talks at sea
profile: state-info-memo
stage: draft
date: 2026-11-02
bluf: The two navies met again and set a date for the next talks.
background: It is widely believed that the hotline prevented two collisions.
`,
      `chancery: brief/1
id: example
title: Talks at sea
profile: state-info-memo
stage: draft
date: 2026-11-02
bluf: The two navies met again and set a date for the next talks.
background: The staffs met in May.
claims:
  - { id: c1, text: "Arguably, a yearly review keeps an agreement alive.", basis: "One case [@navy2024]." }
sources:
  navy2024: { type: press-release, title: Staff talks end, publisher: Navy Press Office, date: 2024-05-15, url: "https://example.org/talks" }
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
background: Some experts say that the talks will go on [@navy2024].
sources:
  navy2024: { type: press-release, title: Staff talks end, publisher: Navy Press Office, date: 2024-05-15, url: "https://example.org/talks", accessed: 2026-11-02, grade: B2 }
`,
      `chancery: brief/1
id: example
title: Talks at sea
profile: state-info-memo
stage: draft
date: 2026-11-02
bluf: The two navies met again and set a date for the next talks.
background: The experts of both navies met in May; the minister asked what "some experts" had told the press.
`,
    ],
  },
  check: checkOfTexts(function* (context) {
    const isSourced = sourced(context)
    for (const { passage, phrase, from, to } of listedIn(context, 'weasel')) {
      if (isOthersVoice(passage.path) || isSourced(passage, from)) continue
      const words = inOneLine(passage.text, from, to)
      yield {
        at: passage.path,
        within: [from, to],
        message: `"${words}" does not say who, so nobody can check it or weigh it. ${phrase.advice || 'Name them, or cite them.'}`,
      }
    }
  }),
}
