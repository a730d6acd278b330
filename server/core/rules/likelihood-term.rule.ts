import type { Field } from '../model/fields.ts'
import { termNamed } from '../schema/likelihood.ts'
import type { Scale } from '../schema/vocabulary-types.ts'
import { listed, nearest } from '../text/words.ts'
import { replaceWith } from './change.ts'
import { didYouMean } from './meant.ts'
import type { Context, Report, Rule } from './rule.ts'
import { mixtureOf, sameRange } from './scale-terms.ts'

export const rule: Rule = {
  id: 'likelihood-term',
  topic: 'estimates',
  level: 'warning',
  certainty: 'exact',
  summary: 'A likelihood is not a term of the scale in use.',
  reason:
    'Readers take words such as "possible" for anything between ten and ninety per cent. A scale ties each term to a range, and that only helps if its terms are used, exactly as printed and from one scale. Choose a term of the scale that chancery.yaml names. Where a brief mixes terms of two scales, `likelihood-mixed-scale` says so instead.',
  source: 'US Intelligence Community Directive 203, 2015; UK PHIA probability yardstick, GOV.UK, 24 March 2025.',
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
  - { text: The talks go on next year., likelihood: possibly, horizon: P1Y }
`,
      `#- chancery.yaml
chancery: config/1
estimative_scale: phia
#- example.brief.yaml
chancery: brief/1
id: example
title: Talks at sea
profile: state-info-memo
stage: draft
date: 2026-11-02
bluf: The two navies met again and set a date for the next talks.
background: The staffs met in May.
outlook:
  - { text: The talks go on next year., likelihood: very likely, horizon: P1Y }
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
background: The staffs met in May.
outlook:
  - { text: The talks go on next year., likelihood: very likely, percent: 85, horizon: P1Y }
`,
    ],
  },
  check,
}

function* check({ document, fields, vocabulary, settings }: Context): Iterable<Report> {
  const scale = vocabulary.scales.get(settings.scale)
  if (!scale) return
  // Beside terms of the scale in use, those of another are told by likelihood-mixed-scale.
  const strays = new Set(document.kind === 'brief' ? mixtureOf({ fields, vocabulary, settings })?.strays.map(({ field }) => field) : [])
  for (const field of fields) {
    const word = String(field.value)
    if (field.schema['x-is'] !== 'likelihood' || word === '' || scale.terms.some(({ term }) => term === word) || strays.has(field)) continue
    yield otherWord(field, scale, [...vocabulary.scales.entries.values()])
  }
}

function otherWord({ path, value }: Field, scale: Scale, scales: readonly Scale[]): Report {
  const word = String(value)
  const same = termNamed(scale, word)
  if (same)
    return {
      at: path,
      message: `The scale prints this term as "${same.term}": write it exactly so, for readers look for that word.`,
      fixes: [replaceWith(path, same.term, true)],
    }
  const terms = scale.terms.map(({ term }) => term)
  const choice = `Its terms are ${listed(terms)}.`
  const foreign = scales.flatMap((other) => termNamed(other, word) ?? []).at(0)
  if (foreign) {
    const equal = sameRange(scale, foreign)
    const meaning = equal ? ` "${equal.term}" has the same range on it.` : ''
    return {
      at: path,
      message: `"${word}" is a term of another scale; this workspace uses ${scale.label}.${meaning} ${choice}`,
      fixes: equal ? [replaceWith(path, equal.term, false)] : [],
    }
  }
  const near = nearest(word, terms)
  const meant = didYouMean(path, near === undefined ? undefined : { id: near, same: false })
  return {
    at: path,
    message: `"${word}" is no term of the scale in use (${scale.label}), so readers will not know how likely you mean.${meant.words} ${choice}`,
    fixes: meant.fixes,
  }
}
