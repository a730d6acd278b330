import { dateWords, daysBetween, isDate, lastDay } from './dates.ts'
import type { When } from './membership.ts'
import type { EngagementType } from './vocabulary-types.ts'

/** "on 2024-06-27", "in 2024-06", "in 2024". */
export function onDate(date: string): string {
  return `${date.length === 10 ? 'on' : 'in'} ${date}`
}

/** Dates as such: "2024-06-27", "2024-06-27 to 2024-08-01", "1963-08-30 onwards". */
export function datesAsWritten({ start, end, open }: Dates): string {
  if (open) return `${start} onwards`
  return start === end ? start : `${start} to ${end}`
}

/** Something that holds on all of them: "on 2024-06-27", "from 2024-06-27 to 2024-08-01", "since 1963-08-30". */
export function duringDates({ start, end, open }: Dates): string {
  if (open) return `since ${start}`
  return start === end ? onDate(start) : `from ${start} to ${end}`
}

interface Dates extends When {
  /** They go on, and the end is only today. */
  readonly open?: boolean
}

/** How long ago a date lies: "yesterday", "12 days ago", "14 months ago"; of a month or a year, "at least 3 years ago". */
export function ago(date: string, today: string): string {
  const days = daysBetween(lastDay(date), today)
  const months = Math.floor(days / 30.44)
  const least = date.length < 10 ? 'at least ' : ''
  if (days === 1) return least === '' ? 'yesterday' : 'at least a day ago'
  if (months < 2) return `${least}${days} days ago`
  return months < 24 ? `${least}${months} months ago` : `${least}${Math.floor(days / 365.25)} years ago`
}

/** How far off a date is: "today", "in 3 weeks", "5 months ago"; of a month or a year, which may be now, "this month". */
export function distanceWords(date: string, today: string): string {
  const days = daysBetween(today, date)
  if (date.length === 10) return daysAway(days)
  const unit = date.length === 4 ? 'year' : 'month'
  const [count, here] = [monthsOf(date) - monthsOf(today), today.startsWith(date)]
  if (here) return `this ${unit}`
  return unit === 'month' ? away(count, 'month') : away(Number(date) - Number(today.slice(0, 4)), 'year')
}

function monthsOf(date: string): number {
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7))
}

/** In the largest unit of which there are at least two, so that "in 3 weeks" may be a few days off, and never half of it. */
function daysAway(days: number): string {
  const count = Math.abs(days)
  if (days === 0) return 'today'
  if (count === 1) return days > 0 ? 'tomorrow' : 'yesterday'
  const sign = Math.sign(days)
  if (count < 14) return away(days, 'day')
  if (count < 61) return away(sign * Math.round(count / 7), 'week')
  return count < 730 ? away(sign * Math.round(count / 30.44), 'month') : away(sign * Math.round(count / 365.25), 'year')
}

function away(count: number, unit: string): string {
  if (count === 1) return `next ${unit}`
  if (count === -1) return `last ${unit}`
  const words = `${Math.abs(count).toLocaleString('en')} ${unit}s`
  return count > 0 ? `in ${words}` : `${words} ago`
}

/** "3 to 4 April 2024", "22 April to 10 May 2024", "April 2024". */
export function periodWords(start: string | undefined, end: string | undefined): string {
  if (start === undefined) return end === undefined ? '' : `until ${dateWords(end)}`
  if (end === undefined || end === start) return dateWords(start)
  if (!isDate(start) || !isDate(end)) return `${start} to ${end}`
  if (start.startsWith(end)) return `${dateWords(start)} to an unknown day of that ${end.length > 4 ? 'month' : 'year'}`
  const sameYear = start.length > 4 && end.length > 4 && start.slice(0, 4) === end.slice(0, 4)
  const sameMonth = start.length > 7 && end.length > 7 && start.slice(0, 7) === end.slice(0, 7)
  // What both dates say of month and year is said once.
  const from = sameMonth ? String(Number(start.slice(8))) : sameYear ? dateWords(start).slice(0, -5) : dateWords(start)
  return `${from} to ${dateWords(end)}`
}

/** An event has its days; a standing arrangement goes on until an end is given. */
export function engagementPeriod(type: EngagementType | undefined, start: string | undefined, end: string | undefined): string {
  const goesOn = type?.temporal[0] === 'standing' && start !== undefined && end === undefined
  return goesOn ? `since ${dateWords(start)}` : periodWords(start, end)
}
