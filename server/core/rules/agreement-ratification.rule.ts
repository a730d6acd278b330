import type { Engagement } from '../model/types.generated.ts'
import type { Vocabulary } from '../schema/vocabulary.ts'
import { checkOf, type Rule } from './rule.ts'

export const rule: Rule = {
  id: 'agreement-ratification',
  topic: 'engagements',
  level: 'warning',
  certainty: 'exact',
  summary: 'An agreement is said to be in force, and the day of its entry into force is missing.',
  reason:
    'A signature is not force: a treaty binds only after the States have ratified it, sometimes years later, and what a brief may ask of a partner depends on that day. Give it under `in_force`; where the agreement entered into force on signature, it is the same day. Texts that bind nobody and those that usually take effect on signature, such as a memorandum of understanding, are left alone, as is an agreement that is applied provisionally.',
  source: 'Vienna Convention on the Law of Treaties (1969), articles 14, 24 and 25',
  examples: {
    bad: [
      `chancery: engagement/1
id: example
type: visiting-forces-agreement
title: Reciprocal access agreement
status: in-force
participants:
  - { countries: [JPN, PHL], role: signatory }
agreement: { instrument: treaty, signed: 2024-07-08 }
`,
    ],
    good: [
      `chancery: engagement/1
id: example
type: visiting-forces-agreement
title: Reciprocal access agreement
status: in-force
participants:
  - { countries: [JPN, PHL], role: signatory }
agreement: { instrument: treaty, signed: 2024-07-08, in_force: 2025-09-11 }
`,
      `chancery: engagement/1
id: example
type: visiting-forces-agreement
title: Reciprocal access agreement
status: signed
participants:
  - { countries: [JPN, PHL], role: signatory }
agreement: { instrument: treaty, signed: 2024-07-08 }
`,
      `chancery: engagement/1
id: example
type: memorandum-of-understanding
title: Memorandum on visits of ships
status: in-force
participants:
  - { countries: [JPN, PHL], role: signatory }
agreement: { instrument: memorandum-of-understanding, signed: 2024-05-14 }
`,
    ],
  },
  check: checkOf('engagement', function* (engagement, { vocabulary, document }) {
    const { status, agreement } = engagement
    if (status !== 'in-force' || !agreement || document.damaged.has('agreement')) return
    if (agreement.in_force !== undefined || agreement.provisional_from !== undefined || !isRatified(engagement, vocabulary)) return
    const last = agreement.ratification?.flatMap(({ date }) => date ?? []).at(-1)
    yield {
      at: ['status'],
      message: `The status is "in-force", but "in_force" gives no day, and ${last === undefined ? 'a signature alone does not bring an agreement into force' : 'a ratification need not be that day'}. Look up the day of entry into force; if there is none yet, write signed.`,
      related: [{ at: ['agreement'], message: 'The day belongs here, under "in_force".' }],
    }
  }),
}

/** Kinds of text that bind only once the States have said so. */
const instruments: readonly string[] = ['treaty', 'protocol', 'executive-agreement', 'exchange-of-notes']

/** Types that are such a text where the file does not say what kind it is. */
const types: readonly string[] = ['mutual-defence-treaty', 'status-of-forces-agreement', 'visiting-forces-agreement']

function isRatified({ type, agreement }: Engagement, { engagementTypes }: Vocabulary): boolean {
  if (agreement?.binding === false || engagementTypes.get(type ?? '')?.temporal[0] !== 'instrument') return false
  if ((agreement?.ratification ?? []).length > 0) return true
  return agreement?.instrument === undefined ? types.includes(type ?? '') : instruments.includes(agreement.instrument)
}
