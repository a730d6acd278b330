import { rangeWords, termHolds, termNamed } from '../schema/likelihood.ts'
import type { Scale } from '../schema/vocabulary-types.ts'
import type { Path } from '../text/path.ts'
import { listed } from '../text/words.ts'
import { replaceWith } from './change.ts'
import { type Context, checkOf, type Report, type Rule } from './rule.ts'

export const rule: Rule = {
  id: 'likelihood-percent',
  topic: 'estimates',
  level: 'error',
  certainty: 'exact',
  summary: 'The per cent given and the term of likelihood contradict each other.',
  reason:
    'Each term of a scale stands for a range, so the figure beside it must lie in that range. Otherwise one of the two is wrong, and the reader cannot tell which. Change the term or the figure.',
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
  - { text: The talks go on next year., likelihood: likely, percent: 90, horizon: P1Y }
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
  - { text: The talks go on next year., likelihood: likely, percent: 80, horizon: P1Y }
  - { text: The talks move to another port., likelihood: very likely, percent: 80, horizon: P1Y }
`,
    ],
  },
  check: checkOf('brief', function* ({ risks = [], outlook = [] }, context) {
    for (const [index, risk] of risks.entries()) yield* reportsOf(risk, ['risks', index], context)
    for (const [index, judgement] of outlook.entries()) yield* reportsOf(judgement, ['outlook', index], context)
  }),
}

interface Estimate {
  readonly likelihood?: string
  readonly percent?: number
}

function* reportsOf({ likelihood, percent }: Estimate, path: Path, { vocabulary, settings }: Context): Iterable<Report> {
  const scale = vocabulary.scales.get(settings.scale)
  const term = scale && termNamed(scale, likelihood ?? '')
  // A figure beyond 0 and 100 is wrong whatever the term.
  if (!term || percent === undefined || percent < 0 || percent > 100 || termHolds(term, percent)) return
  const fitting = termsFor(scale, percent)
  const remedy =
    fitting.length > 0
      ? `The term for ${percent} is ${listed(
          fitting.map((t) => `"${t}"`),
          'or',
        )}.`
      : `No term of the scale (${scale.label}) covers ${percent} per cent.`
  yield {
    at: [...path, 'percent'],
    message: `"${term.term}" means ${rangeWords(term)}, and ${percent} is given, so the reader cannot tell which of the two you mean. ${remedy} Change the term or the figure.`,
    fixes: fitting.map((t) => replaceWith([...path, 'likelihood'], t, false, `Write ${t} for ${term.term}`)),
    related: [{ at: [...path, 'likelihood'], message: `The term is "${term.term}".` }],
  }
}

function termsFor(scale: Scale, percent: number): readonly string[] {
  return scale.terms.filter((term) => termHolds(term, percent)).map(({ term }) => term)
}
