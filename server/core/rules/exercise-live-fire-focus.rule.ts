import { listed } from '../text/words.ts'
import { replaceWith } from './change.ts'
import { checkOf, type Rule } from './rule.ts'

export const rule: Rule = {
  id: 'exercise-live-fire-focus',
  topic: 'engagements',
  level: 'info',
  certainty: 'heuristic',
  summary: 'Live fire is said of an exercise in which nobody is in the field, or denied of one that consists of it.',
  reason:
    'Whether weapons were fired is what neighbours and critics ask first. In a seminar or a headquarters nothing is fired, and a live-fire or sinking exercise is nothing else. Correct `live_fire`, or add the form that was played in the field. A note under `exercise` says that it is right all the same.',
  source: 'HSEEP (2020) and service usage: forms of exercises',
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
exercise: { form: [seminar], live_fire: true }
`,
      `chancery: engagement/1
id: example
type: joint-exercise
title: Exercise Harbour Watch
status: completed
dates: { start: 2024-05-14 }
participants:
  - { countries: [JPN, PHL], role: participant }
exercise: { form: [field-training, sinking], live_fire: false }
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
exercise: { form: [seminar, field-training], live_fire: true }
`,
    ],
  },
  check: checkOf('engagement', function* ({ exercise }, { document, vocabulary }) {
    const { form = [], live_fire: fires, note } = exercise ?? {}
    if (fires === undefined || note || form.length === 0 || document.damaged.has('exercise')) return
    const at = ['exercise', 'live_fire']
    const related = [{ at: ['exercise', 'form'], message: 'The form stands here.' }]
    const label = (id: string) => vocabulary.exerciseForms.get(id)?.label.toLowerCase() ?? id
    const isIndoors = form.every((id) => ['discussion', 'command'].includes(vocabulary.exerciseForms.get(id)?.class ?? ''))
    if (fires && isIndoors) {
      yield {
        at,
        message: `Live fire does not go with ${listed(form.map((id) => `"${label(id)}"`))}, in which nobody is in the field. Write false, or add the form in which weapons were fired.`,
        fixes: [replaceWith(at, false, false)],
        related,
      }
    }
    const firing = form.find((id) => id === 'combined-arms-live-fire' || id === 'sinking')
    if (fires || firing === undefined) return
    yield {
      at,
      message: `It is said that no weapons were fired, but "${label(firing)}" consists of that. Write true, or correct the form.`,
      fixes: [replaceWith(at, true, false)],
      related,
    }
  }),
}
