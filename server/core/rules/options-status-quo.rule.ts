import { entriesAt } from '../model/gaps.ts'
import { addAt } from './change.ts'
import { checkOf, type Rule } from './rule.ts'
import { isLanguage, listedWords } from './wording.ts'

export const rule: Rule = {
  id: 'options-status-quo',
  topic: 'recommendations',
  level: 'info',
  certainty: 'heuristic',
  summary: 'None of the options is to leave things as they are.',
  reason:
    'The first question of whoever decides is what happens if nothing is done. Show it as an option of its own, with what speaks for and against it; the id `status-quo` tells it for certain. In English briefs it is also recognized by its words; in briefs of other languages without that id nothing is said.',
  source: 'Practice of option appraisal: the options include one that changes nothing (HM Treasury, The Green Book: business as usual).',
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
  - { id: two-years, title: Meet every other year, pros: [Cheap], cons: [Long gaps] }
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
  - { id: a, title: Rely on ad hoc contact as before, pros: [Cheap], cons: [Long gaps] }
  - { id: yearly-talks, title: Meet every year, pros: [A fixed date], cons: [Some cost] }
recommendations:
  - { id: r1, text: Propose yearly talks., option: yearly-talks, owner: Navy Staff, due: 2027-03-31 }
`,
    ],
  },
  check: checkOf('brief', function* ({ options = [] }, context) {
    const entries = entriesAt(context.document, ['options'])
    const list = context.vocabulary.wordLists.get('options-status-quo')
    // A single option is no choice, which is told by itself.
    if (entries.length < 2 || !list || !isLanguage(context.settings.language, list.language)) return
    const isNone = ({ id = '', title = '', text = '' }) =>
      listedWords(list, `${id.replaceAll('-', ' ')}\n${title}\n${text.slice(0, 2000)}`).length > 0
    if (options.some(isNone)) return
    yield {
      at: ['options'],
      on: 'key',
      message:
        'None of these options is to leave things as they are, and the reader will ask what happens then. Add it, with the id "status-quo" and what speaks for and against it.',
      fixes: [
        addAt(
          ['options', options.length],
          { id: 'status-quo', title: 'Leave things as they are' },
          'Add the option to leave things as they are',
        ),
      ],
    }
  }),
}
