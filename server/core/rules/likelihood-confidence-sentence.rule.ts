import { sentenceAt } from '../model/sentence-at.ts'
import { wordList } from '../schema/word-lists.ts'
import { checkOfTexts, type Rule } from './rule.ts'
import { isLanguage, isOthersVoice } from './wording.ts'

export const rule: Rule = {
  id: 'likelihood-confidence-sentence',
  topic: 'estimates',
  level: 'info',
  certainty: 'heuristic',
  summary: 'One sentence states both how likely something is and how much confidence there is.',
  reason:
    'Likelihood is about the event, confidence about the evidence. In one sentence, as in "we judge with high confidence that it is likely", a reader takes the one for the other, or adds them up. Write two sentences: what is how likely, and on what that rests. The rule reads English texts, looks for "high", "moderate" or "low confidence" and for a term of a scale of likelihood, and leaves quotations and the views of others alone; "remote", which is a plain word too, does not count.',
  source: 'US Intelligence Community Directive 203, 2015: confidence level and likelihood are not to stand in the same sentence.',
  examples: {
    bad: [
      `chancery: brief/1
id: example
title: Talks at sea
profile: state-info-memo
stage: draft
date: 2026-11-02
bluf: The two navies met again and set a date for the next talks.
background: We judge with high confidence that the talks are likely to go on.
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
background: The talks are likely to go on. We have high confidence in this judgement, since both navies publish the dates.
`,
    ],
  },
  check: checkOfTexts(function* ({ document, passages, vocabulary, settings }) {
    if (!isLanguage(settings.language, 'en') || document.kind === undefined) return
    const names = [...vocabulary.scales.entries.values()].flatMap(({ terms }) => terms.flatMap(({ term, aliases }) => [term, ...aliases]))
    const phrases = [...new Set(names)].filter((name) => name !== 'remote').map((words) => ({ words, advice: '' }))
    const { find } = wordList('scales', 'en', phrases)
    for (const passage of passages()) {
      if (isOthersVoice(passage.path)) continue
      const stated = [...passage.own.matchAll(/\b(?:high|moderate|medium|low)(?:er|est)?\s{1,3}(?:analytic(?:al)?\s{1,3})?confidence\b/gi)]
      const terms = stated.length > 0 ? find(passage.own, passage.words()) : []
      for (const { 0: words, index } of stated) {
        const { start, end } = sentenceAt(passage, index)
        const term = terms.find(({ from }) => from >= start && from < end)
        if (!term) continue
        yield {
          at: passage.path,
          within: [index, index + words.length],
          message: `This sentence gives a confidence and a likelihood ("${term.phrase.words}") in one, and a reader takes the one for the other. Say in one sentence how likely it is, and in the next how sure you are and why.`,
        }
      }
    }
  }),
}
