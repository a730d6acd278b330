import { checkOf, type Rule } from './rule.ts'

export const rule: Rule = {
  id: 'trust-claim-no-basis',
  topic: 'engagements',
  level: 'warning',
  certainty: 'exact',
  summary: 'The engagement is said to build, keep up or erode trust, and nothing says how one can tell.',
  reason:
    'Whether trust grew is a judgement, and the one that readers of such a record most want to check. Say under `basis` what it rests on: who was let in, what was told in advance, what was repeated the year after. Where nobody can tell, `effect: unknown` is an honest answer and asks for no basis.',
  source: 'ICD 203 of the United States, Analytic Standards: judgements are told apart from facts, with their basis',
  examples: {
    bad: [
      `chancery: engagement/1
id: example
type: staff-talks
title: Navy staff talks
status: completed
dates: { start: 2024-05-14 }
participants:
  - { countries: [JPN, PHL], role: participant }
trust: { effect: builds, measures: [contacts] }
`,
    ],
    good: [
      `chancery: engagement/1
id: example
type: staff-talks
title: Navy staff talks
status: completed
dates: { start: 2024-05-14 }
participants:
  - { countries: [JPN, PHL], role: participant }
trust: { effect: builds, basis: Both navies named a point of contact and met again within a year., measures: [contacts] }
`,
      `chancery: engagement/1
id: example
type: staff-talks
title: Navy staff talks
status: completed
dates: { start: 2024-05-14 }
participants:
  - { countries: [JPN, PHL], role: participant }
trust: { effect: unknown }
`,
    ],
  },
  check: checkOf('engagement', function* ({ trust }, { document }) {
    const word = verbs[trust?.effect ?? '']
    // Of a basis that is empty it is told that it is.
    if (word === undefined || trust?.basis === '' || trust?.basis?.trim() || document.damaged.has('trust')) return
    yield {
      at: ['trust', 'effect'],
      message: `It is said that this engagement ${word} trust, but not how one can tell. Say under "basis" what was done or seen; if nobody can tell, write unknown.`,
    }
  }),
}

const verbs: Readonly<Record<string, string>> = { builds: 'builds', sustains: 'keeps up', erodes: 'erodes' }
