import type { Blocks, Table } from '../core/index.ts'
import { plainWords, wordsOfBlocks } from './text.ts'

export interface Room {
  /** Of the whole table, in the unit of the format. */
  readonly width: number
  /** How wide a letter is likely to be. */
  readonly letter: number
  /** What a cell loses to its margins. */
  readonly margins: number
  /** What an item of a list loses to its mark. */
  readonly indent: number
}

/**
 * The widths of a table's columns: each has room for its longest word, and of
 * the rest by the square root of its words, so that one long cell does not crush
 * the others.
 */
export function columnWidths(table: Table, room: Room): readonly number[] {
  const { columns, rows } = table
  const weights = columns.map((_, i) => {
    const lengths = rows.map((row) => wordsOfBlocks(row[i] ?? []).length)
    return Math.sqrt(Math.min(400, Math.max(12, ...lengths)))
  })
  const least = needsOf(table).map((need) => Math.min(room.width / columns.length, inRoom(need, room)))
  const sum = weights.reduce((all, weight) => all + weight, 0)
  const spare = room.width - least.reduce((all, each) => all + each, 0)
  return weights.map((weight, i) => Math.floor((least[i] ?? 0) + (weight / sum) * spare))
}

/**
 * A table as several, each with the column of what its rows are about, where its
 * columns have no room side by side and words would be torn apart.
 */
export function sideBySide(table: Table, roomOf: (columns: number) => Room): readonly Table[] {
  const needs = needsOf(table)
  const [first, ...others] = needs.keys()
  const fits = (columns: readonly number[]) => {
    const room = roomOf(columns.length)
    // A word that is longer than a quarter of the page, such as an address, may be torn.
    const wanted = columns.map((i) => Math.min(room.width / 4, inRoom(needs[i] ?? noNeed, room)))
    return wanted.reduce((sum, each) => sum + each, 0) <= room.width
  }
  if (first === undefined || others.length === 0 || fits([first, ...others])) return [table]
  const count = others.findIndex((_, k) => chunks(others, k + 1).every((chunk) => fits([first, ...chunk]))) + 1
  const parts = chunks(others, count > 0 ? count : others.length)
  return parts.map((part, k) => taken(table, [first, ...part], parts.length === 1 ? '' : ` (${k + 1} of ${parts.length})`))
}

/** What a column asks for: letters side by side, and whether there are items of a list among them. */
interface Need {
  readonly letters: number
  readonly isList: boolean
}

const noNeed: Need = { letters: 3, isList: false }

function needsOf({ columns, rows }: Table): readonly Need[] {
  return columns.map(({ title }, i) => {
    const cells = rows.map((row) => row[i] ?? [])
    const words = [plainWords(title), ...cells.map(wordsOfBlocks)].flatMap((cell) => cell.split(/[\s-]+/))
    const letters = words.reduce((most, word) => Math.max(most, word.length), noNeed.letters)
    return { letters, isList: cells.some(hasList) }
  })
}

function inRoom({ letters, isList }: Need, { letter, margins, indent }: Room): number {
  return letters * letter + margins + (isList ? indent : 0)
}

function hasList(blocks: Blocks): boolean {
  return blocks.some(({ kind }) => kind === 'list')
}

function taken({ columns, rows, caption, ...table }: Table, which: readonly number[], more: string): Table {
  return {
    ...table,
    caption: caption + more,
    columns: which.flatMap((i) => columns[i] ?? []),
    rows: rows.map((row) => which.map((i) => row[i] ?? [])),
  }
}

/** Equal parts, the last of which may be shorter. */
function chunks(all: readonly number[], count: number): readonly (readonly number[])[] {
  const size = Math.ceil(all.length / count)
  return Array.from({ length: Math.ceil(all.length / size) }, (_, k) => all.slice(k * size, (k + 1) * size))
}
