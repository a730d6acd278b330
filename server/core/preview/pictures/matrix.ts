import type { Drawing, Label, Shape } from './drawing.ts'
import { type GroupLook, legend } from './looks.ts'
import { fitted, textWidth } from './measure.ts'

/** What stands in a cell: a word or a sign, on a ground that repeats what it says. */
export interface Cell {
  readonly words: string
  readonly look?: GroupLook
  readonly title?: string
}

export interface MatrixRequest {
  readonly columns: readonly { readonly words: string; readonly href?: string }[]
  readonly rows: readonly { readonly words: string; readonly href?: string; readonly cells: readonly (Cell | undefined)[] }[]
  readonly legend: readonly { readonly look: GroupLook; readonly words: string }[]
  /** What the columns and the rows are, where their heads do not say so themselves. */
  readonly axes?: { readonly columns: string; readonly rows: string }
}

const width = 720
const size = 12
const rowHeight = 26
const turned = -40
/** How much wider bold letters are. */
const bold = 1.08

/** A table as a picture: heads of columns are turned where they are too long for their place. */
export function matrixDrawing({ columns, rows, legend: entries, axes }: MatrixRequest): Drawing {
  const headWidth = Math.min(250, Math.max(60, ...rows.map(({ words }) => textWidth(words, size) + 12)))
  const longest = Math.max(0, ...columns.map(({ words }) => textWidth(words, size) * bold))
  const room = (width - headWidth - 2) / columns.length
  const isTurned = longest > Math.min(150, room) - 8
  // Turned heads reach beyond their column, so some room is left to the right.
  const cellWidth = isTurned ? Math.min(72, (width - headWidth - 90) / columns.length) : Math.min(150, room)
  const headHeight = isTurned ? Math.min(150, longest * 0.66 + 22) : 26
  const top = headHeight + (axes ? 20 : 0)
  const bottom = top + rows.length * rowHeight
  const right = headWidth + cellWidth * columns.length
  const key = legend(entries, { x: 0, y: bottom + 10, width })
  const heads = columns.map(({ words, href }, i) =>
    linked(href, words, [columnHead(words, headWidth + cellWidth * i, { top, cellWidth, isTurned, headHeight })]),
  )
  const lines = rows.flatMap((row, j) => rowShapes(row, { y: top + j * rowHeight, headWidth, cellWidth, right }))
  return {
    width,
    height: bottom + 2 + (key.height > 0 ? 8 + key.height : 0),
    shapes: [
      ...(axes ? axisLabels(axes, headWidth, right) : []),
      ...heads,
      { kind: 'line', x1: 0, y1: top, x2: right, y2: top, stroke: 'accent', strokeWidth: 1.5 },
      ...lines,
      ...key.shapes,
    ],
  }
}

function axisLabels(
  { columns, rows }: { readonly columns: string; readonly rows: string },
  headWidth: number,
  right: number,
): readonly Label[] {
  return [
    { kind: 'label', x: 0, y: 14, text: rows, size, paint: 'quiet' },
    { kind: 'label', x: (headWidth + right) / 2, y: 14, text: columns, size, paint: 'quiet', align: 'middle' },
  ]
}

interface Head {
  readonly top: number
  readonly cellWidth: number
  readonly isTurned: boolean
  readonly headHeight: number
}

function columnHead(words: string, x: number, { top, cellWidth, isTurned, headHeight }: Head): Label {
  const middle = x + cellWidth / 2
  if (!isTurned) return { kind: 'label', x: middle, y: top - 8, text: words, size, bold: true, align: 'middle' }
  // A turned head reaches to the right, so the last ones have less room.
  const room = Math.min((headHeight - 16) / 0.65, (width - middle) / 0.77) / bold
  return { kind: 'label', x: middle, y: top - 8, text: fitted(words, size, room), size, bold: true, turn: turned }
}

interface RowPlace {
  readonly y: number
  readonly headWidth: number
  readonly cellWidth: number
  readonly right: number
}

function rowShapes({ words, href, cells }: MatrixRequest['rows'][number], { y, headWidth, cellWidth, right }: RowPlace): readonly Shape[] {
  const head: Label = { kind: 'label', x: 0, y: y + 17, text: fitted(words, size, headWidth - 8), size }
  return [
    linked(href, words, [head]),
    ...cells.flatMap((cell, i) => (cell ? [cellShape(cell, headWidth + cellWidth * i, y, cellWidth)] : [])),
    { kind: 'line', x1: 0, y1: y + rowHeight, x2: right, y2: y + rowHeight, stroke: 'rule', strokeWidth: 0.75 },
  ]
}

function cellShape({ words, look, title }: Cell, x: number, y: number, cellWidth: number): Shape {
  const middle = x + cellWidth / 2
  const text = fitted(words, size, cellWidth - 8)
  const ground: readonly Shape[] = look
    ? [{ kind: 'rectangle', x: x + 2, y: y + 3, width: cellWidth - 4, height: rowHeight - 6, round: 2, ...look }]
    : []
  const long = textWidth(text, size)
  // On a ground of its own colour the word stands on a plate, for it must be read on any of them.
  const plate: readonly Shape[] =
    look && words !== ''
      ? [{ kind: 'rectangle', x: middle - long / 2 - 3, y: y + 5, width: long + 6, height: rowHeight - 10, round: 2, fill: 'paper' }]
      : []
  const label: readonly Shape[] = words === '' ? [] : [{ kind: 'label', x: middle, y: y + 17, text, size, align: 'middle' }]
  return { kind: 'group', ...(title === undefined ? {} : { title }), shapes: [...ground, ...plate, ...label] }
}

/** Shapes that lead to a page where there is one. */
export function linked(href: string | undefined, title: string, shapes: readonly Shape[]): Shape {
  return { kind: 'group', title, ...(href === undefined ? {} : { href }), shapes }
}
