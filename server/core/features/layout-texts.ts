import type { Piece } from '../syntax/pieces.ts'
import type { Edit } from '../text/span.ts'
import { lineEnd, nextLine, skipSpaces } from './lines-of-yaml.ts'

interface Lines {
  readonly edits: readonly Edit[]
  /** By how much the last line has moved to the right; undefined where there is but one. */
  readonly shift?: number
}

/** The further lines of a text that is folded: how far they are indented is no part of it. */
export function linesOfText(text: string, { start, end, column }: Piece, trims: boolean): Lines {
  const edits: Edit[] = []
  let shift: number | undefined
  let stop = lineEnd(text, start, end)
  if (column === undefined) return { edits }
  if (trims && stop < end) edits.push(...trimmed(text, start, stop))
  while (stop < end) {
    const from = nextLine(text, stop)
    const first = skipSpaces(text, from, end)
    stop = lineEnd(text, first, end)
    if (first === stop && stop < end) {
      if (trims && from < first) edits.push(deleted(from, first))
      continue
    }
    if (text.slice(from, first) !== ' '.repeat(column)) edits.push({ span: { start: from, end: first }, text: ' '.repeat(column) })
    shift = column - (first - from)
    if (trims && stop < end) edits.push(...trimmed(text, first, stop))
  }
  return { edits, ...(shift === undefined ? {} : { shift }) }
}

/** White space at the end of a line, but for a space behind a backslash, which is content. */
function trimmed(text: string, start: number, end: number): readonly Edit[] {
  let from = end
  while (from > start && /[ \t]/.test(text.charAt(from - 1))) from--
  return from < end && text[from - 1] !== '\\' ? [deleted(from, end)] : []
}

/** The lines of a block move as one. Of those that hold spaces alone, the spaces that are no content go. */
export function linesOfBlock(text: string, { start, end, column, indent }: Piece, trims: boolean): Lines {
  if (column === undefined || indent === undefined) return { edits: [] }
  const edits: Edit[] = []
  for (let from = start, stop = start; from < end; from = nextLine(text, stop)) {
    stop = lineEnd(text, from, end)
    const first = skipSpaces(text, from, stop)
    const isBlank = first === stop && stop < end && stop - from <= indent
    if (isBlank) {
      const most = trims ? 0 : column
      if (stop - from > most) edits.push(deleted(from + most, stop))
    } else if (text.startsWith(' '.repeat(indent), from)) {
      if (column > indent) edits.push({ span: { start: from, end: from }, text: ' '.repeat(column - indent) })
      else if (column < indent) edits.push(deleted(from, from + indent - column))
    }
  }
  return { edits }
}

function deleted(start: number, end: number): Edit {
  return { span: { start, end }, text: '' }
}
