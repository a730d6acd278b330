import { participantStates } from '../model/parties.ts'
import type { Engagement } from '../model/types.generated.ts'
import { known } from '../model/when.ts'
import { foldTight } from '../text/words.ts'
import { checkOf, type Rule } from './rule.ts'
import { type Fellow, seriesFellows } from './series-fellows.ts'

export const rule: Rule = {
  id: 'engagement-duplicate',
  topic: 'engagements',
  level: 'info',
  certainty: 'heuristic',
  summary: 'Two files of one series, each with an id of its own, plainly tell the same event.',
  reason:
    'Two records of one event are counted twice, and a correction reaches only one of them. Put what the two know into one file, and let the other go. The rule compares engagements of the same `series`: the same type, title, first day and States.',
  source: 'Chancery: one file, one engagement',
  examples: {
    bad: [
      `#- harbour-watch-2024.engagement.yaml
chancery: engagement/1
id: harbour-watch-2024
type: joint-exercise
title: Exercise Harbour Watch 2024
series: harbour-watch
status: completed
dates: { start: 2024-05-15 }
participants:
  - { countries: [JPN, PHL], role: participant }
exercise: { form: [command-post] }
#- watch-2024.engagement.yaml
chancery: engagement/1
id: watch-2024
type: joint-exercise
title: Exercise "Harbour Watch" 2024
series: harbour-watch
status: completed
dates: { start: 2024-05-15 }
participants:
  - { country: PHL, role: host }
  - { country: JPN, role: guest }
exercise: { form: [command-post] }
`,
    ],
    good: [
      `#- harbour-watch-2023.engagement.yaml
chancery: engagement/1
id: harbour-watch-2023
type: joint-exercise
title: Exercise Harbour Watch
series: harbour-watch
status: completed
dates: { start: 2023-05-15 }
participants:
  - { countries: [JPN, PHL], role: participant }
exercise: { form: [command-post] }
#- harbour-watch-2024.engagement.yaml
chancery: engagement/1
id: harbour-watch-2024
type: joint-exercise
title: Exercise Harbour Watch
series: harbour-watch
status: completed
dates: { start: 2024-05-15 }
participants:
  - { countries: [JPN, PHL], role: participant }
exercise: { form: [command-post] }
`,
    ],
  },
  check: checkOf('engagement', function* (engagement, context) {
    const { series, id } = engagement
    // Two files of one id are told as that.
    if (!series || !id || known(engagement.dates?.start)?.length !== 10) return
    const tellsTheSame = tellsTheSameAs(engagement)
    const twins = seriesFellows(series, context).filter((fellow) => fellow.id !== id && tellsTheSame(fellow))
    const [first] = twins
    if (!first) return
    yield {
      at: ['id'],
      message: `${first.id} is of the same type, title, day and States, so both files seem to tell one event, and it would be counted twice. Put what they know into one file.`,
      related: twins.slice(0, 3).map(({ path, idRange, id: other }) => ({ path, ...idRange, message: `${other} stands here.` })),
    }
  }),
}

/** What is known of the engagement itself is put in order once: a series may have many fellows. */
function tellsTheSameAs(engagement: Engagement): (fellow: Fellow) => boolean {
  const { type, dates, iteration } = engagement
  const title = foldTight(engagement.title ?? '')
  const countries = [...new Set(participantStates(engagement).map(({ code }) => code))].sort().join()
  if (title === '' || countries === '') return () => false
  return (fellow) => {
    const isNumberedApart =
      iteration !== undefined && fellow.engagement.iteration !== undefined && iteration !== fellow.engagement.iteration
    if (isNumberedApart || fellow.type !== type || fellow.start !== dates?.start) return false
    return fellow.engagement.countries.join() === countries && foldTight(fellow.title ?? '') === title
  }
}
