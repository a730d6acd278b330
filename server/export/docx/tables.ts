import { BorderStyle, Table, TableCell, TableLayoutType, TableRow, WidthType } from 'docx'
import type { Blocks, Table as DataTable, Definition } from '../../core/index.ts'
import { columnWidths, type Room, sideBySide } from '../columns.ts'
import { wordsOfBlocks } from '../text.ts'
import { type Place, paragraph, type Write } from './place.ts'
import { ink } from './styles.ts'

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const thin = { style: BorderStyle.SINGLE, size: 4, color: ink('rule') }
const thick = { style: BorderStyle.SINGLE, size: 12, color: ink('accent') }
const borders = { top: thick, bottom: thin, left: none, right: none, insideHorizontal: thin, insideVertical: none }
const margins = { top: 50, bottom: 50, left: 60, right: 100 }

/** A letter of a table is about this wide, in twentieths of a point. */
const letter = 115

/** Terms and what is said of them, in two columns. */
export function definitionTable(entries: readonly Definition[], place: Place, write: Write): Table {
  const widths = [Math.round(place.width * 0.24), Math.round(place.width * 0.76)]
  const rows = entries.map(
    ({ term, details }) =>
      new TableRow({
        cantSplit: true,
        children: [
          cell(paragraphOf(term), widths[0] ?? 0, { ...place, style: 'TableHead' }, write),
          cell(details, widths[1] ?? 0, { ...place, style: 'TableText' }, write),
        ],
      }),
  )
  return frame(rows, widths, { ...place, lines: { ...borders, top: thin } })
}

function paragraphOf(words: string): Blocks {
  return [{ kind: 'paragraph', content: [{ kind: 'text', text: words }], tone: 'plain' }]
}

function roomIn({ width }: Place): Room {
  return { width, letter, margins: margins.left + margins.right, indent: 360 }
}

/** A table as several where its columns have no room on a page. */
export function tablesOf(table: DataTable, place: Place): readonly DataTable[] {
  return sideBySide(table, () => roomIn(place))
}

/** A table of data; its head is repeated on each page, and no row is torn. */
export function dataTable(table: DataTable, place: Place, write: Write): Table {
  const { columns, rows } = table
  const widths = columnWidths(table, roomIn(place))
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map(
      ({ title }, i) =>
        new TableCell({
          width: { size: widths[i] ?? 0, type: WidthType.DXA },
          margins,
          borders: { bottom: thick },
          children: [paragraph(title, { ...place, style: 'TableHead', depth: -1 })],
        }),
    ),
  })
  const body = rows.map(
    (row) =>
      new TableRow({
        cantSplit: wordsOfBlocks(row.flat()).length < longestRow,
        children: row.map((blocks, i) => cell(blocks, widths[i] ?? 0, { ...place, style: 'TableText' }, write)),
      }),
  )
  return frame([head, ...body], widths, { ...place, lines: borders })
}

/** A row of more letters than these may be longer than a page. */
const longestRow = 1200

function frame(
  rows: readonly TableRow[],
  columnWidths: readonly number[],
  { lines, isRightToLeft }: Place & { readonly lines: typeof borders },
): Table {
  const size = columnWidths.reduce((sum, width) => sum + width, 0)
  return new Table({
    rows: [...rows],
    columnWidths: [...columnWidths],
    width: { size, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    borders: lines,
    visuallyRightToLeft: isRightToLeft,
  })
}

function cell(blocks: Blocks, width: number, place: Place, write: Write): TableCell {
  const inner = { ...place, width: width - margins.left - margins.right, depth: -1 }
  const children = write(blocks, inner)
  // Word asks that a cell ends in a paragraph.
  const end = children.length > 0 && !(children.at(-1) instanceof Table) ? [] : [paragraph([], inner)]
  return new TableCell({ width: { size: width, type: WidthType.DXA }, margins, children: [...children, ...end] })
}
