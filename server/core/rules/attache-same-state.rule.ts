import { checkOf, type Rule } from './rule.ts'

export const rule: Rule = {
  id: 'attache-same-state',
  topic: 'engagements',
  level: 'error',
  certainty: 'exact',
  summary: 'An attaché is sent by a State to itself.',
  reason:
    'An attaché represents one State in another. Where both are the same, a code was copied and not changed. Correct one of the two; a State to which the attaché is accredited from a post elsewhere belongs under `accredited_to`.',
  source: 'Vienna Convention on Diplomatic Relations (1961), articles 2, 3 and 7',
  examples: {
    bad: [
      `chancery: engagement/1
id: example
type: attache-accreditation
title: Defence attaché post
status: active
dates: { start: 1997-03 }
participants:
  - { country: VNM, role: sending }
  - { country: USA, role: receiving }
attache: { sending_state: VNM, receiving_state: VNM, branch: defence }
`,
      `chancery: engagement/1
id: example
type: attache-accreditation
title: Attaché post with a second accreditation
status: active
dates: { start: 2012-08 }
participants:
  - { country: NOR, role: sending }
  - { country: POL, role: receiving }
attache: { sending_state: NOR, receiving_state: POL, accredited_to: [SVK, NOR] }
`,
    ],
    good: [
      `chancery: engagement/1
id: example
type: attache-accreditation
title: Defence attaché post
status: active
dates: { start: 1997-03 }
participants:
  - { country: VNM, role: sending }
  - { country: USA, role: receiving }
attache: { sending_state: VNM, receiving_state: USA, accredited_to: [CAN], branch: defence }
`,
    ],
  },
  check: checkOf('engagement', function* ({ attache }) {
    const sender = attache?.sending_state
    if (!attache || !sender) return
    const related = [{ at: ['attache', 'sending_state'], message: 'The sending State stands here.' }]
    if (attache.receiving_state === sender) {
      yield {
        at: ['attache', 'receiving_state'],
        message: `${sender} is both the sending and the receiving State, and no State sends an attaché to itself. Correct one of the two.`,
        related,
      }
    }
    for (const [index, code] of (attache.accredited_to ?? []).entries()) {
      if (code !== sender) continue
      yield {
        at: ['attache', 'accredited_to', index],
        message: `${sender} sends this attaché, so the post cannot be accredited to it as well. Take it out, or correct the code.`,
        related,
      }
    }
  }),
}
