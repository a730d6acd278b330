import type { Passage } from '../model/passages.ts'
import type { Brief } from '../model/types.generated.ts'
import { checkOf, type Rule } from './rule.ts'
import { isLanguage } from './wording.ts'

export const rule: Rule = {
  id: 'bluf-no-ask',
  topic: 'form',
  level: 'info',
  certainty: 'heuristic',
  summary: 'The bottom line asks for nothing, though the paper is for a decision.',
  reason:
    'Whoever reads nothing but the bottom line must know what to do with the paper. Begin with the verb of the decision: approve, agree, sign, decline. Asked are only the profiles that have recommendations. It goes by the words of the list `bluf-no-ask`, by the verbs of the recommendations and by the form of an order, so an unusual one may be missed; in other languages than English nothing is said.',
  source: 'US Department of State guidance for action memos: the bottom line says what is asked of the reader.',
  examples: {
    bad: [
      `chancery: brief/1
id: example
title: Talks at sea
profile: state-action-memo
stage: draft
date: 2026-11-02
bluf: The two navies met again in May. Relations between the staffs are good.
timing: { decide_by: 2026-11-20, why: The planning round closes. }
background: The staffs met in May.
claims:
  - { id: c1, text: The talks are held every year., sources: [navy2024] }
recommendations:
  - { id: r1, text: Propose yearly talks., owner: Navy Staff, due: 2027-03-31, supported_by: [c1] }
sources:
  navy2024: { type: press-release, title: Staff talks end, publisher: Navy Press Office, date: 2024-05-15, url: "https://example.org/talks" }
`,
    ],
    good: [
      `chancery: brief/1
id: example
title: Talks at sea
profile: state-action-memo
stage: draft
date: 2026-11-02
bluf: The talks lapse in spring. Agree to hold them every year.
timing: { decide_by: 2026-11-20, why: The planning round closes. }
background: The staffs met in May.
claims:
  - { id: c1, text: The talks are held every year., sources: [navy2024] }
recommendations:
  - { id: r1, text: Propose yearly talks., owner: Navy Staff, due: 2027-03-31, supported_by: [c1] }
sources:
  navy2024: { type: press-release, title: Staff talks end, publisher: Navy Press Office, date: 2024-05-15, url: "https://example.org/talks" }
`,
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
  check: checkOf('brief', function* (brief, { passages, settings, vocabulary }) {
    const list = vocabulary.wordLists.get('bluf-no-ask')
    const asks = vocabulary.profiles.get(settings.profile ?? '')?.required.includes('recommendations')
    const bluf = passages().find(({ path }) => path.length === 1 && path[0] === 'bluf')
    if (!asks || !bluf || !list || !isLanguage(settings.language, list.language) || bluf.words().length === 0) return
    if (list.find(bluf.own, bluf.words()).length > 0 || hasOrder(bluf, verbsOf(brief))) return
    yield {
      at: ['bluf'],
      on: 'key',
      message:
        'The bottom line does not say what is asked of the reader, who may read nothing else. Begin with the verb of the decision, as in "Agree to …" or "Approve …".',
    }
  }),
}

/** The words with which the recommendations and options of the brief begin. */
function verbsOf({ recommendations = [], options = [] }: Brief): ReadonlySet<string> {
  const texts = [...recommendations.map(({ text }) => text), ...options.map(({ title }) => title)]
  return new Set(texts.flatMap((text = '') => /^\p{L}+/u.exec(text.trim())?.[0].toLowerCase() ?? []))
}

/** A first word that is neither an article, a pronoun nor a preposition, with the object of an order behind it. */
const order =
  /^(?!(?:the|a|an|this|that|these|those|it|its|we|our|they|their|there|he|she|in|on|at|by|for|from|to|with|without|after|before|since|until|during|under|over|between|among|as|if|when|while|although|because|both|all|some|most|many|no|not|and|but|or|of)\b)\p{L}+\s+(?:the|a|an|our|its|their|this|that|these|those|to|more|new|all|each|no)\s/iu

function hasOrder({ own, blocks }: Passage, verbs: ReadonlySet<string>): boolean {
  return blocks.some(({ sentences }) =>
    sentences().some(({ start, end }) => {
      const words = own.slice(start, Math.min(end, start + 80)).replace(/^[^\p{L}]+/u, '')
      return order.test(`${words} `) || verbs.has(/^\p{L}+/u.exec(words)?.[0].toLowerCase() ?? '')
    }),
  )
}
