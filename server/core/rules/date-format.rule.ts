import type { Field } from '../model/fields.ts'
import { dateWords, daysInMonth } from '../schema/dates.ts'
import { readLoosely } from '../schema/loose-dates.ts'
import { listed } from '../text/words.ts'
import { replaceWith } from './change.ts'
import type { Report, Rule } from './rule.ts'

export const rule: Rule = {
  id: 'date-format',
  topic: 'engagements',
  level: 'error',
  certainty: 'exact',
  summary: 'A date is not written as year, month and day, or is no day of the calendar.',
  reason:
    'Dates are compared with one another and with lists of members, so all of them must have one form. 06/07/2024 is the sixth of July to some readers and the seventh of June to others; 2024-07-06 is the same day to all. Give only what is known: a month as 2024-07, a year as 2024.',
  source: 'ISO 8601-1; for dates in history ISO 8601-2, whose signs ~ ? % say about and uncertain',
  examples: {
    bad: [
      `chancery: engagement/1
id: example
type: staff-talks
title: Naval staff talks
status: completed
dates: { start: 06/07/2024, end: 9 July 2024 }
participants:
  - { countries: [FRA, GBR], role: participant }
`,
      `chancery: engagement/1
id: example
type: staff-talks
title: Naval staff talks
status: completed
dates: { start: 2024-02-28, end: 2024-02-30 }
participants:
  - { countries: [FRA, GBR], role: participant }
`,
    ],
    good: [
      `chancery: engagement/1
id: example
type: staff-talks
title: Naval staff talks
status: completed
dates: { announced: 2023, start: 2024-07, end: 2024-07-09 }
participants:
  - { countries: [FRA, GBR], role: participant }
`,
      `chancery: engagement/1
id: example
type: staff-talks
title: Naval staff talks
status: completed
dates: { start: 2024-02-29 }
participants:
  - { countries: [FRA, GBR], role: participant }
precedents:
  - { title: Peace of Westphalia, date: 1648-10-24 }
  - { title: First envoys between two ancient cities, date: "-0430~" }
`,
    ],
  },
  *check({ fields }) {
    for (const field of fields) {
      if (field.schema['x-finding'] !== 'date-format') continue
      const words = wordsFor(field, String(field.value))
      if (words) yield { at: field.path, ...words }
    }
  },
}

type Words = Pick<Report, 'message' | 'fixes'>

function wordsFor({ path, schema }: Field, value: string): Words | undefined {
  const expected = schema['x-expects'] ?? 'a date as 2024-06-27'
  if (value.trim() === '')
    return typeof path.at(-1) === 'number' ? undefined : { message: `There is no date here. Write ${expected}, or take the key out.` }
  const form = new RegExp(schema.pattern ?? '')
  if (form.test(value)) return offCalendar(value)
  const meant = [...inHistory(schema['x-is'], value), ...readLoosely(value)].filter((date) => form.test(date))
  const fixes = meant.map((date) => replaceWith(path, date, isOnlyPadding(value)))
  const [first, second] = meant
  const [, month] = /^\d{4}-(\d{2})(?:-\d{2})?$/.exec(value) ?? []
  if (Number(month) > 12)
    return {
      message: `"${value}" is no date: there is no month ${month}. ${first === undefined ? `Write ${expected}.` : `Did you mean ${first}?`}`,
      fixes,
    }
  if (first === undefined) return { message: `"${value.slice(0, 60)}" is no date that can be compared with others. Write ${expected}.` }
  if (second === undefined)
    return { message: `"${value}" is not written so that it can be compared with other dates. Write ${first}.`, fixes }
  return {
    message: `"${value}" can mean ${listed(meant.map(dateWords), 'or')}, for some put the day first and some the month. Write ${listed(meant, 'or')}.`,
    fixes,
  }
}

/** The day of a date, or of either end of a span, that its month does not have. */
function offCalendar(value: string): Words | undefined {
  for (const date of value.split('/')) {
    const [, year = '', month, day] = /^(-?\d{4})-(\d{2})-(\d{2})/.exec(date) ?? []
    const days = daysInMonth(Number(year), Number(month))
    if (month === undefined || Number(day) <= days) continue
    const name = dateWords(`2024-${month}`).split(' ')[0]
    return {
      message: `${date} is no day of the calendar: ${name} ${year} has ${days} days. Look the date up again; where the day is not known, give the month alone.`,
    }
  }
  return undefined
}

/** "431 BC", "c. 1648": only a date in history may be as old or as rough. */
function inHistory(is: string | undefined, value: string): readonly string[] {
  if (is !== 'historic-date') return []
  const [, bc] = /^(\d{1,4}) ?(?:BCE?|B\.C\.)$/i.exec(value) ?? []
  if (bc !== undefined && Number(bc) > 0) return [bc === '1' ? '0000' : `-${String(Number(bc) - 1).padStart(4, '0')}`]
  const [, about] = /^(?:c\.?|ca\.?|circa|about|around) ?(\d{3,4})$/i.exec(value) ?? []
  if (about !== undefined) return [`${about.padStart(4, '0')}~`]
  const [, year] = /^(?:AD ?)?(\d{1,4}) ?(?:AD|CE)$|^(\d{3})$/i.exec(value)?.filter((part) => part !== undefined) ?? []
  return year === undefined ? [] : [year.padStart(4, '0')]
}

/** Year, month and day in this order lack nothing but noughts or hyphens. */
function isOnlyPadding(value: string): boolean {
  return /^\d{4}[-/.](?:0?[1-9]|1[0-2])(?:[-/.](?:0?[1-9]|[12]\d|3[01]))?$/.test(value)
}
