import { checkOf, type Rule } from './rule.ts'
import { listedIn } from './wording.ts'

export const rule: Rule = {
  id: 'rec-verb',
  topic: 'recommendations',
  level: 'info',
  certainty: 'heuristic',
  summary: 'A recommendation begins with a verb that commits nobody to anything.',
  reason:
    'Who agrees to "consider" or "explore" something has agreed to nothing, and a year later nobody can say whether it was done. Begin with what is to be done: propose, sign, fund, publish, test. Only the first words of a recommendation are looked at, and those behind "should"; a team adds and removes verbs under `words: { rec-verb: … }` in a vocabulary.',
  source: 'Plain-language guidance of government drafting offices; the list is our own.',
  examples: {
    bad: [
      `chancery: brief/1
id: example
title: Talks at sea
profile: idrc
stage: draft
date: 2026-11-02
bluf: Agree to yearly talks between the two navies.
background: The staffs met in May.
analysis: A fixed date is harder to cancel.
claims:
  - { id: c1, text: The talks are held every year., sources: [navy2024] }
recommendations:
  - { id: r1, text: "Consider yearly talks between the two navies.", owner: Navy Staff, due: 2027-03-31, supported_by: [c1] }
sources:
  navy2024: { type: press-release, title: Staff talks end, publisher: Navy Press Office, date: 2024-05-15, url: "https://example.org/talks" }
`,
    ],
    good: [
      `chancery: brief/1
id: example
title: Talks at sea
profile: idrc
stage: draft
date: 2026-11-02
bluf: Agree to yearly talks between the two navies.
background: The staffs met in May.
analysis: A fixed date is harder to cancel.
claims:
  - { id: c1, text: The talks are held every year., sources: [navy2024] }
recommendations:
  - { id: r1, text: "Propose yearly talks, and consider two a year later.", owner: Navy Staff, due: 2027-03-31, supported_by: [c1] }
sources:
  navy2024: { type: press-release, title: Staff talks end, publisher: Navy Press Office, date: 2024-05-15, url: "https://example.org/talks" }
`,
    ],
  },
  check: checkOf('brief', function* (_, context) {
    const texts = context.passages().filter(({ path: [list, , key] }) => list === 'recommendations' && key === 'text')
    for (const { passage, phrase, from, to } of listedIn({ ...context, passages: () => texts }, 'rec-verb')) {
      if (from > 200 || !beginsSentence.test(passage.own.slice(0, from))) continue
      yield {
        at: passage.path,
        within: [from, to],
        message: `"${passage.text.slice(from, to)}" commits nobody to anything, and later nobody can say whether it was done. ${phrase.advice || 'Begin with what is to be done.'}`,
      }
    }
  }),
}

/** What may stand before the verb of a recommendation: nothing, or who should do it. */
const beginsSentence = /^(?:[^.!?]{0,80}\b(?:should|must|ought to|needs? to|has to|have to))?\s*$/u
