import { known, whenOf } from '../model/when.ts'
import { datesAsWritten, onDate } from '../schema/date-words.ts'
import { before } from '../schema/dates.ts'
import type { When } from '../schema/membership.ts'
import type { Entry } from '../workspace/portfolio.ts'
import { checkOf, type Report, type Rule } from './rule.ts'

export const rule: Rule = {
  id: 'agreement-not-in-force',
  topic: 'engagements',
  level: 'warning',
  certainty: 'exact',
  summary: 'An engagement is said to rest on an agreement that was not signed yet, not in force yet, or had ended.',
  reason:
    'What forces may do in another country rests on the agreement of that day. Name the one that was in force then, or correct the date that is wrong. An agreement that was signed and not in force yet is a hint only, since it may have been applied provisionally; for talks that led up to an agreement the level is `info`.',
  source: 'Vienna Convention on the Law of Treaties (1969), articles 24, 25, 28 and 70',
  examples: {
    bad: [
      `#- access-agreement.engagement.yaml
chancery: engagement/1
id: access-agreement
type: visiting-forces-agreement
title: Reciprocal access agreement
status: in-force
participants:
  - { countries: [JPN, PHL], role: signatory }
agreement: { signed: 2024-07-08, in_force: 2025-09-11 }
#- harbour-watch-2023.engagement.yaml
chancery: engagement/1
id: harbour-watch-2023
type: joint-exercise
title: Exercise Harbour Watch 2023
status: completed
dates: { start: 2023-05-15 }
participants:
  - { countries: [JPN, PHL], role: participant }
exercise: { form: [command-post] }
framework: { agreements: [access-agreement] }
`,
    ],
    good: [
      `#- access-agreement.engagement.yaml
chancery: engagement/1
id: access-agreement
type: visiting-forces-agreement
title: Reciprocal access agreement
status: in-force
participants:
  - { countries: [JPN, PHL], role: signatory }
agreement: { signed: 2024-07-08, in_force: 2025-09-11 }
#- harbour-watch-2026.engagement.yaml
chancery: engagement/1
id: harbour-watch-2026
type: joint-exercise
title: Exercise Harbour Watch 2026
status: completed
dates: { start: 2026-05-15 }
participants:
  - { countries: [JPN, PHL], role: participant }
exercise: { form: [command-post] }
framework: { agreements: [access-agreement] }
`,
    ],
  },
  check: checkOf('engagement', function* (engagement, { vocabulary, portfolio, today }) {
    const when = whenOf(engagement, vocabulary, today)
    if (!when || engagement.framework?.note) return
    const isTalk = vocabulary.engagementTypes.get(engagement.type ?? '')?.group === 'D'
    for (const [index, id] of (engagement.framework?.agreements ?? []).entries()) {
      const entries = typeof id === 'string' ? portfolio.defined('engagement', id) : []
      const [entry] = entries
      const fault = entry && entries.length === 1 ? faultOf(entry, when) : undefined
      if (!entry || !fault) continue
      const { words, place, atMost } = fault
      const range = entry.places[place]
      yield {
        at: ['framework', 'agreements', index],
        message: `${entry.id} ${words}, and this engagement is dated ${datesAsWritten(when)}. Name the agreement of that time, or correct the date that is wrong.`,
        ...(atMost ? { atMost } : isTalk ? { atMost: 'info' } : {}),
        related: range ? [{ path: entry.path, ...range, message: `${entry.id} ${words}.` }] : [],
      }
    }
  }),
}

interface Fault {
  readonly words: string
  readonly place: string
  readonly atMost?: Report['atMost']
}

function faultOf({ engagement }: Entry, when: When): Fault | undefined {
  const { signed, inForce, ended } = engagement?.agreement ?? {}
  const [begun, binding, over] = [signed, inForce, ended].map(known)
  if (begun !== undefined && before(when.end, begun)) return { words: `was signed only ${onDate(begun)}`, place: 'agreement.signed' }
  if (over !== undefined && before(over, when.start)) return { words: `had ended ${onDate(over)}`, place: 'agreement.ended' }
  if (binding === undefined || !before(when.end, binding)) return undefined
  return {
    words: `entered into force only ${onDate(binding)}`,
    place: 'agreement.in_force',
    // Where it is not known when it was signed, nothing says that it could be applied before.
    ...(begun === undefined ? {} : { atMost: 'hint' }),
  }
}
