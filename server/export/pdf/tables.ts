import { type Blocks, paintOnPaper, type Table } from '../../core/index.ts'
import { columnWidths, type Room, sideBySide } from '../columns.ts'
import { piecesOf } from './pieces.ts'
import { type Place, textRows } from './place.ts'
import { asArtifact, type Element, type Row, type Sheet, type Style, textHeight } from './sheet.ts'

const padding = { side: 5, top: 3, bottom: 3 }

/** Lines of a row that is longer than this go on on the next page. */
const tallest = textHeight * 0.55

type Write = (blocks: Blocks, place: Place) => readonly Row[]

/** A table, or several where its columns have no room side by side. */
export function tableRows(table: Table, place: Place, write: Write): readonly Row[] {
  return sideBySide(table, (columns) => roomIn(place, columns)).flatMap((part) => partRows(part, place, write))
}

function sizeOf({ style }: Place, columns: number): number {
  return columns > 5 ? style.size * 0.78 : style.size * 0.9
}

function roomIn(place: Place, columns: number): Room {
  return { width: place.width, letter: sizeOf(place, columns) * 0.6, margins: padding.side * 2, indent: 16 }
}

/** A table whose head is repeated on each page. A row is torn only where it is taller than half a page. */
function partRows(table: Table, place: Place, write: Write): readonly Row[] {
  const { sheet } = place
  const style: Style = { ...place.style, size: sizeOf(place, table.columns.length) }
  const widths = columnWidths(table, roomIn(place, table.columns.length))
  const element = sheet.pdf.struct('Table')
  const caption = textRows('Caption', [{ text: table.caption, style: { ...place.style, size: place.style.size * 0.88, paint: 'quiet' } }], {
    ...place,
    before: 10,
  })
  place.element.add(element)
  // The library's types do not know the scope of a head, which it writes all the same.
  const cell = (tag: 'TH' | 'TD', row: Element, i: number, scope?: string) => {
    const part = sheet.pdf.struct(tag, { scope } as object)
    row.add(part)
    return { ...place, element: part, style, before: 0, width: (widths[i] ?? 0) - padding.side * 2 }
  }
  const headElement = elementIn(sheet, element, 'TR')
  const head = lineOf(
    table.columns.map(({ title }, i) => textRows('P', piecesOf(title, { ...style, face: 'bold' }), cell('TH', headElement, i, 'Column'))),
    { widths, place, rule: 'accent' },
  )
  const body = table.rows.flatMap((row) => {
    const rowElement = elementIn(sheet, element, 'TR')
    const cells = row.map((blocks, i) => write(blocks, i === 0 ? cell('TH', rowElement, i, 'Row') : cell('TD', rowElement, i)))
    return chunked(cells).map((part) => lineOf(part, { widths, place, rule: 'rule' }))
  })
  // Anew at the top of a page the head is only for the eye: its words have been read.
  const again: Row = { ...head, before: 0, draw: (x, y) => asArtifact(sheet, () => drawHead(table, { x, y }, { widths, style, sheet })) }
  return [...caption.map(kept), { ...head, before: 3, keep: true }, ...body.map((row) => ({ ...row, head: again }))]
}

function kept(row: Row): Row {
  return { ...row, keep: true }
}

function elementIn({ pdf }: Sheet, parent: Element, tag: string): Element {
  const element = pdf.struct(tag)
  parent.add(element)
  return element
}

function drawHead(
  { columns }: Table,
  { x, y }: { readonly x: number; readonly y: number },
  { widths, style, sheet }: { readonly widths: readonly number[]; readonly style: Style; readonly sheet: Sheet },
): void {
  let left = x
  columns.forEach(({ title }, i) => {
    const words = sheet.fonts.shown(
      piecesOf(title, style)
        .map(({ text }) => text)
        .join(''),
    )
    sheet.pdf.font('bold').fontSize(style.size).fillColor(paintOnPaper('ink'))
    sheet.pdf.text(words, left + padding.side, y + padding.top, {
      lineBreak: false,
      width: (widths[i] ?? 0) - padding.side * 2,
      height: style.size * 1.4,
      ellipsis: true,
    })
    left += widths[i] ?? 0
  })
}

/** Cells side by side in parts that fit on a page; nearly always one. */
function chunked(cells: readonly (readonly Row[])[]): readonly (readonly (readonly Row[])[])[] {
  const parts: (readonly Row[])[][] = []
  const rest = cells.map((rows) => [...rows])
  do {
    parts.push(rest.map((rows) => rows.splice(0, fitting(rows))))
  } while (rest.some((rows) => rows.length > 0))
  return parts
}

/** How many rows of a cell fit; at least one, so that there is an end. */
function fitting(rows: readonly Row[]): number {
  let height = 0
  let count = 0
  for (const row of rows) {
    height += row.height + row.before
    if (count > 0 && height > tallest) break
    count++
  }
  return count
}

interface Layout {
  readonly widths: readonly number[]
  readonly place: Place
  readonly rule: 'accent' | 'rule'
}

/** One row of the table with the line below it. */
function lineOf(cells: readonly (readonly Row[])[], { widths, place: { sheet, width }, rule }: Layout): Row {
  const height =
    Math.max(0, ...cells.map((rows) => rows.reduce((sum, row, i) => sum + row.height + (i === 0 ? 0 : row.before), 0))) +
    padding.top +
    padding.bottom
  return {
    height,
    before: 0,
    draw: (x, y) => {
      let left = x
      cells.forEach((rows, i) => {
        drawCell(rows, left + padding.side, y + padding.top)
        left += widths[i] ?? 0
      })
      asArtifact(sheet, () =>
        sheet.pdf
          .moveTo(x, y + height)
          .lineTo(x + width, y + height)
          .lineWidth(rule === 'accent' ? 1.2 : 0.5)
          .stroke(paintOnPaper(rule)),
      )
    },
  }
}

function drawCell(rows: readonly Row[], x: number, y: number): void {
  let top = y
  rows.forEach((row, i) => {
    top += i === 0 ? 0 : row.before
    row.draw(x, top)
    top += row.height
  })
}
