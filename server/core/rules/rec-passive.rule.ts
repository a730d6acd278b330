import type { Passage } from '../model/passages.ts'
import { checkOf, type Rule } from './rule.ts'
import { type Listed, listedIn } from './wording.ts'

export const rule: Rule = {
  id: 'rec-passive',
  topic: 'recommendations',
  level: 'info',
  certainty: 'heuristic',
  summary: 'A recommendation is put as a wish, without saying who acts.',
  reason:
    '"It is recommended that talks be considered" asks nobody for anything. Begin with the verb, as in "Propose yearly talks", or name who would do it. A passive that names who acts ("by the Navy Staff") is left alone. The phrases are those of the list `rec-passive` in schemas/vocab/words.yaml, and forms such as "should be strengthened".',
  source: 'US Department of State guidance for memos, and plain-language guidance of government drafting offices: active voice.',
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
  - { id: r1, text: "It is recommended that yearly talks be considered.", owner: Navy Staff, due: 2027-03-31, supported_by: [c1] }
sources:
  navy2024: { type: press-release, title: Staff talks end, publisher: Navy Press Office, date: 2024-05-15, url: "https://example.org/talks" }
`,
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
  - { id: r1, text: "Contacts between the navies should be strengthened.", owner: Navy Staff, due: 2027-03-31, supported_by: [c1] }
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
  - { id: r1, text: "Strengthen contacts between the navies.", owner: Navy Staff, due: 2027-03-31, supported_by: [c1] }
  - { id: r2, text: "A list of incidents should be kept by the Navy Staff.", owner: Navy Staff, due: 2027-03-31, supported_by: [c1] }
sources:
  navy2024: { type: press-release, title: Staff talks end, publisher: Navy Press Office, date: 2024-05-15, url: "https://example.org/talks" }
`,
    ],
  },
  check: checkOf('brief', function* (_, context) {
    const texts = context.passages().filter(({ path: [list, , key] }) => list === 'recommendations' && key === 'text')
    for (const found of listedIn({ ...context, passages: () => texts }, 'rec-passive')) {
      const end = endOf(found)
      if (end === undefined || namesActor(found.passage, end)) continue
      yield {
        at: found.passage.path,
        within: [found.from, end],
        message: `"${found.passage.text.slice(found.from, end)}" says what is wished for and not who acts. ${found.phrase.advice || 'Begin with the verb, or name who would do it.'}`,
      }
    }
  }),
}

/** A phrase that ends in "be" is a passive only with a participle behind it, and between the two an adverb may stand. */
function endOf({ passage, to, from }: Listed): number | undefined {
  if (!/\bbe$/i.test(passage.own.slice(from, to))) return to
  const participle = /^\s+(?:(?:\p{L}+ly|further|again|also|not|never|soon|now|well|better)\s+)?\p{L}+ed\b/u.exec(
    passage.own.slice(to, to + 80),
  )
  return participle ? to + participle[0].length : undefined
}

/** "by the Navy Staff" and not "by 2027", "by the end of the year" or "by then". */
const actor =
  /\bby\s+(?!(?:the\s+)?(?:end|start|beginning|middle|close|spring|summer|autumn|winter|next|this|then|mid|early|late|\p{N}|January|February|March|April|May|June|July|August|September|October|November|December))\p{L}/u

function namesActor({ own }: Passage, from: number): boolean {
  const rest = own.slice(from, from + 300)
  return actor.test(rest.split(/[.!?](?:\s|$)/u, 1)[0] ?? '')
}
