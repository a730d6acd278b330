import { CompletionItemKind } from 'vscode-languageserver-types'
import { addDays, addMonths, before, dateWords, isDate, lastDay, weekdayOf, weekdays } from '../schema/dates.ts'
import { readLoosely } from '../schema/loose-dates.ts'
import type { Path } from '../text/path.ts'
import type { Choice } from './choice.ts'
import { type Scene, textAt } from './scene.ts'

/** A date by the words that people have for it. */
interface NamedDate {
  readonly words: string
  readonly date: string
  readonly also?: readonly string[]
}

/** Dates by what people call them, and dates written in another way as the file has them. */
export function dateChoices(scene: Scene, path: Path): readonly Choice[] {
  const { today } = scene
  const typed = scene.typed.trim()
  if (isDate(typed)) return []
  const way = directionOf(scene, path)
  const named = typed === '' ? eachOnce(usual(today)) : [...usual(today), ...counted(today, typed), ...onWeekdays(today)]
  const loose = readLoosely(typed).map((date) => ({ words: dateWords(date), date, also: [typed] }))
  return [...loose, ...named].map(({ words, date, also = [] }, i) => ({
    text: date,
    asIs: true,
    label: words,
    code: date,
    detail: date.length === 10 ? `${weekdays[weekdayOf(date)]}, ${dateWords(date)}` : dateWords(date),
    names: [words, ...also].map((text) => ({ text, as: 'name' }) as const),
    kind: CompletionItemKind.Value,
    late: lateness(date, today, way) + i / 1000,
    topic: { is: 'date', id: date },
  }))
}

/** On a Monday, next Monday and in a week are the same. */
function eachOnce(dates: readonly NamedDate[]): readonly NamedDate[] {
  return dates.filter(({ date }, i) => dates.findIndex((other) => other.date === date) === i)
}

function usual(today: string): readonly NamedDate[] {
  const month = today.slice(0, 7)
  const monday = addDays(today, 7 - weekdayOf(today))
  return [
    { words: 'Today', date: today, also: ['now'] },
    { words: 'Tomorrow', date: addDays(today, 1) },
    { words: 'Next Monday', date: monday, also: ['Monday'] },
    { words: 'In a week', date: addDays(today, 7) },
    { words: 'In 30 days', date: addDays(today, 30) },
    { words: 'End of the month', date: lastDay(month), also: ['end of month', 'month end'] },
    { words: 'End of next month', date: lastDay(addMonths(today, 1).slice(0, 7)) },
    { words: 'In 3 months', date: addMonths(today, 3) },
    { words: 'End of the year', date: lastDay(today.slice(0, 4)), also: ['end of year', 'year end'] },
    { words: 'In a year', date: addMonths(today, 12) },
    { words: 'Yesterday', date: addDays(today, -1) },
    { words: 'A week ago', date: addDays(today, -7), also: ['last week'] },
    { words: 'This month', date: month },
    { words: 'Last month', date: addMonths(today, -1).slice(0, 7) },
    { words: 'This year', date: today.slice(0, 4) },
    { words: 'Last year', date: addMonths(today, -12).slice(0, 4) },
  ]
}

/** "in 30 d", "2 weeks ago": whatever may be meant by a number with what is typed so far. */
function counted(today: string, typed: string): readonly NamedDate[] {
  const number = Number(/^(?:in\s+(\d{1,3})(?!\d)|(\d{1,3})\s*[a-z])/i.exec(typed)?.slice(1).find(Boolean) ?? 0)
  if (number === 0) return []
  const s = number === 1 ? '' : 's'
  const units = [
    [`day${s}`, (n: number) => addDays(today, n)],
    [`week${s}`, (n: number) => addDays(today, 7 * n)],
    [`month${s}`, (n: number) => addMonths(today, n)],
    [`year${s}`, (n: number) => addMonths(today, 12 * n)],
  ] as const
  const ahead = units.map(([unit, move]) => ({ words: `In ${number} ${unit}`, date: move(number), also: [`${number} ${unit}`] }))
  const ago = units.map(([unit, move]) => ({ words: `${number} ${unit} ago`, date: move(-number) }))
  return [...ahead, ...ago].filter(({ words }) => !['In 30 days', 'In 3 months'].includes(words))
}

/** Each day of the week, next and last; next Monday is among the usual ones. */
function onWeekdays(today: string): readonly NamedDate[] {
  return weekdays.flatMap((name, day) => {
    const ahead = ((day - weekdayOf(today) + 6) % 7) + 1
    const next = { words: `Next ${name}`, date: addDays(today, ahead), also: [name] }
    return [...(day === 0 ? [] : [next]), { words: `Last ${name}`, date: addDays(today, ahead - 7 === 0 ? -7 : ahead - 7) }]
  })
}

type Direction = 'ahead' | 'back' | 'either'

/** Whether a date of this field lies ahead as a rule, or is over. */
function directionOf({ scan }: Scene, path: Path): Direction {
  const key = path.at(-1)
  if (key === 'due' || key === 'decide_by') return 'ahead'
  if (path[0] !== 'dates') return path.length === 1 ? 'either' : 'back'
  const status = textAt(scan, ['status'])
  if (key === 'announced' || status === 'completed') return 'back'
  return status === 'planned' || status === 'confirmed' ? 'ahead' : 'either'
}

function lateness(date: string, today: string, way: Direction): number {
  if (date === today) return way === 'ahead' ? 0.5 : -0.5
  const isAhead = before(today, date)
  return (way === 'ahead' && !isAhead) || (way === 'back' && isAhead) ? 0.5 : 0
}
