import { indentBefore, type Level, type Piece } from '../syntax/pieces.ts'
import { lineAround } from '../text/lines.ts'
import type { Edit, Span } from '../text/span.ts'
import { spacesBetween } from './layout-spaces.ts'
import { linesOfBlock, linesOfText } from './layout-texts.ts'

/** What a writer may ask for beyond the form of the house. */
export interface LayoutStyle {
  /** Take away white space at the ends of lines. */
  readonly trimsLines: boolean
  /** Take away empty lines at the end of the file. */
  readonly trimsEnd: boolean
  /** End the last line with a line break. */
  readonly endsLastLine: boolean
}

/** A text, or a part of it that can be read by itself. */
export interface Part extends Span {
  readonly text: string
  /** Offsets count from the start of the text. */
  readonly pieces: readonly Piece[]
  readonly isLast: boolean
}

interface State extends Part {
  readonly style: LayoutStyle
  /** For each piece the next one that is no comment. */
  readonly following: readonly (Piece | undefined)[]
  /** Columns at which several comments behind values stand below one another. */
  readonly aligned: ReadonlySet<number>
  readonly edits: Edit[]
  /** By how much the current line has moved to the right so far. */
  shift: number
}

/**
 * The edits that put a part into the form of the house. They touch white space
 * alone: what it stands between, and the line breaks that tell entries apart, stay.
 */
export function layoutEdits(part: Part, style: LayoutStyle): readonly Edit[] {
  const { pieces } = part
  const state: State = { ...part, style, following: followers(pieces), aligned: alignedColumns(part), edits: [], shift: 0 }
  let content: Piece | undefined
  for (const [i, piece] of pieces.entries()) {
    layGap(state, i, content)
    layInside(state, piece)
    if (piece.kind !== 'comment') content = piece
  }
  layEnd(state)
  return state.edits
}

function followers(pieces: readonly Piece[]): readonly (Piece | undefined)[] {
  const found: (Piece | undefined)[] = []
  let next: Piece | undefined
  for (const piece of pieces.toReversed()) {
    found.push(next)
    if (piece.kind !== 'comment') next = piece
  }
  return found.reverse()
}

function alignedColumns({ text, pieces }: Part): ReadonlySet<number> {
  const seen = new Map<number, { count: number; apart: boolean }>()
  for (const [i, { kind, start }] of pieces.entries()) {
    if (kind !== 'comment' || indentBefore(text, start) !== undefined) continue
    const column = start - lineAround(text, start).start
    const apart = start - (pieces[i - 1]?.end ?? 0) > 1
    const known = seen.get(column)
    seen.set(column, { count: (known?.count ?? 0) + 1, apart: apart || known?.apart === true })
  }
  return new Set([...seen].flatMap(([column, { count, apart }]) => (count > 1 && apart ? [column] : [])))
}

/** Lays out what stands before a piece. */
function layGap(state: State, index: number, content: Piece | undefined): void {
  const { text, pieces } = state
  const piece = pieces[index]
  if (!piece) return
  const former = pieces[index - 1]
  const span = { start: former?.end ?? state.start, end: piece.start }
  const gap = text.slice(span.start, span.end)
  // A byte order mark of a second document may stand here, and whatever else no rule is for.
  if (/[^ \t\r\n]/.test(gap)) {
    state.shift = 0
    return
  }
  const indent = indentBefore(text, piece.start)
  if (indent === undefined) {
    const count = piece.kind === 'comment' ? beforeComment(state, piece, gap.length) : former ? spacesBetween(text, former, piece) : 0
    replace(state, span, ' '.repeat(count))
    state.shift += count - gap.length
    return
  }
  // The lines of a block bring their indentation with them.
  const column = piece.kind === 'block' ? 0 : piece.kind === 'comment' ? commentColumn(state, index, content) : piece.column
  const lines = linesOfGap(state, gap, mostBreaks(text, former))
  replace(state, span, lines + ' '.repeat(column ?? indent))
  state.shift = (column ?? indent) - indent
}

