import { addDays, isDate } from '../schema/dates.ts'
import type { Span } from '../text/span.ts'

/** From one day to another, both with their years, as a text says it. */
export interface ProsePeriod extends Span {
  readonly from: string
  readonly to: string
  /** The day stands before the month. */
  readonly isDayFirst: boolean
}

const names = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const month =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)'
const gap = '[\\s\\u00a0]{1,3}'
const joint = '[\\s\\u00a0]{0,3}(to|and|until|till|through|-|–|—)[\\s\\u00a0]{0,3}'

interface Form {
  readonly form: RegExp
  readonly isDayFirst: boolean
  /** Of the groups: day, month and year of the first, the joint, then those of the second. */
  readonly order: readonly [d1: number, m1: number, y1: number, joint: number, d2: number, m2: number, y2: number]
}

const forms: readonly Form[] = [
  // 22 April to 10 May 2024, 3-4 April 2024, 27 December 2023 to 4 January 2024
  {
    form: pattern(`(\\d{1,2})(?:${gap}${month}(?:${gap}(\\d{4}))?)?${joint}(\\d{1,2})${gap}${month}[\\s\\u00a0,]{1,3}(\\d{4})`),
    isDayFirst: true,
    order: [1, 2, 3, 4, 5, 6, 7],
  },
  // April 22 to May 10, 2024; April 3-4, 2024
  {
    form: pattern(`${month}${gap}(\\d{1,2})(?:,${gap}(\\d{4}))?${joint}(?:${month}${gap})?(\\d{1,2}),?${gap}(\\d{4})`),
    isDayFirst: false,
    order: [2, 1, 3, 4, 6, 5, 7],
  },
  // 2024-04-22 to 2024-05-10
  {
    form: pattern(`(\\d{4})-(\\d{2})-(\\d{2})${joint}(\\d{4})-(\\d{2})-(\\d{2})`),
    isDayFirst: true,
    order: [3, 2, 1, 4, 7, 6, 5],
  },
]

function pattern(source: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}.,/–-])${source}(?![\\p{L}\\p{N}]|-\\d)`, 'giu')
}

/** The periods of a text whose days, months and years are all given, in order. English alone. */
export function periodsIn(text: string): readonly ProsePeriod[] {
  const found = forms.flatMap(({ form, isDayFirst, order }) =>
    [...text.matchAll(form)].flatMap((match) => {
      const [d1, m1, y1, joined, d2, m2, y2] = order.map((group) => match[group])
      const [secondMonth, year] = [m2 ?? m1, y2 ?? '']
      const from = iso(y1 ?? year, m1 ?? secondMonth, d1)
      const to = iso(year, secondMonth, d2)
      const before = text.slice(Math.max(0, match.index - 10), match.index)
      if (!isDate(from) || !isDate(to) || from >= to || (/^and$/i.test(joined ?? '') && !areJoined(from, to, before))) return []
      return [{ start: match.index, end: match.index + match[0].length, from, to, isDayFirst }]
    }),
  )
  return found.sort((a, b) => a.start - b.start)
}

/** "3 and 4 April" are two days in a row, "between 3 and 10 April" a period, "3 and 10 April" two days. */
function areJoined(from: string, to: string, before: string): boolean {
  return addDays(from, 1) === to || /\bbetween[\s\u00a0]{1,3}$/i.test(before)
}

function iso(year = '', monthWord = '', day = ''): string {
  const index = names.indexOf(monthWord.slice(0, 3).toLowerCase())
  const monthNumber = index < 0 ? monthWord : String(index + 1)
  return [year, monthNumber.padStart(2, '0'), day.padStart(2, '0')].join('-')
}
