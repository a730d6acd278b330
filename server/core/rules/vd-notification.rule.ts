import { largeActivities } from '../model/large-activity.ts'
import { known } from '../model/when.ts'
import { addDays, before, daysBetween } from '../schema/dates.ts'
import { checkOf, type Rule } from './rule.ts'

export const rule: Rule = {
  id: 'vd-notification',
  topic: 'engagements',
  level: 'info',
  certainty: 'exact',
  summary: 'A large exercise on land in the zone of the Vienna Document, and nothing says that it was notified in advance.',
  reason:
    'States of the OSCE tell one another of a military activity of 9,000 troops or more at least 42 days ahead. Whether that was done is the first thing that a reader asks of a large exercise in Europe. Say so in `transparency.prior_notification`; `unknown` is an answer too. The rule looks at troops alone, since a file says nothing of tanks and guns. It is silent where the place lies outside the zone in part, on numbers that may be lower, on several exercises under one roof, on no-notice exercises and on what lies more than 42 days ahead. Russia, which lies in the zone in part, and Turkey are not judged.',
  source: 'OSCE, Vienna Document 2011 (FSC.DOC/1/11), chapter V and annex I',
  examples: {
    bad: [
      `chancery: engagement/1
id: example
type: joint-exercise
title: Exercise Winter March
status: completed
dates: { start: 2023-02-06, end: 2023-02-24 }
location: { country: POL }
participants:
  - { country: POL, role: host }
  - { country: USA, role: participant }
exercise: { form: [field-training], domains: [land], scale: { personnel: 12000 } }
`,
    ],
    good: [
      `chancery: engagement/1
id: example
type: joint-exercise
title: Exercise Winter March
status: completed
dates: { start: 2023-02-06, end: 2023-02-24 }
location: { country: POL }
participants:
  - { country: POL, role: host }
  - { country: USA, role: participant }
exercise: { form: [field-training], domains: [land], scale: { personnel: 12000 } }
transparency: { prior_notification: true, notified_on: 2022-12-20 }
`,
      `chancery: engagement/1
id: example
type: joint-exercise
title: Exercise Long Coast
status: completed
dates: { start: 2023-02-06, end: 2023-02-24 }
location: { country: PHL }
participants:
  - { country: PHL, role: host }
  - { country: USA, role: participant }
exercise: { form: [field-training], domains: [land], scale: { personnel: 12000 } }
`,
    ],
  },
  check: checkOf('engagement', function* (engagement, { document, vocabulary, today }) {
    const { transparency } = engagement
    if (transparency?.note || ['transparency', 'exercise', 'dates', 'location'].some((part) => document.damaged.has(part))) return
    for (const { measure, troops, start } of largeActivities(engagement, vocabulary)) {
      const { troops: least, days } = measure.notification
      if (troops < least) continue
      const size = `With ${least.toLocaleString('en')} troops or more the ${measure.label} asks for notice ${days} days ahead`
      const told = known(transparency?.notified_on)
      if (told !== undefined) {
        const ahead = daysBetween(told, start)
        if (told.length < 10 || start.length < 10 || ahead >= days) continue
        yield {
          at: ['transparency', 'notified_on'],
          message: `${size}, and this notice came ${ahead < 0 ? 'after the start' : `${ahead} days ahead`}. Check the date; if it is right, say in a note why it was late.`,
          related: [{ at: ['dates', 'start'], message: 'The exercise starts here.' }],
        }
      } else if (transparency?.prior_notification === false) {
        yield {
          at: ['transparency', 'prior_notification'],
          message: `${size}, and here there was none. Say in a note under "transparency" why.`,
        }
      } else if (transparency?.prior_notification === undefined && !before(today, addDays(`${start}-01-01`.slice(0, 10), -days))) {
        yield {
          at: ['exercise', 'scale', 'personnel'],
          message: `${size}, and nothing says whether it was given. Add transparency: { prior_notification: true }, or unknown.`,
        }
      }
    }
  }),
}
