import { isDate } from './dates.ts'

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const month =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)'
const gap = '[\\s,.\\-/]*'

/**
 * What a date written in another way can mean, as ISO 8601 writes it: one for
 * "27 June 2024", two for "06/07/2024", none for what is no date at all.
 */
export function readLoosely(text: string): readonly string[] {
  const words = text.trim()
  const found = forms.flatMap(({ form, read }) => {
    const match = form.exec(words)
    return match ? read(match.slice(1)) : []
  })
  return [...new Set(found.filter(isDate))]
}

interface Form {
  readonly form: RegExp
  readonly read: (parts: readonly (string | undefined)[]) => readonly string[]
}

const forms: readonly Form[] = [
  // 2024-6-7, 2024/06/07, 2024.6, and 20240607; the day first only where it cannot be a month.
  { form: /^(\d{4})([-/.])(\d{1,2})(?:\2(\d{1,2}))?\.?$/, read: ([y, , m, d]) => (Number(m) > 12 && d ? [iso(y, d, m)] : [iso(y, m, d)]) },
  { form: /^(\d{4})(\d{2})(\d{2})$/, read: ([y, m, d]) => [iso(y, m, d)] },
  // A sign that only dates in history have.
  { form: /^(\d{4}(?:-\d{2}){0,2})[~?%]$/, read: ([date]) => [date ?? ''] },
  // A day with the time of day.
  { form: /^(\d{4}-\d{2}-\d{2})[T ]\d{1,2}:\d{2}/, read: ([day]) => [day ?? ''] },
  // 2024-06-00: the day is not known.
  { form: /^(\d{4}-\d{2})-00$/, read: ([known]) => [known ?? ''] },
  { form: /^(\d{4})-00(?:-00)?$/, read: ([known]) => [known ?? ''] },
  // With points the day comes first wherever dates are written so; with strokes it depends on the writer.
  { form: /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}|\d{2})$/, read: ([d, m, y]) => [iso(century(y), m, d)] },
  { form: /^(\d{1,2})([-/])(\d{1,2})\2(\d{4}|\d{2})$/, read: ([a, , b, y]) => [iso(century(y), b, a), iso(century(y), a, b)] },
  { form: /^(\d{1,2})[-/.](\d{4})$/, read: ([m, y]) => [iso(y, m)] },
  { form: named(`(\\d{1,2})(?:st|nd|rd|th)?(?:\\s+of)?${gap}${month}${gap}(\\d{4})`), read: ([d, m, y]) => [iso(y, numberOf(m), d)] },
  { form: named(`${month}${gap}(\\d{1,2})(?:st|nd|rd|th)?[\\s,]+(\\d{4})`), read: ([m, d, y]) => [iso(y, numberOf(m), d)] },
  { form: named(`(\\d{4})${gap}${month}${gap}(\\d{1,2})`), read: ([y, m, d]) => [iso(y, numberOf(m), d)] },
  { form: named(`${month}${gap}(\\d{4})`), read: ([m, y]) => [iso(y, numberOf(m))] },
  { form: named(`(\\d{4})${gap}${month}`), read: ([y, m]) => [iso(y, numberOf(m))] },
]

function named(pattern: string): RegExp {
  return new RegExp(`^${pattern}$`, 'i')
}

function iso(...parts: readonly (string | undefined)[]): string {
  return parts.flatMap((part) => (part === undefined ? [] : [part.padStart(2, '0')])).join('-')
}

function numberOf(name: string | undefined): string {
  return String(months.indexOf((name ?? '').slice(0, 3).toLowerCase()) + 1)
}

/** Two figures of a year: 24 is 2024, 72 is 1972. */
function century(year: string | undefined): string {
  if (year?.length !== 2) return year ?? ''
  return Number(year) < 50 ? `20${year}` : `19${year}`
}
