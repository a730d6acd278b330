import { largeActivities } from '../model/large-activity.ts'
import type { Engagement } from '../model/types.generated.ts'
import { checkOf, type Rule } from './rule.ts'

export const rule: Rule = {
  id: 'vd-observation',
  topic: 'engagements',
  level: 'info',
  certainty: 'exact',
  summary: 'A very large exercise on land in the zone of the Vienna Document, and nothing says that observers were invited.',
  reason:
    'States of the OSCE invite all others to watch a military activity of 13,000 troops or more. Observers are what keeps so many troops from looking like an attack, so a reader asks whether there were any. Say so in `transparency.observers_invited`, or name them among the participants; `unknown` is an answer too. The rule is silent wherever `vd-notification` is.',
  source: 'OSCE, Vienna Document 2011 (FSC.DOC/1/11), chapter VI and annex I',
  examples: {
    bad: [
      `chancery: engagement/1
id: example
type: joint-exercise
title: Exercise Winter March
status: completed
dates: { start: 2023-02-06, end: 2023-02-24 }
location: { country: NOR }
participants:
  - { country: NOR, role: host }
  - { country: USA, role: participant }
exercise: { form: [field-training], domains: [land], scale: { personnel: 20000 } }
transparency: { prior_notification: true }
`,
    ],
    good: [
      `chancery: engagement/1
id: example
type: joint-exercise
title: Exercise Winter March
status: completed
dates: { start: 2023-02-06, end: 2023-02-24 }
location: { country: NOR }
participants:
  - { country: NOR, role: host }
  - { country: USA, role: participant }
exercise: { form: [field-training], domains: [land], scale: { personnel: 20000 } }
transparency: { prior_notification: true, observers_invited: true }
`,
    ],
  },
  check: checkOf('engagement', function* (engagement, { document, vocabulary }) {
    const { transparency, status } = engagement
    if (transparency?.note || ['transparency', 'exercise', 'location', 'participants'].some((part) => document.damaged.has(part))) return
    // An invitation may still go out.
    if (status === 'planned' || hasObservers(engagement)) return
    for (const { measure, troops } of largeActivities(engagement, vocabulary)) {
      const least = measure.observation.troops
      const invited = transparency?.observers_invited
      if (troops < least || invited === true || invited === 'unknown') continue
      const size = `With ${least.toLocaleString('en')} troops or more the ${measure.label} asks that observers be invited`
      yield invited === false
        ? {
            at: ['transparency', 'observers_invited'],
            message: `${size}, and here they were not. Say in a note under "transparency" why.`,
          }
        : {
            at: ['exercise', 'scale', 'personnel'],
            message: `${size}, and nothing says whether they were. Add transparency: { observers_invited: true }, or unknown.`,
          }
    }
  }),
}

function hasObservers({ participants = [], trust }: Engagement): boolean {
  return participants.some(({ role }) => role === 'observer') || (trust?.measures ?? []).includes('observation')
}
