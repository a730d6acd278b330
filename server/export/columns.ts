import type { Table } from '../core/index.ts'
import { wordsOfBlocks } from './text.ts'

interface Room {
  /** Of the whole table, in the unit of the format. */
  readonly width: number
  /** How wide a letter is likely to be. */
  readonly letter: number
  /** What a cell loses to its margins. */
  readonly margins: number
}

/**
 * The widths of a table's columns: each has room for its longest word, and of
 * the rest by the square root of its words, so that one long cell does not crush
 * the others.
 */
export function columnWidths({ columns, rows }: Table, { width, letter, margins }: Room): readonly number[] {
  const words = columns.map((_, i) => rows.map((row) => wordsOfBlocks(row[i] ?? [])))
  const weights = words.map((cells) => Math.sqrt(Math.min(400, Math.max(12, ...cells.map((cell) => cell.length)))))
  const least = words.map((cells) => {
    const longest = Math.max(3, ...cells.flatMap((cell) => cell.split(/\s+/).map((word) => word.length)))
    return Math.min(width / columns.length, longest * letter + margins)
  })
  const sum = weights.reduce((all, weight) => all + weight, 0)
  const spare = width - least.reduce((all, each) => all + each, 0)
  return weights.map((weight, i) => Math.floor((least[i] ?? 0) + (weight / sum) * spare))
}
