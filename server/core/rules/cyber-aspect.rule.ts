import { checkOf, type Rule } from './rule.ts'

export const rule: Rule = {
  id: 'cyber-aspect',
  topic: 'engagements',
  level: 'warning',
  certainty: 'exact',
  summary: 'Cyber defence is a focus of the exercise, and nothing says which side of it.',
  reason:
    'Cyber defence can mean to protect networks, to coordinate over digital platforms, to share what is known of threats, or to bring cyber units into an exercise, and a partner agrees to one far more easily than to another. Name the aspects under `cyber.aspects`; `exercise-integration` is of exercises and operations only.',
  source: 'Chancery: the four aspects of cyber diplomacy',
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
exercise: { form: [command-post], focus: [maritime-security, cyber-defence] }
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
exercise: { form: [command-post], focus: [maritime-security, cyber-defence] }
cyber: { aspects: [threat-sharing] }
`,
      `chancery: engagement/1
id: example
type: joint-exercise
title: Exercise Harbour Watch
status: completed
dates: { start: 2024-05-14 }
participants:
  - { countries: [JPN, PHL], role: participant }
exercise: { form: [command-post], focus: [maritime-security] }
`,
    ],
  },
  check: checkOf('engagement', function* ({ type, exercise, operation, cyber }, { document, vocabulary }) {
    if (['cyber', 'exercise', 'operation'].some((part) => document.damaged.has(part))) return
    const focus = exercise?.focus?.indexOf('cyber-defence') ?? -1
    const aspects = cyber?.aspects ?? []
    // A type that must have the part is told so already.
    const isAsked = !cyber && vocabulary.engagementTypes.get(type ?? '')?.block.includes('cyber')
    if (focus >= 0 && aspects.length === 0 && !isAsked) {
      yield {
        at: ['exercise', 'focus', focus],
        message:
          'Cyber defence is a focus, but "cyber.aspects" does not say which side of it, and partners agree to some sides and not to others. Add for example cyber: { aspects: [threat-sharing] }.',
      }
    }
    const integration = aspects.indexOf('exercise-integration')
    if (integration < 0 || exercise || operation) return
    yield {
      at: ['cyber', 'aspects', integration],
      atMost: 'info',
      message:
        '"exercise-integration" says that cyber units took part in an exercise or operation, but there is neither part here. Add it, or name another aspect.',
    }
  }),
}
