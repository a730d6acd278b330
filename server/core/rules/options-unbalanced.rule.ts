import { entriesAt, isGap } from '../model/gaps.ts'
import { counted } from '../text/words.ts'
import { checkOf, type Rule } from './rule.ts'

export const rule: Rule = {
  id: 'options-unbalanced',
  topic: 'recommendations',
  level: 'warning',
  certainty: 'exact',
  summary: 'An option has only arguments for it, or only arguments against it.',
  reason:
    'An option without drawbacks reads like advertising, and one without merits was put up to be knocked down. Say in a few words each what speaks for and against every option. Drawbacks may also stand under `risk`; an option for which neither side is listed yet is left alone.',
  source: 'Practice of staff studies: each course of action is shown with its advantages and disadvantages.',
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
  - { id: yearly-talks, title: Meet every year, pros: [A fixed date, The same people, A shared list] }
recommendations:
  - { id: r1, text: Propose yearly talks., option: yearly-talks, owner: Navy Staff, due: 2027-03-31 }
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
options:
  - { id: status-quo, title: Go on as now, cons: [No fixed date, No shared list] }
  - { id: yearly-talks, title: Meet every year, pros: [A fixed date], cons: [Some cost] }
recommendations:
  - { id: r1, text: Propose yearly talks., option: yearly-talks, owner: Navy Staff, due: 2027-03-31 }
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
  - { id: r1, text: Propose yearly talks., option: yearly-talks, owner: Navy Staff, due: 2027-03-31 }
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
options:
  - { id: status-quo, title: Go on as now }
  - { id: yearly-talks, title: Meet every year, pros: [A fixed date], risk: The talks can be called off for political reasons. }
recommendations:
  - { id: r1, text: Propose yearly talks., option: yearly-talks, owner: Navy Staff, due: 2027-03-31 }
`,
    ],
  },
  check: checkOf('brief', function* ({ options = [] }, { document }) {
    for (const index of entriesAt(document, ['options'])) {
      const at = ['options', index]
      const { pros = [], cons = [] } = options[index] ?? {}
      const lacks = (key: string) => isGap(document, [...at, key])
      if (pros.length > 0 && lacks('cons') && lacks('risk')) {
        yield {
          at: [...at, 'cons'],
          missing: [[...at, 'cons']],
          message: `This option has ${counted(pros.length, 'advantage')} and no drawback, which reads like advertising. Add under "cons" what speaks against it.`,
        }
      }
      if (cons.length > 0 && lacks('pros')) {
        yield {
          at: [...at, 'pros'],
          missing: [[...at, 'pros']],
          message: `This option has ${counted(cons.length, 'drawback')} and no advantage, as if it were there to be turned down. Add under "pros" what speaks for it.`,
        }
      }
    }
  }),
}
