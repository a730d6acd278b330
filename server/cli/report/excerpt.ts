import { columnsOf, graphemes, printable } from '../text.ts'

/** A line of the file and under it a line of carets. */
export interface Excerpt {
  readonly source: string
  readonly carets: string
}

interface Cell {
  readonly shown: string
  readonly columns: number
  /** The sign belongs to what the finding speaks of. */
  readonly marked: boolean
}

/**
 * The part of a line that holds the offsets from `from` to `to`, cut to a width;
 * nothing where the line is blank. What is cut off is marked by three points.
 */
export function excerpt(line: string, from: number, to: number, width: number): Excerpt | undefined {
  if (line.trim() === '') return undefined
  const indent = /^[ \t]*/.exec(line)?.[0].length ?? 0
  // A line may be as long as the whole file, so only what can be shown is looked at.
  const first = Math.max(Math.min(indent, from), from - 2 * width)
  const last = Math.min(line.length, from + 2 * width)
  const cells = cellsOf(line.slice(first, last), from - first, to - first)
  return window(cells, width, { left: first > indent, right: last < line.length })
}

function cellsOf(text: string, from: number, to: number): readonly Cell[] {
  let offset = 0
  return graphemes(text).map((sign) => {
    const at = offset
    offset += sign.length
    const marked = at < Math.max(to, from + 1) && offset > from
    if (sign === '\t') return { shown: '  ', columns: 2, marked }
    return { shown: printable(sign), columns: columnsOf(sign), marked }
  })
}

function window(cells: readonly Cell[], width: number, cut: { readonly left: boolean; readonly right: boolean }): Excerpt {
  const before = sum(cells.slice(0, markedAt(cells)))
  const fits = !cut.left && !cut.right && sum(cells) <= width
  const room = width - 6
  const skip = fits || (!cut.left && before + 10 <= room) ? 0 : before - Math.floor(room / 3)
  const kept: Cell[] = []
  let column = 0
  let used = 0
  let more = cut.right
  for (const cell of cells) {
    column += cell.columns
    if (column <= skip) continue
    if (!fits && used + cell.columns > room) {
      more = true
      break
    }
    used += cell.columns
    kept.push(cell)
  }
  const left = skip > 0 || cut.left ? '...' : ''
  return {
    source: left + kept.map(({ shown }) => shown).join('') + (more ? '...' : ''),
    carets: ' '.repeat(left.length) + caretsUnder(kept),
  }
}

function sum(cells: readonly Cell[]): number {
  return cells.reduce((total, { columns }) => total + columns, 0)
}

/** The first marked sign; a finding at the end of a line marks the place behind it. */
function markedAt(cells: readonly Cell[]): number {
  const index = cells.findIndex(({ marked }) => marked)
  return index < 0 ? cells.length : index
}

function caretsUnder(cells: readonly Cell[]): string {
  const start = markedAt(cells)
  const length = Math.max(1, sum(cells.slice(start).filter(({ marked }) => marked)))
  return `${' '.repeat(sum(cells.slice(0, start)))}^${'~'.repeat(length - 1)}`
}
