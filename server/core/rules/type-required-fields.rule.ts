import { isObject } from '../model/read.ts'
import { child } from '../schema/schema.ts'
import { schemas } from '../schema/schemas.generated.ts'
import { asScalar } from '../text/quote.ts'
import { checkOf, type Rule } from './rule.ts'

export const rule: Rule = {
  id: 'type-required-fields',
  topic: 'engagements',
  level: 'error',
  certainty: 'exact',
  summary: 'An engagement lacks what its type needs.',
  reason:
    'Exercises can be compared only if each says how it was run, and an agreement is known by its dates. Each type of engagement therefore has a part of its own, and all but agreements have dates. Add the part, or choose the type that fits.',
  source: 'Chancery: typology of engagements in schemas/vocab/engagement-types.yaml.',
  examples: {
    bad: [
      `chancery: engagement/1
id: example
type: joint-exercise
title: Exercise Blue Strait
status: completed
dates: { start: 2024-05-14 }
participants:
  - { countries: [JPN, PHL], role: participant }
`,
      `chancery: engagement/1
id: example
type: joint-exercise
title: Exercise Blue Strait
status: completed
dates: { start: 2024-05-14 }
participants:
  - { countries: [JPN, PHL], role: participant }
exercise: { focus: [hadr] }
`,
      `chancery: engagement/1
id: example
type: staff-talks
title: Navy staff talks
status: completed
participants:
  - { countries: [JPN, PHL], role: participant }
`,
    ],
    good: [
      `chancery: engagement/1
id: example
type: joint-exercise
title: Exercise Blue Strait
status: completed
dates: { start: 2024-05-14 }
participants:
  - { countries: [JPN, PHL], role: participant }
exercise: { form: [table-top] }
`,
      `chancery: engagement/1
id: example
type: memorandum-of-understanding
title: Memorandum on visits of ships
status: signed
participants:
  - { countries: [JPN, PHL], role: signatory }
agreement: { signed: 2024-05-14 }
`,
    ],
  },
  check: checkOf('engagement', function* ({ type }, { document, vocabulary }) {
    const entry = vocabulary.engagementTypes.get(type ?? '')
    if (!entry || !isObject(document.value)) return
    // A part whose syntax is broken is there all the same.
    const present = [...Object.keys(document.value), ...document.damaged]
    const kind = `An engagement of the type ${entry.id}`
    if (!entry.temporal.includes('instrument') && !present.includes('dates')) {
      yield {
        at: ['type'],
        missing: [['dates']],
        message: `${kind} needs "dates", for membership, names and status are checked against them. For example: dates: { start: 2024-04-22 }.`,
      }
    }
    for (const block of entry.block) {
      if (present.includes(block)) continue
      yield {
        at: ['type'],
        missing: [[block]],
        message: `${kind} needs the part "${block}", by which it is compared with others of its type.${example(block)}`,
      }
    }
  }),
}

/** The first line of the part as it would be typed. */
function example(block: string): string {
  const [sample] = child(schemas.engagement, block)?.examples ?? []
  const [first] = typeof sample === 'object' && sample !== null ? Object.entries(sample) : []
  if (!first) return ''
  const [key, value] = first
  const words = Array.isArray(value) ? `[${value.map((v) => asScalar(String(v), true)).join(', ')}]` : asScalar(String(value), true)
  return ` For example: ${block}: { ${key}: ${words} }.`
}
