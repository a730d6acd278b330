import { candidate, idFinder } from '../text/ids.ts'
import { listed } from '../text/words.ts'
import { didYouMean } from './meant.ts'
import { checkOf, type Rule } from './rule.ts'

export const rule: Rule = {
  id: 'rec-not-option',
  topic: 'recommendations',
  level: 'error',
  certainty: 'exact',
  summary: 'A recommendation takes an option that the brief does not have.',
  reason:
    'The reader wants to see that what is recommended was weighed against the alternatives. A recommendation that points to no option breaks that link. Write the id of one of the options, or add the option that you mean.',
  source: 'Practice of staff studies and option papers: the recommendation is one of the courses of action compared.',
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
options:
  - { id: status-quo, title: Go on as now, pros: [No cost], cons: [No fixed date] }
  - { id: yearly-talks, title: Meet every year, pros: [A fixed date], cons: [Some cost] }
recommendations:
  - { id: r1, text: Propose yearly talks., option: yearly-talk, owner: Navy Staff, due: 2027-03-31, supported_by: [yearly-talks] }
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
options:
  - { id: status-quo, title: Go on as now, pros: [No cost], cons: [No fixed date] }
  - { id: yearly-talks, title: Meet every year, pros: [A fixed date], cons: [Some cost] }
recommendations:
  - { id: r1, text: Propose yearly talks., option: yearly-talks, owner: Navy Staff, due: 2027-03-31, supported_by: [yearly-talks] }
`,
    ],
  },
  check: checkOf('brief', function* ({ options = [], recommendations = [] }, { document }) {
    if (document.damaged.has('options')) return
    const ids = new Set(options.flatMap(({ id }) => id ?? []))
    const find = idFinder(() => [...ids].map(candidate))
    for (const [index, { option }] of recommendations.entries()) {
      if (!option || ids.has(option)) continue
      const at = ['recommendations', index, 'option']
      const meant = didYouMean(at, find(option))
      const remedy = ids.size > 0 ? ` The options are ${listed([...ids])}.` : ' Add the options to the brief, or leave "option" out.'
      yield {
        at,
        message: `This recommendation takes the option "${option}", which the brief does not have, so the reader cannot see what was weighed.${meant.words || remedy}`,
        fixes: meant.fixes,
      }
    }
  }),
}
