import { checkOf, type Rule } from './rule.ts'

export const rule: Rule = {
  id: 'objective-no-diplomatic',
  topic: 'engagements',
  level: 'hint',
  certainty: 'exact',
  summary: 'The objectives of an exercise, visit or programme are named, and none of them is diplomatic.',
  reason:
    'Without a diplomatic objective an exercise is training and not diplomacy, and a reader asks why it stands in a brief on relations between States. Name the objective, or leave the record as it is if there was none. Talks, agreements, measures of confidence and relief are left alone: their purpose lies in what they are.',
  source: 'Chancery: military diplomacy has a military and a diplomatic aim at once',
  examples: {
    bad: [
      `chancery: engagement/1
id: example
type: joint-exercise
title: Exercise Harbour Watch
status: completed
dates: { start: 2024-05-14 }
participants:
  - { countries: [JPN, PHL], role: participant }
exercise: { form: [command-post] }
objectives:
  - { kind: military, text: Train the staffs of two ports. }
`,
    ],
    good: [
      `chancery: engagement/1
id: example
type: joint-exercise
title: Exercise Harbour Watch
status: completed
dates: { start: 2024-05-14 }
participants:
  - { countries: [JPN, PHL], role: participant }
exercise: { form: [command-post] }
objectives:
  - { kind: military, text: Train the staffs of two ports. }
  - { kind: diplomatic, text: Show that the two coast guards can work under one plan. }
`,
      `chancery: engagement/1
id: example
type: joint-exercise
title: Exercise Harbour Watch
status: completed
dates: { start: 2024-05-14 }
participants:
  - { countries: [JPN, PHL], role: participant }
exercise: { form: [command-post] }
`,
    ],
  },
  check: checkOf('engagement', function* ({ type, objectives = [] }, { vocabulary, document }) {
    const group = vocabulary.engagementTypes.get(type ?? '')?.group ?? ''
    if (!groups.includes(group) || objectives.length === 0 || document.damaged.has('objectives')) return
    // An entry without a kind is still being written.
    if (objectives.some(({ kind }) => kind === undefined || kind === 'diplomatic')) return
    yield {
      at: ['objectives'],
      on: 'key',
      message:
        'None of the objectives is diplomatic, so this reads as training and not as diplomacy. Add the diplomatic objective, if there was one.',
    }
  }),
}

/** Exercises, visits and deployments, exchanges of people, industry and assistance. */
const groups: readonly string[] = ['E', 'F', 'P', 'B']
