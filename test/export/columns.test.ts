import { describe, expect, it } from 'vitest'
import type { Table } from '../../server/core/index.ts'
import { columnWidths, type Room, sideBySide } from '../../server/export/columns.ts'

const words = (text: string) => [{ kind: 'paragraph', content: [{ kind: 'text', text }], tone: 'plain' }] as const

/** A table of one row, with these words in its cells. */
function tableOf(cells: readonly string[]): Table {
  const columns = cells.map((_, i) => ({ id: `c${i}`, title: [{ kind: 'text', text: `C${i}` }] as const }))
  return { kind: 'table', caption: 'Options', columns, rows: [cells.map(words)] }
}

const room: Room = { width: 470, letter: 5.4, margins: 10, indent: 16 }
const parts = (cells: readonly string[]) => sideBySide(tableOf(cells), () => room)

describe('the columns of a table', () => {
  it('stay side by side where each has room for its longest word', () => {
    const table = tableOf(['For', 'cheap and quick', 'slow'])
    expect(sideBySide(table, () => room)).toEqual([table])
  })

  it('go on in another table, with the first column anew, where words would be torn', () => {
    const told = parts(['Against', ...Array.from({ length: 7 }, () => 'Misunderstandings remain')])
    expect(told.map(({ caption }) => caption)).toEqual(['Options (1 of 2)', 'Options (2 of 2)'])
    expect(told.map(({ columns }) => columns.map(({ id }) => id).join(' '))).toEqual(['c0 c1 c2 c3 c4', 'c0 c5 c6 c7'])
    for (const part of told) {
      expect(part.rows.map((row) => row.length)).toEqual([part.columns.length])
      expect(Math.min(...columnWidths(part, room).slice(1))).toBeGreaterThan('Misunderstandings'.length * room.letter)
    }
  })

  it('may have an address that is longer than any page', () => {
    expect(parts(['Source', 'x'.repeat(5000), 'y'])).toHaveLength(1)
    expect(parts(['x'.repeat(5000)])).toHaveLength(1)
    expect(parts([])).toHaveLength(1)
  })

  it('are many only in many tables', () => {
    const told = parts(Array.from({ length: 300 }, () => 'z'.repeat(90)))
    expect(told.flatMap(({ columns }) => columns.slice(1))).toHaveLength(299)
    for (const { columns } of told) expect(columns.length).toBeLessThanOrEqual(4)
  })
})
