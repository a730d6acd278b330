import type { EngagementExercise } from '../model/types.generated.ts'
import type { Vocabulary } from '../schema/vocabulary.ts'
import { listed } from '../text/words.ts'
import { checkOf, numberOption, type Report, type Rule } from './rule.ts'

export const rule: Rule = {
  id: 'exercise-scale-form',
  topic: 'engagements',
  level: 'info',
  certainty: 'heuristic',
  summary: 'An exercise in which people only talk is given thousands of people, or ships, aircraft and vehicles.',
  reason:
    'Nobody moves in a seminar, a table-top or a game, so such numbers belong to another form, or to another exercise. Add the form that was played in the field, or correct the number; where the numbers are those of the made-up story, leave them out. A note under `scale` says that it is right all the same. Headquarters exercises are left alone, because computers move whole armies there.',
  source: 'HSEEP (2020): discussion-based and operations-based exercises',
  options: {
    people: { type: 'number', description: 'The most people that talks of this kind may have.', default: 3000 },
  },
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
exercise: { form: [table-top], scale: { personnel: 25000 } }
`,
      `chancery: engagement/1
id: example
type: joint-exercise
title: Exercise Harbour Watch
status: completed
dates: { start: 2024-05-14 }
participants:
  - { countries: [JPN, PHL], role: participant }
exercise: { form: [seminar, workshop], scale: { personnel: 60, ships: 14 } }
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
exercise: { form: [table-top, live], scale: { personnel: 25000, ships: 14 } }
`,
      `chancery: engagement/1
id: example
type: joint-exercise
title: Exercise Harbour Watch
status: completed
dates: { start: 2024-05-14 }
participants:
  - { countries: [JPN, PHL], role: participant }
exercise: { form: [command-post, computer-assisted], scale: { personnel: 17500 } }
`,
    ],
  },
  check: checkOf('engagement', function* ({ exercise }, { document, vocabulary, options }) {
    if (!exercise || document.damaged.has('exercise') || !isTalk(exercise, vocabulary) || exercise.scale?.note) return
    const { personnel = 0, personnel_qualifier: qualifier, ships = 0, aircraft = 0, vehicles = 0 } = exercise.scale ?? {}
    const most = numberOption({ options }, 'people', 3000)
    const related: Report['related'] = [{ at: ['exercise', 'form'], message: 'The form stands here.' }]
    const advice = 'Add the form that was played in the field, or correct the number.'
    const talk = `this ${(exercise.form ?? []).map((id) => vocabulary.exerciseForms.get(id)?.label.toLowerCase() ?? id).join(' and ')}`
    if (personnel > most && qualifier !== 'at-most') {
      yield {
        at: ['exercise', 'scale', 'personnel'],
        message: `In ${talk} people only talk, and ${personnel.toLocaleString('en')} of them are more than can be. ${advice}`,
        related,
      }
    }
    const moved = Object.entries({ ships, aircraft, vehicles }).flatMap(([key, count]) => (count > 0 ? [key] : []))
    const [first] = moved
    if (first === undefined) return
    yield {
      at: ['exercise', 'scale', first],
      message: `In ${talk} people only talk, so no ${listed(moved, 'or')} took part. ${advice} If it is the made-up story that has them, leave them out.`,
      related,
    }
  }),
}

function isTalk({ form = [] }: EngagementExercise, { exerciseForms }: Vocabulary): boolean {
  return form.length > 0 && form.every((id) => exerciseForms.get(id)?.class === 'discussion')
}
