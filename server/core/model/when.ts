import { before, compareDates, isDate } from '../schema/dates.ts'
import type { When } from '../schema/membership.ts'
import type { Vocabulary } from '../schema/vocabulary.ts'
import type { EngagementType } from '../schema/vocabulary-types.ts'
import type { Engagement } from './types.generated.ts'

/** When an engagement was, from first to last day. */
export interface EngagementTime extends When {
  /** It has begun and goes on, so the end is today. */
  readonly open: boolean
}

/** A date that is one; what is not a date of the calendar counts as not given. */
export function known(date: string | undefined): string | undefined {
  return date !== undefined && isDate(date) ? date : undefined
}

/** The later of two dates; of two that may be the same, the first. */
export function later(a: string, b: string): string {
  return compareDates(a, b) < 0 ? b : a
}

/**
 * The dates on which an engagement is judged: those on which it was held, or the
 * day of signature of an agreement. None where a date is missing, is no date or
 * contradicts the other, for then nothing is certain.
 */
export function whenOf(engagement: Engagement, vocabulary: Vocabulary, today: string): EngagementTime | undefined {
  const type = vocabulary.engagementTypes.get(engagement.type ?? '')
  if (type?.temporal[0] === 'instrument') return signature(engagement) ?? held(engagement, type, today)
  return engagement.dates ? held(engagement, type, today) : signature(engagement)
}

function signature({ agreement }: Engagement): EngagementTime | undefined {
  const day = known(agreement?.signed ?? agreement?.in_force)
  return day === undefined ? undefined : { start: day, end: day, open: false }
}

function held(engagement: Engagement, type: EngagementType | undefined, today: string): EngagementTime | undefined {
  const start = known(engagement.dates?.start)
  const end = known(engagement.dates?.end)
  if (start === undefined || (engagement.dates?.end !== undefined && end === undefined)) return undefined
  if (end === undefined)
    return goesOn(engagement, type) ? { start, end: later(start, today), open: true } : { start, end: start, open: false }
  return before(end, start) ? undefined : { start, end, open: false }
}

/** Without an end, an event is one of a single day, and an arrangement one that lasts. */
function goesOn({ status }: Engagement, type: EngagementType | undefined): boolean {
  if (status === undefined || status === 'planned') return false
  if (['active', 'dormant', 'suspended', 'closed', 'ongoing'].includes(status)) return true
  return type?.temporal.every((t) => t === 'standing') ?? false
}
