import { dateWords, isDate } from '../schema/dates.ts'

/** A date in history: "431 BC", "about AD 325", "24 October 1648 (uncertain)". */
export function historicWords(date: string): string {
  const match = /^(-?)(\d{4})((?:-\d{2}){0,2})([~?%]?)$/.exec(date)
  if (!match) return date
  const [, minus, digits = '', rest = '', sign] = match
  const era = eraWords(minus === '-' ? -Number(digits) : Number(digits))
  // Month and day are put into words with a year of four digits that is then taken out again.
  const plain = `2000${rest}`
  const day = isDate(plain) ? dateWords(plain).slice(0, -4) : ''
  const about = sign === '~' || sign === '%' ? 'about ' : ''
  return `${about}${day}${era}${sign === '?' || sign === '%' ? ' (uncertain)' : ''}`
}

/** ISO 8601 counts a year zero, which is 1 BC. */
function eraWords(year: number): string {
  if (year <= 0) return `${1 - year} BC`
  return year < 1000 ? `AD ${year}` : String(year)
}

/** A number with its thousands set apart. */
export function numberWords(value: number): string {
  return value.toLocaleString('en-GB')
}

/** A sum with its currency, and for what time: "AUD 250,000, per year". */
export function moneyWords(amount: number | undefined, currency: string | undefined, per?: string): string {
  const sum = [currency, amount === undefined ? undefined : numberWords(amount)].filter((part) => part !== undefined).join(' ')
  return [sum, per?.toLowerCase()].filter(Boolean).join(', ')
}

/** "21.35° N, 157.95° W". */
export function coordinateWords(lat: number | undefined, lon: number | undefined): string {
  const degrees = (value: number | undefined, plus: string, minus: string) =>
    value === undefined ? [] : [`${Math.abs(value)}° ${value < 0 ? minus : plus}`]
  return [...degrees(lat, 'N', 'S'), ...degrees(lon, 'E', 'W')].join(', ')
}

const units = [
  ['Y', 'year'],
  ['M', 'month'],
  ['W', 'week'],
  ['D', 'day'],
] as const

/** A period as ISO 8601 writes it, in words: P2Y is "2 years". Words stay as they are. */
export function durationWords(period: string): string {
  if (!/^P(?:\d+Y)?(?:\d+M)?(?:\d+W)?(?:\d+D)?$/.test(period) || period === 'P') return period
  return units
    .flatMap(([letter, noun]) => {
      const count = new RegExp(`(\\d+)${letter}`).exec(period)?.[1]
      return count === undefined ? [] : [`${Number(count)} ${noun}${Number(count) === 1 ? '' : 's'}`]
    })
    .join(', ')
}

/** A language tag as far as it may stand in `lang`. */
export function languageTag(tag: string | undefined): string | undefined {
  return tag !== undefined && /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(tag) ? tag : undefined
}

/** A language by its name, where its tag is one that the host knows. */
export function languageWords(tag: string): string {
  // Of other forms the host throws, and a writer may be half-way through typing one.
  if (!/^[A-Za-z]{2,3}(?:-[A-Za-z]{4})?(?:-(?:[A-Za-z]{2}|\d{3}))?$/.test(tag)) return tag
  return new Intl.DisplayNames('en', { type: 'language' }).of(tag) ?? tag
}

/** Languages that are written from right to left unless a script says otherwise. */
const rightToLeft = /^(?:ar|arc|ckb|dv|fa|he|ks|ps|sd|ug|ur|yi)(?:-(?!Latn|Cyrl)|$)|-(?:Arab|Hebr|Thaa|Syrc|Nkoo)(?:-|$)/i

export function directionOf(language: string): 'ltr' | 'rtl' {
  return rightToLeft.test(language) ? 'rtl' : 'ltr'
}
