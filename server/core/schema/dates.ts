/**
 * Dates as ISO 8601 writes them, at the precision that is known: 2024-06-27,
 * 2024-06 or 2024. Two dates are compared at the coarser of the two, so
 * "2024-06" is neither before nor after "2024-06-27".
 */
const form = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

/** Whether a text is a date of the calendar: 2026-02-30 is not. */
export function isDate(text: string): boolean {
  const match = form.exec(text)
  if (!match) return false
  const [year, month, day] = [Number(match[1]), Number(match[2] ?? 1), Number(match[3] ?? 1)]
  return year > 0 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
}

/** Negative where a is before b, 0 where they are the same as far as both are known. */
export function compareDates(a: string, b: string): number {
  const length = Math.min(a.length, b.length)
  const [left, right] = [a.slice(0, length), b.slice(0, length)]
  return left < right ? -1 : left > right ? 1 : 0
}

/** Whether a lies wholly before b, whatever the days that are left open. */
export function before(a: string, b: string): boolean {
  return compareDates(a, b) < 0
}

/** The first day that a date may mean: 2024-06 -> 2024-06-01. */
export function firstDay(date: string): string {
  return `${date}-01-01`.slice(0, 10)
}

/** The last day that a date may mean: 2024-06 -> 2024-06-30. */
export function lastDay(date: string): string {
  if (date.length === 4) return `${date}-12-31`
  if (date.length > 7) return date
  return `${date}-${daysInMonth(Number(date.slice(0, 4)), Number(date.slice(5, 7)))}`
}

/** Days from a to b, taking the first day of each; negative where b is earlier. */
export function daysBetween(a: string, b: string): number {
  return dayNumber(firstDay(b)) - dayNumber(firstDay(a))
}

/** Days since 0000-03-01 of the proleptic Gregorian calendar. Core reads no clock and needs no Date. */
function dayNumber(date: string): number {
  const [y = 0, m = 1, d = 1] = date.split('-').map(Number)
  const year = m <= 2 ? y - 1 : y
  const month = (m + 9) % 12
  return 365 * year + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400) + Math.floor((153 * month + 2) / 5) + d - 1
}

/** The inverse of `dayNumber`. */
function dateOfDay(day: number): string {
  const era = Math.floor(day / 146_097)
  const dayOfEra = day - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const month = Math.floor((5 * dayOfYear + 2) / 153)
  const year = yearOfEra + era * 400 + (month < 10 ? 0 : 1)
  return iso(year, ((month + 2) % 12) + 1, dayOfYear - Math.floor((153 * month + 2) / 5) + 1)
}

function iso(year: number, month: number, day: number): string {
  const two = (n: number) => String(n).padStart(2, '0')
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`
}

/** The day so many days after another, or before it. */
export function addDays(day: string, days: number): string {
  return dateOfDay(dayNumber(day) + days)
}

/** The same day so many months later, or the last of that month where it has fewer days. */
export function addMonths(day: string, months: number): string {
  const [y = 0, m = 1, d = 1] = day.split('-').map(Number)
  const count = y * 12 + m - 1 + months
  const [year, month] = [Math.floor(count / 12), (((count % 12) + 12) % 12) + 1]
  return iso(year, month, Math.min(d, daysInMonth(year, month)))
}

export const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const

/** The day of the week, 0 being Monday. */
export function weekdayOf(day: string): number {
  // 1 March of the year 0, from which days are counted, was a Wednesday.
  return (dayNumber(day) + 2) % 7
}

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']

/** A date in words: "27 June 2024", "June 2024", "2024". What is not a date stays as it was typed. */
export function dateWords(date: string): string {
  const match = isDate(date) ? form.exec(date) : null
  if (!match) return date
  const [, year, month, day] = match
  return [day && String(Number(day)), month && months[Number(month) - 1], year].filter(Boolean).join(' ')
}
