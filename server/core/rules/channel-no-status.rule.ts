import { checkOf, type Rule } from './rule.ts'

export const rule: Rule = {
  id: 'channel-no-status',
  topic: 'engagements',
  level: 'info',
  certainty: 'exact',
  summary: 'A channel of communication is described, and nothing says whether it works.',
  reason:
    'A hotline that nobody answers is worse than none, because plans count on it. Say in `channel.status` whether it is active, dormant, suspended or closed; `unknown` is an answer too, and tells the reader to ask.',
  source: 'Chancery: trust and channels of communication',
  examples: {
    bad: [
      `chancery: engagement/1
id: example
type: hotline
title: Defence hotline
status: active
dates: { start: 2023-03-31 }
participants:
  - { countries: [JPN, CHN], role: participant }
channel: { medium: voice, level: ministerial, established: 2023-03-31 }
`,
    ],
    good: [
      `chancery: engagement/1
id: example
type: hotline
title: Defence hotline
status: active
dates: { start: 2023-03-31 }
participants:
  - { countries: [JPN, CHN], role: participant }
channel: { medium: voice, level: ministerial, established: 2023-03-31, status: active, last_used: 2023-05-16 }
`,
    ],
  },
  check: checkOf('engagement', function* ({ channel, status }, { document }) {
    if (!channel || channel.status !== undefined || document.damaged.has('channel')) return
    // What is still planned, or over for good, has no state of its own.
    if (status === 'planned' || status === 'negotiating' || status === 'terminated' || status === 'closed') return
    yield {
      at: ['channel'],
      on: 'key',
      message:
        'Nothing says whether this channel works, and plans may count on it. Add "status": active, dormant, suspended or closed; unknown, if nobody can tell.',
    }
  }),
}
