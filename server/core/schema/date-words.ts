import { daysBetween, lastDay } from './dates.ts'
import type { When } from './membership.ts'

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
