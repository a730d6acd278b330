import { known } from '../model/when.ts'
import { ago } from '../schema/date-words.ts'
import { addMonths, before } from '../schema/dates.ts'
import { checkOf, numberOption, type Rule } from './rule.ts'

export const rule: Rule = {
  id: 'channel-untested',
  topic: 'engagements',
  level: 'info',
  certainty: 'exact',
  summary: 'A channel of communication is said to be active, and no day is given on which it was tested or used.',
  reason:
    'Channels fail at the moment for which they were made: the number has changed, or nobody may answer. A day on which it was tested or used is what makes "active" worth something. Give `last_tested` or `last_used`; if neither is public, say in a note under `channel` what is known of it, or write `status: unknown`. How old that day may be is for the house to say, so by default its age is not judged.',
  source: 'Chancery: trust and channels of communication',
  options: {
    months: {
      type: 'number',
      description: 'How many months the last test or use may lie back, counted to today. With 0 its age is not judged.',
      default: 0,
    },
  },
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
channel: { medium: voice, status: active }
`,
      `#- chancery.yaml
chancery: config/1
rules: { channel-untested: { level: info, months: 12 } }
#- example.engagement.yaml
chancery: engagement/1
id: example
type: hotline
title: Defence hotline
status: active
dates: { start: 2023-03-31 }
participants:
  - { countries: [JPN, CHN], role: participant }
channel: { medium: voice, status: active, last_used: 2023-05-16 }
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
channel: { medium: voice, status: active, last_used: 2023-05-16 }
`,
      `chancery: engagement/1
id: example
type: hotline
title: Defence hotline
status: suspended
dates: { start: 2013-07-05 }
participants:
  - { countries: [KOR, PRK], role: participant }
channel: { medium: voice, status: suspended }
`,
    ],
  },
  check: checkOf('engagement', function* ({ channel, status }, { document, options, today }) {
    if (channel?.status !== 'active' || channel.note || document.damaged.has('channel')) return
    if (status === 'planned' || status === 'negotiating') return
    const days = [channel.last_tested, channel.last_used]
    if (days.every((day) => day === undefined)) {
      yield {
        at: ['channel', 'status'],
        message:
          'The channel is said to be active, but no day is given on which it was tested or used. Add "last_tested" or "last_used"; if neither is known, say in a note what is known, or write unknown.',
      }
      return
    }
    const months = numberOption({ options }, 'months', 0)
    const last = days
      .flatMap((day) => known(day) ?? [])
      .sort()
      .at(-1)
    if (months <= 0 || last === undefined || !before(last, addMonths(today, -months))) return
    yield {
      at: ['channel', channel.last_tested === last ? 'last_tested' : 'last_used'],
      message: `The channel is said to be active, but it was last tried ${ago(last, today)} (${last}), and this house asks for a test every ${months} months. Have it tested, or write dormant.`,
    }
  }),
}
