import { isObject } from '../model/read.ts'
import { valueAt } from '../model/value-at.ts'
import type { Path } from '../text/path.ts'
import { checkOf, type Rule } from './rule.ts'
import { inOneLine, listedIn } from './wording.ts'

export const rule: Rule = {
  id: 'estimate-vague',
  topic: 'estimates',
  level: 'info',
  certainty: 'heuristic',
  summary: 'An estimate is worded with bare doubt.',
  reason:
    'Readers take "could" and "may" for anything between ten and ninety per cent, and nobody can say afterwards whether the judgement was right. In `outlook` and `risks`, say in the text what happens, and give how likely it is in `likelihood`. Elsewhere, and for the month of May and "military might", the rule is silent.',
  source: 'US Intelligence Community Directive 203, Analytic Standards, 2015; UK PHIA probability yardstick, GOV.UK, 24 March 2025.',
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
  - { text: The talks could go on next year., likelihood: likely, horizon: P1Y, confidence: low, basis: One year only. }
`,
      `chancery: brief/1
id: example
title: Talks at sea
profile: state-info-memo
stage: draft
date: 2026-11-02
bluf: The two navies met again and set a date for the next talks.
background: The staffs met in May.
outlook:
  - { text: "We cannot rule out that the host cancels.", likelihood: likely, horizon: P1Y, confidence: low, basis: One year only. }
`,
      `chancery: brief/1
id: example
title: Talks at sea
profile: state-info-memo
stage: draft
date: 2026-11-02
bluf: The two navies met again and set a date for the next talks.
background: The staffs met in May.
risks:
  - { category: cost, text: The host might ask for more ships., impact: low, mitigation: Agree on a ceiling., owner: Fleet staff }
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
background: The staffs met in May. The host may cancel.
outlook:
  - { text: The talks of May 2024 go on; the host called its military might a "might have been"., likelihood: likely, horizon: P1Y, confidence: low, basis: One year only. }
`,
      `chancery: brief/1
id: example
title: Talks at sea
profile: state-info-memo
stage: draft
date: 2026-11-02
bluf: The two navies met again and set a date for the next talks.
background: The staffs met in May.
outlook:
  - { text: May 2027 brings another round., likelihood: likely, horizon: P1Y, confidence: low, basis: One year only. }
`,
    ],
  },
  check: checkOf('brief', function* (_, context) {
    // Two doubts in a row are told by hedge-stack.
    const told = [...listedIn(context, 'hedge-stack')].filter(({ passage }) => isEstimate(passage.path))
    for (const { passage, from, to } of listedIn(context, 'estimate-vague')) {
      if (!isEstimate(passage.path) || told.some((other) => other.passage === passage && other.from <= from && to <= other.to)) continue
      const words = inOneLine(passage.text, from, to)
      if (words === 'May') continue
      const entry = valueAt(context.document.value, passage.path.slice(0, -1))
      const isRated = isObject(entry) && typeof entry['likelihood'] === 'string' && entry['likelihood'] !== ''
      yield { at: passage.path, within: [from, to], message: isRated ? doubled(words) : vague(words) }
    }
  }),
}

function isEstimate(path: Path): boolean {
  return (path[0] === 'outlook' || path[0] === 'risks') && path.at(-1) === 'text'
}

function doubled(words: string): string {
  return `"${words}" puts a doubt on top of the likelihood that stands beside it. Say here what happens, and leave how likely it is to "likelihood".`
}

function vague(words: string): string {
  return `"${words}" may be read as anything between ten and ninety per cent. Say what happens, and give how likely it is in "likelihood".`
}
