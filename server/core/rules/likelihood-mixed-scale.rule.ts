import { rangeWords, termNamed } from '../schema/likelihood.ts'
import type { Vocabulary } from '../schema/vocabulary.ts'
import type { Scale } from '../schema/vocabulary-types.ts'
import { wordList } from '../schema/word-lists.ts'
import { replaceWith } from './change.ts'
import { type Context, checkOf, type Report, type Rule } from './rule.ts'
import { type Mixture, mixtureOf, type Stray, sameRange } from './scale-terms.ts'
import { isLanguage, isOthersVoice } from './wording.ts'

export const rule: Rule = {
  id: 'likelihood-mixed-scale',
  topic: 'estimates',
  level: 'warning',
  certainty: 'exact',
  summary: 'A brief takes its terms of likelihood from two scales.',
  reason:
    'Two scales, or two rows of one, have several words for one range and different ranges for like words, so a reader cannot tell whether "remote" is less than "very unlikely". Keep to the terms of one. A term that stands alone on another scale than the one in use is reported by `likelihood-term`. In running text, where the level is `info` at most, only terms of two words or more count, such as "highly improbable", for "remote" and "probable" are also plain English; quotations and the views of others are left alone.',
  source: 'US Intelligence Community Directive 203, 2015: analysts are not to mix terms from different rows.',
  examples: {
    bad: [
      `chancery: brief/1
id: example
title: Talks at sea
profile: state-info-memo
stage: draft
date: 2026-11-02
bluf: The two navies met again and set a date for the next talks.
background: The staffs met in May.
outlook:
  - { text: The talks go on next year., likelihood: very likely, horizon: P1Y }
  - { text: The talks move to another port., likelihood: remote, horizon: P1Y }
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
background: The staffs met in May. A break of the talks is very unlikely.
outlook:
  - { text: The talks go on next year., likelihood: very likely, horizon: P1Y }
  - { text: The talks move to another port., likelihood: almost no chance, horizon: P1Y }
`,
    ],
  },
  check: checkOf('brief', function* (_, context) {
    const mixture = mixtureOf(context)
    for (const stray of mixture?.strays ?? []) yield strayField(mixture as Mixture, stray)
    yield* strayWords(context)
  }),
}

function strayField({ main, first }: Mixture, { field: { path, value }, scale }: Stray): Report {
  const term = termNamed(scale, String(value))
  const same = term && sameRange(main, term)
  const remedy = same ? ` "${same.term}" has the same range there.` : ''
  return {
    at: path,
    message: `"${value}" is from ${scale.label}, and other terms of this brief are from ${main.label}, so a reader cannot put them in order. Keep to one scale.${remedy}`,
    fixes: same ? [replaceWith(path, same.term, false)] : [],
    related: [{ at: first.path, message: `"${first.value}" is from ${main.label}.` }],
  }
}

/** In running text, terms of another scale where the brief also has terms that are on the scale in use alone. */
function* strayWords(context: Context): Iterable<Report> {
  const { vocabulary, settings, fields } = context
  const main = vocabulary.scales.get(settings.scale)
  if (!main || !isLanguage(settings.language, 'en')) return
  const find = termFinder(vocabulary)
  const found = context
    .passages()
    .filter(({ path }) => !isOthersVoice(path))
    .flatMap((passage) => find(passage.own, passage.words()).map((term) => ({ ...term, passage })))
  const strays = found.filter(({ phrase }) => !termNamed(main, phrase.words))
  const inFields = fields.filter(({ schema }) => schema['x-is'] === 'likelihood').map(({ value }) => String(value))
  const inText = found.map(({ phrase }) => phrase.words)
  const proofs = new Map<Scale, string | undefined>()
  const proofAgainst = (other: Scale) => {
    if (!proofs.has(other))
      proofs.set(
        other,
        [...inFields, ...inText].find((word) => termNamed(main, word) && !termNamed(other, word)),
      )
    return proofs.get(other)
  }
  for (const { passage, phrase, from, to } of strays) {
    const other = scaleOf(phrase.words, vocabulary)
    const proof = other && proofAgainst(other)
    const term = other && termNamed(other, phrase.words)
    if (!term || proof === undefined) continue
    const same = sameRange(main, term)
    yield {
      at: passage.path,
      within: [from, to],
      atMost: 'info',
      message: `"${phrase.words}" is a term of ${other.label} (${rangeWords(term)}), and "${proof}" in this brief is one of ${main.label}, so a reader cannot put them in order. Keep to one scale.${same ? ` "${same.term}" has the same range there.` : ''}`,
    }
  }
}

function scaleOf(word: string, { scales }: Vocabulary): Scale | undefined {
  return [...scales.entries.values()].find((scale) => termNamed(scale, word))
}

/** Finds terms of two words or more, of any scale. */
function termFinder({ scales }: Vocabulary): ReturnType<typeof wordList>['find'] {
  const names = [...scales.entries.values()].flatMap(({ terms }) => terms.flatMap(({ term, aliases }) => [term, ...aliases]))
  const phrases = [...new Set(names)].filter((name) => /\s/.test(name)).map((words) => ({ words, advice: '' }))
  return wordList('scales', 'en', phrases).find
}
