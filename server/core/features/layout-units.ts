import { chunksOf } from '../syntax/chunks.ts'
import { type Piece, piecesOf } from '../syntax/pieces.ts'
import { conflictProblem, encodingProblem, wideSpaces } from '../syntax/text-problems.ts'
import { lineAround } from '../text/lines.ts'
import type { Edit, Span } from '../text/span.ts'
import { type LayoutStyle, layoutEdits } from './layout.ts'

/** What can be laid out by itself, with the edits that do it: an entry at the left margin with what stands below it up to the next. */
export interface Unit extends Span {
  readonly edits: readonly Edit[]
}

/** The units of a text. Of one that is broken, those whose own syntax is sound. */
export function unitsOf(text: string, style: LayoutStyle): readonly Unit[] {
  if (encodingProblem(text) || conflictProblem(text)) return []
  if (text.startsWith('\ufeff')) return unitsOf(text.slice(1), style).map(behindMark)
  const pieces = soundPieces(text, { start: 0, end: text.length })
  if (!pieces) return soundUnits(text, style)
  const edits = layoutEdits({ text, start: 0, end: text.length, pieces, isLast: true }, style)
  return divided(edits, boundaries(text, pieces))
}

/** The unit of a text before which a byte order mark stands. */
function behindMark({ start, end, edits }: Unit): Unit {
  return {
    start: start + 1,
    end: end + 1,
    edits: edits.map(({ span, text }) => ({ span: { start: span.start + 1, end: span.end + 1 }, text })),
  }
}

/** The entries that are read without a fault when they are read alone, as the tree of a broken text is made. */
function soundUnits(text: string, style: LayoutStyle): readonly Unit[] {
  const chunks = chunksOf(text).map((chunk) => ({ ...chunk, pieces: soundPieces(text, chunk) }))
  // Of several documents it is not told which entry belongs to which. And where each entry is sound
  // by itself, the fault is in how they go together, so that any of them may be in it.
  const isPlain = chunks.every(({ pieces }) => !pieces?.some(({ kind }) => kind === 'marker'))
  if (!isPlain || chunks.every(({ pieces }) => pieces)) return []
  return chunks.flatMap(({ start, end, pieces }) => {
    if (!pieces) return []
    return [{ start, end, edits: layoutEdits({ text, start, end, pieces, isLast: end === text.length }, style) }]
  })
}

/** A wide space is read as a space by Chancery and as a letter by `yaml`, so where one stands the pieces are not told. */
function soundPieces(text: string, { start, end }: Span): readonly Piece[] | undefined {
  const part = text.slice(start, end)
  if (wideSpaces(part).length > 0) return undefined
  return piecesOf(part)?.map((piece) => ({ ...piece, start: piece.start + start, end: piece.end + start }))
}

/** Where units begin and end, the start and the end of the text among them. */
function boundaries(text: string, pieces: readonly Piece[]): readonly number[] {
  const starts = pieces
    .filter((piece) => beginsUnit(piece) && lineAround(text, piece.start).start === piece.start)
    .map(({ start }) => start)
  return [...new Set([0, ...starts, text.length + 1])]
}

function beginsUnit({ kind, level, inBrackets }: Piece): boolean {
  if (kind === 'marker') return true
  return level !== undefined && !level.parent && !inBrackets && kind !== 'comment' && kind !== 'colon' && kind !== 'close'
}

function divided(edits: readonly Edit[], borders: readonly number[]): readonly Unit[] {
  let next = 0
  return borders.slice(1).map((end, i) => {
    const first = next
    while ((edits[next]?.span.start ?? end) < end) next++
    return { start: borders[i] ?? 0, end, edits: edits.slice(first, next) }
  })
}
