import type { Path } from '../text/path.ts'
import { closingQuote } from '../text/quote.ts'
import type { Span } from '../text/span.ts'
import { type Cursor, cursorOnLine, flowCursor, proseCursor } from './cursor.ts'
import { continues, dropDeeper, enterItems, enterKey, type Frame, type Line, type Mark, pathOf } from './frames.ts'
import { documentAround, indentOf, isBlank, isCommentAt, keyAt, lineEnd, nextLine, skipProperties, skipSpaces } from './lines-of-yaml.ts'
import { readFlow } from './scan-flow.ts'

export interface Scan {
  /** The document of the file in which the offset lies. */
  readonly document: Span
  readonly marks: readonly Mark[]
  /** The single values by their path, as `pathKey` writes it; of two at the same path the first. */
  readonly texts: ReadonlyMap<string, string>
  readonly cursor: Cursor
  /** What is open above the line of the cursor; undefined where that line goes on with a text or brackets. */
  readonly open: readonly Frame[] | undefined
}

/** A path as the key of a map. */
export function pathKey(path: Path): string {
  return path.join('\n')
}

interface State {
  readonly text: string
  readonly end: number
  readonly offset: number
  readonly frames: Frame[]
  readonly marks: Mark[]
  cursor: Cursor | undefined
  open: readonly Frame[] | undefined
}

/**
 * Reads the document around an offset by its indentation, dashes and brackets,
 * as a writer sees it. A parser refuses what is half-typed, and what it makes of
 * it is a guess; here a broken line spoils nothing but itself.
 */
export function scan(text: string, offset: number): Scan {
  const document = documentAround(text, offset)
  const state: State = { text, end: document.end, offset, frames: [], marks: [], cursor: undefined, open: undefined }
  for (let at = document.start; at <= document.end; ) at = readLine(state, at)
  const texts = new Map<string, string>()
  for (const { is, path, text: value } of state.marks.toReversed()) if (is === 'value') texts.set(pathKey(path), value)
  return { document, marks: state.marks, texts, cursor: state.cursor ?? { at: 'nowhere' }, open: state.open }
}

function readLine(state: State, start: number): number {
  const { text, frames } = state
  const line = { start, end: lineEnd(text, start, state.end) }
  const next = nextLine(text, line.end)
  if (holds(line, state.offset)) enterLine(state, line)
  const first = start + indentOf(text, start, line.end)
  if (first >= line.end || text[first] === '#') return next
  dropDeeper(frames, first - start)
  if (continues(frames, first - start)) return next
  const at = enterItems(frames, text, line, first)
  return at >= line.end || isCommentAt(text, at) ? next : readEntry(state, line, at, next)
}

function holds({ start, end }: Line, offset: number): boolean {
  return start <= offset && offset <= end
}

function enterLine(state: State, line: Line): void {
  state.cursor = cursorOnLine(state.text, line, state.offset, copy(state.frames))
  state.open = copy(state.frames)
}

function copy(frames: readonly Frame[]): Frame[] {
  return frames.map((frame) => ({ ...frame }))
}

function readEntry(state: State, line: Line, at: number, next: number): number {
  const { text, frames, marks } = state
  const key = keyAt(text, at, line.end)
  if (key) {
    enterKey(frames, at - line.start, key.text)
    marks.push({ is: 'key', path: pathOf(frames), text: key.text, start: key.start, end: key.end })
    return readValue(state, line, skipSpaces(text, key.colon + 1, line.end), next)
  }
  const top = frames.at(-1)
  return top && !top.filled && top.indent < at - line.start ? readValue(state, line, at, next) : next
}

/** Reads the value of the entry at which the frames stand; returns where the next line to read begins. */
function readValue(state: State, line: Line, from: number, next: number): number {
  const { text, frames, marks } = state
  const at = skipProperties(text, from, line.end)
  const top = frames.at(-1)
  if (!top || at >= line.end || isCommentAt(text, at)) return next
  top.filled = true
  const c = text.charAt(at)
  if (c === '|' || c === '>') return readBlockText(state, next, top.indent)
  if (c === '[' || c === '{') return readBrackets(state, line, at, top.indent)
  if (c === '"' || c === "'") return readQuoted(state, line, at, top.indent)
  const comment = text.slice(at, line.end).search(/\s#/)
  const word = text.slice(at, comment < 0 ? line.end : at + comment).trimEnd()
  marks.push({ is: 'value', path: pathOf(frames), text: word, start: at, end: at + word.length })
  return next
}

/** Where what belongs to an entry at this column ends at the latest: at the first line that is not indented deeper. */
function endOfDeeper(state: State, from: number, indent: number, closers: boolean): number {
  const { text } = state
  let at = from
  while (at <= state.end) {
    const end = lineEnd(text, at, state.end)
    const column = indentOf(text, at, end)
    const blank = isBlank(text, at, end)
    const closes = closers && /[\]}]/.test(text.charAt(at + column))
    if (!blank && column <= indent && !closes) return at
    at = nextLine(text, end)
  }
  return at
}

function readBlockText(state: State, next: number, indent: number): number {
  const end = endOfDeeper(state, next, indent, false)
  inRegion(state, { start: next, end: end - 1 }, indent, () => proseCursor(pathOf(state.frames)))
  return end
}

/**
 * The cursor in the further lines of a value. On an empty line that is not
 * indented deeper than the entry, the writer has gone on to something else,
 * unless the value goes on below it.
 */
function inRegion(state: State, region: Line, indent: number, inside: () => Cursor): void {
  const { text, offset } = state
  if (!holds(region, offset)) return
  let start = offset
  while (start > region.start && !/[\r\n]/.test(text.charAt(start - 1))) start--
  const line = { start, end: lineEnd(text, start, state.end) }
  if (text.slice(line.start, region.end).trim() === '' && offset - start <= indent) enterLine(state, line)
  else state.cursor = inside()
}

function readBrackets(state: State, line: Line, at: number, indent: number): number {
  const { text, frames } = state
  const start = nextLine(text, line.end)
  const stop = endOfDeeper(state, start, indent, true)
  const flow = readFlow(text, at, Math.min(stop, state.end), pathOf(frames), state.marks)
  const end = flow.closed ? lineEnd(text, flow.end, state.end) : stop - 1
  inRegion(state, { start, end }, indent, () => flowCursor(text, at, state.offset, pathOf(frames)))
  return flow.closed ? nextLine(text, end) : stop
}

function readQuoted(state: State, line: Line, at: number, indent: number): number {
  const { text, frames, marks } = state
  const start = nextLine(text, line.end)
  const stop = endOfDeeper(state, start, indent, false)
  const close = closingQuote(text, at, Math.min(stop, state.end))
  if (close !== undefined && close < line.end) {
    marks.push({ is: 'value', path: pathOf(frames), text: text.slice(at + 1, close), start: at, end: close + 1 })
    return start
  }
  const end = close === undefined ? stop - 1 : lineEnd(text, close, state.end)
  inRegion(state, { start, end }, indent, () => proseCursor(pathOf(frames)))
  return close === undefined ? stop : nextLine(text, end)
}
