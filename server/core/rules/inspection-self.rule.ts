import { checkOf, type Rule } from './rule.ts'

export const rule: Rule = {
  id: 'inspection-self',
  topic: 'engagements',
  level: 'error',
  certainty: 'exact',
  summary: 'A State is said to have inspected, observed or notified itself.',
  reason:
    'A measure of confidence is taken by one State towards another, so the State that asks cannot be the one that is asked. Mostly a code was copied and not changed. Correct `requesting` or `receiving`.',
  source: 'Vienna Document 2011, chapters III to X; the same holds in every other regime of verification',
  examples: {
    bad: [
      `chancery: engagement/1
id: example
type: csbm-inspection
title: Inspection of a training area
status: completed
dates: { start: 2019-06-03, end: 2019-06-05 }
participants:
  - { country: DEU, role: inspecting }
  - { country: BLR, role: inspected }
csbm: { regime: vienna-document, requesting: DEU, receiving: DEU }
`,
    ],
    good: [
      `chancery: engagement/1
id: example
type: csbm-inspection
title: Inspection of a training area
status: completed
dates: { start: 2019-06-03, end: 2019-06-05 }
participants:
  - { country: DEU, role: inspecting }
  - { country: BLR, role: inspected }
csbm: { regime: vienna-document, requesting: DEU, receiving: BLR }
`,
    ],
  },
  check: checkOf('engagement', function* ({ csbm }) {
    if (!csbm?.requesting || csbm.requesting !== csbm.receiving) return
    yield {
      at: ['csbm', 'receiving'],
      message: `${csbm.receiving} is both the requesting and the receiving State, and no State takes such a measure towards itself. Correct one of the two.`,
      related: [{ at: ['csbm', 'requesting'], message: 'The requesting State stands here.' }],
    }
  }),
}
