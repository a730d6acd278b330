import { before, compareDates } from './dates.ts'
import type { Interval, Organization, Suspension } from './vocabulary-types.ts'

/** The dates of an engagement, both inclusive; an event of one day starts and ends on it. */
export interface When {
  readonly start: string
  readonly end: string
}

/**
 * Whether a State was a member of a body on given dates.
 * - `boundary`: membership began or ended on the very day, or during the dates.
 * - `unknown`: no list is held, the dates lie after the data, or the data is not precise enough.
 */
export type Membership =
  | { readonly answer: 'member' }
  | { readonly answer: 'not-member'; readonly joined?: string; readonly left?: string }
  | { readonly answer: 'suspended'; readonly suspension: Suspension }
  | { readonly answer: 'boundary'; readonly on: string; readonly change: 'joined' | 'left' }
  | { readonly answer: 'unknown' }

const unknown: Membership = { answer: 'unknown' }

export function membershipOn(body: Organization, country: string, when: When): Membership {
  if (!body.members) return unknown
  // Behind the last check nothing is known; of dates that reach over it the known part counts.
  if (before(body.asOf, when.start)) return unknown
  const span = before(body.asOf, when.end) ? { start: when.start, end: body.asOf } : when
  if (isUnsettled(body, country, span)) return unknown
  const intervals = Object.hasOwn(body.members, country) ? (body.members[country] ?? []) : []
  if (intervals.length === 0) return body.confidence === 'low' ? unknown : { answer: 'not-member' }
  const answers = intervals.map((interval) => within(interval, span))
  const found = answers.find((a) => a.answer === 'member') ?? answers.find((a) => a.answer !== 'not-member')
  if (found?.answer === 'member') return suspensionOn(body, country, span) ?? found
  return found ?? notMember(intervals, span)
}

function isUnsettled({ unsettled = {} }: Organization, country: string, { start, end }: When): boolean {
  const intervals = Object.hasOwn(unsettled, country) ? (unsettled[country] ?? []) : []
  return intervals.some(({ from, to }) => !before(end, from) && !(to !== undefined && before(to, start)))
}

function within(interval: Interval, span: When): Membership {
  const { from, to } = interval
  if (before(span.end, from)) return { answer: 'not-member' }
  if (to === 'unknown') return unknown
  if (to !== undefined && before(to, span.start)) return { answer: 'not-member' }
  if (!before(from, span.start)) return edge(from, span, 'joined')
  if (to !== undefined && !before(span.end, to)) return edge(to, span, 'left')
  return { answer: 'member' }
}

/** A change on the very day, or between first and last day; with less than a day known it may be either side. */
function edge(on: string, span: When, change: 'joined' | 'left'): Membership {
  const inside = before(span.start, on) && before(on, span.end)
  const exact = on.length === 10 && (span.start.length === 10 || span.end.length === 10)
  return inside || exact ? { answer: 'boundary', on, change } : unknown
}

function suspensionOn(body: Organization, country: string, span: When): Membership | undefined {
  const all = Object.hasOwn(body.suspensions, country) ? (body.suspensions[country] ?? []) : []
  for (const suspension of all) {
    if (!before(suspension.from, span.start) && suspension.from !== span.start) continue
    if (suspension.to === 'unknown') return unknown
    if (suspension.to === undefined || before(span.end, suspension.to)) return { answer: 'suspended', suspension }
  }
  return undefined
}

function notMember(intervals: readonly Interval[], span: When): Membership {
  const joined = intervals
    .map((i) => i.from)
    .filter((from) => before(span.end, from))
    .sort(compareDates)[0]
  const left = intervals
    .flatMap((i) => i.to ?? [])
    .filter((to) => before(to, span.start))
    .sort(compareDates)
    .at(-1)
  return { answer: 'not-member', ...(joined ? { joined } : {}), ...(left ? { left } : {}) }
}

/**
 * The members of a body on a day, by their codes, those among them that join or
 * leave on that very day; undefined where it is not known of every State. One
 * that is suspended is a member still.
 */
export function membersOn(body: Organization, day: string): readonly string[] | undefined {
  // A list that is not trusted may lack somebody.
  if (!body.members || body.confidence === 'low') return undefined
  const answers = Object.keys(body.members).map((code) => ({ code, ...membershipOn(body, code, { start: day, end: day }) }))
  if (answers.some(({ answer }) => answer === 'unknown')) return undefined
  return answers.flatMap(({ code, answer }) => (answer === 'not-member' ? [] : [code]))
}

/** Whether a body existed on given dates. Its predecessor counts as the body; what is not dated is not judged. */
export function existedOn(body: Organization, when: When): 'existed' | 'not-yet' | 'dissolved' {
  const begun = body.predecessor?.from ?? body.founded
  if (begun !== undefined && before(when.end, begun)) return 'not-yet'
  return body.dissolved !== undefined && before(body.dissolved, when.start) ? 'dissolved' : 'existed'
}