/** One empty line between two others, none at the start of the text. A block ends behind its last line break. */
function mostBreaks(text: string, former: Piece | undefined): number {
  if (!former) return 0
  return former.kind === 'block' && /[\r\n]/.test(text.charAt(former.end - 1)) ? 1 : 2
}

/** The first line breaks of a gap, and the white space before them where that may stay. */
function linesOfGap({ style }: Pick<State, 'style'>, gap: string, most: number): string {
  const breaks = gap.match(/\r\n|\r|\n/g) ?? []
  const blanks = style.trimsLines ? [] : gap.split(/\r\n|\r|\n/)
  return breaks
    .slice(0, most)
    .map((end, i) => (blanks[i] ?? '') + end)
    .join('')
}

/** Comments that stand below one another go on doing so; any other keeps its distance. */
function beforeComment({ text, aligned, shift }: State, { start }: Piece, distance: number): number {
  const isAligned = aligned.has(start - lineAround(text, start).start)
  return Math.max(1, isAligned ? distance - shift : distance)
}

/**
 * A comment on a line of its own goes with what it stands above. One that is
 * indented deeper than that goes with the end of what stands before it.
 */
function commentColumn({ text, pieces, following }: State, index: number, content: Piece | undefined): number | undefined {
  const comment = pieces[index]
  if (!comment || comment.inBrackets) return comment?.column
  const next = following[index]
  const column = indentBefore(text, comment.start) ?? 0
  const below = next ? (indentBefore(text, next.start) ?? 0) : -1
  if (next && column <= below) return next.column
  const level = levelNear(content?.level, column)
  return level && level.target > (next?.column ?? below) ? level.target : next?.column
}

/** The level whose entries stand nearest to a column; of two that are as near the outer one. */
function levelNear(innermost: Level | undefined, column: number): Level | undefined {
  let nearest = innermost
  for (let level = innermost?.parent; level && nearest; level = level.parent) {
    if (Math.abs(level.column - column) <= Math.abs(nearest.column - column)) nearest = level
  }
  return nearest
}

/** Lays out the further lines of a text. */
function layInside(state: State, piece: Piece): void {
  const { text, style } = state
  const lines = piece.kind === 'block' ? linesOfBlock : piece.kind === 'scalar' ? linesOfText : undefined
  if (!lines) return
  const { edits, shift } = lines(text, piece, style.trimsLines)
  for (const edit of edits) state.edits.push(edit)
  state.shift = shift ?? state.shift
}

function layEnd(state: State): void {
  const { text, end, pieces, style, isLast } = state
  const last = pieces.at(-1)
  const span = { start: last?.end ?? state.start, end }
  const gap = text.slice(span.start, span.end)
  if (/[^ \t\r\n]/.test(gap)) return
  const most = mostBreaks(text, last)
  const kept = isLast ? (style.trimsEnd ? Math.max(0, most - 1) : Number.POSITIVE_INFINITY) : most
  const lines = linesOfGap(state, gap, kept)
  // A block that ends with spaces would get another line.
  if (last?.kind === 'block' && /[ \t]/.test(text.charAt(last.end - 1))) return
  const isOpen = isLast && last !== undefined && most === 2 && !/[\r\n]/.test(gap)
  const rest = style.trimsLines ? '' : (/[ \t]*$/.exec(gap)?.[0] ?? '')
  replace(state, span, isOpen ? rest + (style.endsLastLine ? breakOf(text) : '') : lines)
}

function breakOf(text: string): string {
  return /\r\n|\r|\n/.exec(text)?.[0] ?? '\n'
}

/** The smallest edit that makes one white space out of another; none where they are the same. */
function replace({ text, edits }: State, { start, end }: Span, wanted: string): void {
  const found = text.slice(start, end)
  if (found === wanted) return
  const least = Math.min(found.length, wanted.length)
  let before = 0
  while (before < least && found[before] === wanted[before]) before++
  let behind = 0
  while (behind < least - before && found.at(-1 - behind) === wanted.at(-1 - behind)) behind++
  edits.push({ span: { start: start + before, end: end - behind }, text: wanted.slice(before, wanted.length - behind) })
}
