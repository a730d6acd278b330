import type { Engagement } from '../model/types.generated.ts'
import { known } from '../model/when.ts'
import { before } from '../schema/dates.ts'
import { type Context, checkOf, type Report, type Rule } from './rule.ts'
import { type Fellow, seriesFellows } from './series-fellows.ts'

export const rule: Rule = {
  id: 'exercise-iteration',
  topic: 'engagements',
  level: 'info',
  certainty: 'exact',
  summary: 'The number of this iteration does not go with that of another engagement of the series.',
  reason:
    'Briefs compare one iteration with the next, so a wrong number makes a gap where there was none. Two files should not have the same number, a later one should not have a lower one, and between neighbours of one year and the next none should be skipped. Correct the number, or the dates. Parts of one iteration are left alone where one file cites the other; for a number skipped there is only a hint, since the files of a portfolio need not be all.',
  source: 'Chancery: series and iterations',
  examples: {
    bad: [
      `#- watch-2023.engagement.yaml
chancery: engagement/1
id: watch-2023
type: joint-exercise
title: Exercise Harbour Watch 2023
series: harbour-watch
iteration: 4
status: completed
dates: { start: 2023-05-15 }
participants:
  - { countries: [JPN, PHL], role: participant }
exercise: { form: [command-post] }
#- watch-2024.engagement.yaml
chancery: engagement/1
id: watch-2024
type: joint-exercise
title: Exercise Harbour Watch 2024
series: harbour-watch
iteration: 4
status: completed
dates: { start: 2024-05-15 }
participants:
  - { countries: [JPN, PHL], role: participant }
exercise: { form: [command-post] }
`,
      `#- watch-2023.engagement.yaml
chancery: engagement/1
id: watch-2023
type: joint-exercise
title: Exercise Harbour Watch 2023
series: harbour-watch
iteration: 28
status: completed
dates: { start: 2023-05-15 }
participants:
  - { countries: [JPN, PHL], role: participant }
exercise: { form: [command-post] }
#- watch-2024.engagement.yaml
chancery: engagement/1
id: watch-2024
type: joint-exercise
title: Exercise Harbour Watch 2024
series: harbour-watch
iteration: 30
status: completed
dates: { start: 2024-05-15 }
participants:
  - { countries: [JPN, PHL], role: participant }
exercise: { form: [command-post] }
`,
    ],
    good: [
      `#- watch-2023.engagement.yaml
chancery: engagement/1
id: watch-2023
type: joint-exercise
title: Exercise Harbour Watch 2023
series: harbour-watch
iteration: 4
status: completed
dates: { start: 2023-05-15 }
participants:
  - { countries: [JPN, PHL], role: participant }
exercise: { form: [command-post] }
#- watch-2024.engagement.yaml
chancery: engagement/1
id: watch-2024
type: joint-exercise
title: Exercise Harbour Watch 2024
series: harbour-watch
iteration: 5
status: completed
dates: { start: 2024-05-15 }
participants:
  - { countries: [JPN, PHL], role: participant }
exercise: { form: [command-post] }
`,
    ],
  },
  check: checkOf('engagement', function* (engagement, context) {
    const { series, iteration, id } = engagement
    if (!series || iteration === undefined) return
    const fellows = seriesFellows(series, context).filter((fellow) => fellow.engagement.iteration !== undefined && fellow.id !== id)
    const contradiction = sameNumber(engagement, fellows, context) ?? wrongOrder(engagement, fellows) ?? skipped(engagement, fellows)
    if (contradiction) yield contradiction
  }),
}

function sameNumber({ id = '', iteration }: Engagement, fellows: readonly Fellow[], { portfolio, document }: Context): Report | undefined {
  const same = fellows.filter((fellow) => fellow.engagement.iteration === iteration)
  const cite = (to: string, path: string) => portfolio.cited('engagement', to).includes(path)
  const rivals = same.filter((fellow) => !cite(fellow.id, document.path) && !cite(id, fellow.path))
  const [first] = rivals
  if (!first) return undefined
  return {
    at: ['iteration'],
    message: `Iteration ${iteration} of this series is also that of ${first.id}. Correct one of the two; if both are parts of it, let one name the other under "components".`,
    related: rivals.slice(0, 3).map((fellow) => placeOf(fellow)),
  }
}

function wrongOrder({ iteration = 0, dates }: Engagement, fellows: readonly Fellow[]): Report | undefined {
  const [start, end] = [known(dates?.start), known(dates?.end) ?? known(dates?.start)]
  if (start === undefined || end === undefined) return undefined
  for (const fellow of fellows) {
    const [number, from] = [fellow.engagement.iteration ?? 0, known(fellow.start)]
    const to = known(fellow.end) ?? from
    if (from === undefined || to === undefined) continue
    const isEarlier = before(end, from) && iteration > number
    if (!isEarlier && !(before(to, start) && iteration < number)) continue
    return {
      at: ['iteration'],
      message: `This is iteration ${iteration}, but ${fellow.id}, which was ${isEarlier ? 'later' : 'earlier'}, is iteration ${number}. Correct the number or the dates in one of the two.`,
      related: [placeOf(fellow), ...datePlace(fellow)],
    }
  }
  return undefined
}

/** Of this year and the former one no other can have come between, unless the series runs more often than yearly. */
function skipped({ iteration = 0, dates }: Engagement, fellows: readonly Fellow[]): Report | undefined {
  const start = known(dates?.start)
  const [former] = fellows
    .filter((fellow) => (fellow.engagement.iteration ?? 0) < iteration && known(fellow.start) !== undefined)
    .sort((a, b) => (b.engagement.iteration ?? 0) - (a.engagement.iteration ?? 0))
  const number = former?.engagement.iteration ?? iteration
  if (start === undefined || !former?.start || iteration - number < 2) return undefined
  if (Number(start.slice(0, 4)) - Number(former.start.slice(0, 4)) > 1) return undefined
  return {
    at: ['iteration'],
    atMost: 'hint',
    message: `This is iteration ${iteration}, and the one before it here, ${former.id}, is iteration ${number}. Has the number been miscounted, or is a file missing?`,
    related: [placeOf(former)],
  }
}

function placeOf({ path, id, engagement, places, idRange }: Fellow): NonNullable<Report['related']>[number] {
  return { path, ...(places['iteration'] ?? idRange), message: `${id} is iteration ${engagement.iteration}.` }
}

function datePlace({ path, id, places, start }: Fellow): NonNullable<Report['related']> {
  const range = places['dates.start']
  return range ? [{ path, ...range, message: `${id} began ${start}.` }] : []
}
