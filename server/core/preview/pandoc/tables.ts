import { widthOf } from '../../text/layout.ts'
import type { Table } from '../document-model.ts'
import { escaped } from './escape.ts'
import { markdownLine } from './inlines.ts'

/** Cells as lines of Markdown. */
type Cell = readonly string[]

/** A grid table: cells may hold lists and several paragraphs, as a pipe table's may not. */
export function tableMarkdown(
  { caption, columns, rows }: Table,
  cellLines: (blocks: Table['rows'][number][number]) => Cell,
): readonly string[] {
  const head = columns.map(({ title }): Cell => [markdownLine(title)])
  const body = rows.map((row) => columns.map((_, i) => cellLines(row[i] ?? [])))
  const widths = columns.map((_, i) => Math.max(3, ...[head, ...body].flatMap((row) => (row[i] ?? []).map(widthOf))))
  const line = (sign: string) => `+${widths.map((width) => sign.repeat(width + 2)).join('+')}+`
  return [
    // With the colon alone a heading above would be read as a term, and this as what it means.
    `Table: ${escaped(caption)}`,
    '',
    line('-'),
    ...rowLines(head, widths),
    line('='),
    ...body.flatMap((row) => [...rowLines(row, widths), line('-')]),
    '',
  ]
}

function rowLines(row: readonly Cell[], widths: readonly number[]): readonly string[] {
  const height = Math.max(1, ...row.map((cell) => cell.length))
  return Array.from({ length: height }, (_, i) => {
    const cells = widths.map((width, column) => {
      const words = row[column]?.[i] ?? ''
      return ` ${words}${' '.repeat(Math.max(0, width - widthOf(words)))} `
    })
    return `|${cells.join('|')}|`
  })
}
