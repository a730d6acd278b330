import { daysBetween, firstDay, lastDay } from '../../schema/dates.ts'
import type { Drawing, Label, Shape } from './drawing.ts'
import { type GroupLook, legend } from './looks.ts'
import { linked } from './matrix.ts'
import { fitted, textWidth } from './measure.ts'

/** A line of a timeline: an event has its days, what is in force or standing goes on. */
export interface Span {
  readonly name: string
  readonly href?: string
  readonly kind: 'event' | 'instrument' | 'standing'
  readonly start: string
  /** Without an end a standing arrangement and an instrument are still there. */
  readonly end?: string
  /** The dates in words. */
  readonly words: string
}

const looks: Readonly<Record<Span['kind'], { readonly look: GroupLook; readonly words: string }>> = {
  event: { look: { fill: 'one' }, words: 'Event' },
  instrument: { look: { fill: 'two', hatch: 'rising' }, words: 'Agreement, from signature to its end' },
  standing: { look: { fill: 'three', hatch: 'dotted' }, words: 'Standing arrangement' },
}

const width = 720
const size = 12
const rowHeight = 26
const axisHeight = 24
const labelWidth = 270
const right = width - 14

/**
 * Spans one below the other, the earliest first, over an axis of years or months.
 * What goes on does so to the end of the axis, which is the last day that is
 * named and not today: a paper looks the same whenever it is printed.
 */
export function timelineDrawing(spans: readonly Span[]): Drawing | undefined {
  const sorted = [...spans].sort((a, b) => order(a, b))
  const [first] = sorted
  if (!first) return undefined
  const begin = firstDay(first.start)
  const until = sorted.flatMap(({ start, end }) => [start, ...(end === undefined ? [] : [end])]).reduce(laterOf)
  const ends = sorted.map(({ end, start, kind }) => lastDay(end ?? (kind === 'event' ? start : laterOf(start, until))))
  const close = ends.reduce(laterOf)
  const axis = axisOf(begin, close)
  const bottom = axisHeight + sorted.length * rowHeight
  const kinds = [...new Set(sorted.map(({ kind }) => kind))]
  const key = legend(
    kinds.map((kind) => looks[kind]),
    { x: 0, y: bottom + 8, width },
  )
  return {
    width,
    height: bottom + (kinds.length > 1 ? 8 + key.height : 2),
    shapes: [
      ...axis.ticks.flatMap(({ x, words }) => tickShapes(x, words, bottom)),
      ...sorted.map((span, i) =>
        linked(span.href, `${span.name}, ${span.words}`, rowShapes(span, ends[i] ?? close, axisHeight + i * rowHeight, axis)),
      ),
      ...(kinds.length > 1 ? key.shapes : []),
    ],
  }
}

function order(a: Span, b: Span): number {
  const [left, other] = [firstDay(a.start), firstDay(b.start)]
  if (left !== other) return left < other ? -1 : 1
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0
}

function laterOf(a: string, b: string): string {
  return lastDay(a) < lastDay(b) ? b : a
}

interface Axis {
  readonly at: (day: string) => number
  readonly ticks: readonly { readonly x: number; readonly words: string }[]
}

/** The steps between ticks in months; the first that leaves room for the words is taken. */
const steps = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200]

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

function axisOf(begin: string, close: string): Axis {
  const span = Math.max(daysBetween(begin, close), 30)
  const at = (day: string) => labelWidth + (daysBetween(begin, day) / span) * (right - labelWidth)
  const from = monthNumber(begin)
  const last = monthNumber(close)
  // A month with its year takes twice the room of a year.
  const step = steps.find((each) => (last - from) / each <= (each < 12 ? 6 : 9)) ?? 1200
  const ticks: Axis['ticks'][number][] = []
  for (let month = Math.ceil(from / step) * step; month <= last; month += step) {
    const day = `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}-01`
    const words = step >= 12 ? day.slice(0, 4) : `${months[month % 12]} ${day.slice(0, 4)}`
    if (day >= begin) ticks.push({ x: at(day), words })
  }
  return { at, ticks }
}

function monthNumber(day: string): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1
}

function tickShapes(x: number, words: string, bottom: number): readonly Shape[] {
  const half = textWidth(words, 11) / 2
  const label: Label = { kind: 'label', x: Math.min(x, width - half), y: 14, text: words, size: 11, paint: 'quiet', align: 'middle' }
  return [{ kind: 'line', x1: x, y1: axisHeight - 4, x2: x, y2: bottom, stroke: 'rule', strokeWidth: 0.75 }, label]
}

/** An event of a day or two is still to be seen. */
const leastWidth = 6

function rowShapes(span: Span, end: string, y: number, { at }: Axis): readonly Shape[] {
  const x1 = Math.min(at(firstDay(span.start)), right - leastWidth)
  const x2 = Math.max(Math.min(at(end), right), x1 + leastWidth)
  const goesOn = span.end === undefined && span.kind !== 'event'
  const bar: Shape = {
    kind: 'rectangle',
    x: x1,
    y: y + 7,
    width: x2 - x1,
    height: 12,
    round: 2,
    stroke: 'ink',
    strokeWidth: 0.5,
    ...looks[span.kind].look,
  }
  const arrow: readonly Shape[] = goesOn
    ? [{ kind: 'path', d: `M${round(x2)} ${y + 4}l9 9l-9 9Z`, fill: looks[span.kind].look.fill, stroke: 'ink', strokeWidth: 0.5 }]
    : []
  return [{ kind: 'label', x: 0, y: y + 17, text: fitted(span.name, size, labelWidth - 12), size }, bar, ...arrow]
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
