import { blocks, everywhere } from '../model/blocks.ts'
import { isObject } from '../model/read.ts'
import { listed } from '../text/words.ts'
import { checkOf, type Rule } from './rule.ts'

export const rule: Rule = {
  id: 'type-block-mismatch',
  topic: 'engagements',
  level: 'warning',
  certainty: 'exact',
  summary: 'An engagement has a part that does not belong to its type.',
  reason:
    'One file is one engagement. A port call with the dates of an agreement in it is two, and neither will be found or counted. Give the second a file of its own and refer to it, or correct the type.',
  source: 'Chancery: typology of engagements in schemas/vocab/engagement-types.yaml.',
  examples: {
    bad: [
      `chancery: engagement/1
id: example
type: port-call
title: Port call in Manila
status: completed
dates: { start: 2024-05-14 }
participants:
  - { country: JPN, role: guest }
  - { country: PHL, role: host }
visit: { port: Manila, purpose: goodwill }
agreement: { signed: 2024-05-15 }
`,
    ],
    good: [
      `chancery: engagement/1
id: example
type: port-call
title: Port call in Manila
status: completed
dates: { start: 2024-05-14 }
participants:
  - { country: JPN, role: guest }
  - { country: PHL, role: host }
visit: { port: Manila, purpose: goodwill }
cyber: { aspects: [threat-sharing] }
space: { uses: [communication] }
`,
    ],
  },
  check: checkOf('engagement', function* ({ type }, { document, vocabulary }) {
    const entry = vocabulary.engagementTypes.get(type ?? '')
    const fitting = [...(entry?.block ?? []), ...(entry?.also ?? [])]
    // A team's type that names no part says nothing about parts.
    if (!entry || fitting.length === 0 || !isObject(document.value)) return
    const present = Object.keys(document.value)
    for (const block of blocks) {
      if (!present.includes(block) || fitting.includes(block) || everywhere.includes(block)) continue
      const usual = listed(
        fitting.filter((name) => !everywhere.includes(name)).map((name) => `"${name}"`),
        'or',
      )
      const has = usual === '' ? '' : `, which may have ${usual}`
      yield {
        at: [block],
        on: 'key',
        message: `"${block}" does not belong to the type ${entry.id}${has}. If it is something of its own, give it a file of its own and refer to it; if the type is wrong, correct it.`,
      }
    }
  }),
}
