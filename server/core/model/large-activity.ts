import { before } from '../schema/dates.ts'
import type { Vocabulary } from '../schema/vocabulary.ts'
import type { ConfidenceMeasure } from '../schema/vocabulary-types.ts'
import type { Engagement, EngagementExercise } from './types.generated.ts'
import { known } from './when.ts'

/** An exercise of forces on land within the zone of a measure of confidence. */
export interface LargeActivity {
  readonly measure: ConfidenceMeasure
  readonly troops: number
  readonly start: string
}

/**
 * The exercises to which a measure of confidence may apply. Left out is all that
 * cannot be judged: a place that lies outside the zone in part, a number that may
 * be lower, forces at sea or in the air, several exercises under one roof, troops
 * that were alerted without notice, and what did not take place.
 */
export function largeActivities(engagement: Engagement, vocabulary: Vocabulary): readonly LargeActivity[] {
  const { exercise, location, dates, status } = engagement
  const start = known(dates?.start)
  const places = [...(location?.country ? [location.country] : []), ...(location?.countries ?? [])]
  if (start === undefined || !exercise || places.length === 0 || status === 'cancelled' || status === 'postponed') return []
  const troops = surely(exercise)
  if (troops === undefined || !isOnLand(exercise, vocabulary)) return []
  return vocabulary.builtIn.confidenceMeasures
    .filter(({ since, zone }) => before(since, start) && places.every((code) => zone.includes(code)))
    .map((measure) => ({ measure, troops, start }))
}

/** The number of people that took part at the least; a round number may be a tenth too high. */
function surely({ scale }: EngagementExercise): number | undefined {
  const { personnel, personnel_qualifier: qualifier } = scale ?? {}
  if (personnel === undefined || qualifier === 'at-most') return undefined
  return qualifier === 'about' ? Math.floor(personnel / 1.1) : personnel
}

/** Forms that troops play on the ground, where the domains are not given. */
const groundForms: readonly string[] = ['field-training', 'situational-training', 'combined-arms-live-fire', 'full-scale']

function isOnLand({ domains, form = [] }: EngagementExercise, { exerciseForms }: Vocabulary): boolean {
  const classes = form.map((id) => exerciseForms.get(id)?.class)
  if (form.includes('snap') || classes.includes('composite') || !classes.includes('live')) return false
  return domains ? domains.includes('land') : form.some((id) => groundForms.includes(id))
}
