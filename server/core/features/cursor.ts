import type { Path } from '../text/path.ts'
import { closingQuote } from '../text/quote.ts'
import type { Span } from '../text/span.ts'
import { continues, dropDeeper, enterItems, enterKey, type Frame, type Line, pathOf } from './frames.ts'
import { indentOf, isCommentAt, keyAt, lineEnd, skipProperties, skipSpaces } from './lines-of-yaml.ts'
import { flowPath, readFlow } from './scan-flow.ts'

/** Where a writer stands in a document. */
export type Cursor = Nowhere | Prose | Place

interface Nowhere {
  readonly at: 'nowhere'
}

/** In a text of several lines. */
export interface Prose {
  readonly at: 'prose'
  readonly path: Path
}

/**
 * Where a word may be typed.
 * - `key`: a key of the mapping at the path.
 * - `value`: the value at the path, behind its key or in a list between brackets.
 * - `open`: a place of its own for the value at the path, which may turn out to be
 *   a word or the first key of a mapping.
 * - `list`: the same without the dash that an item needs.
 */
export interface Place {
  readonly at: 'key' | 'value' | 'open' | 'list'
  readonly path: Path
  /** What is typed so far and what goes on behind the cursor: that is what will be replaced. */
  readonly word: Span
  /** The typed part, without a quotation mark that opens it. */
  readonly typed: string
  readonly quote: '"' | "'" | undefined
  /** Between brackets. */
  readonly flow: boolean
  /** A space is missing before the word. */
  readonly glued: boolean
  /** Where a space is missing before the bracket in which the word stands. */
  readonly gap?: number
  /** A colon stands behind the key already. */
  readonly colon: boolean
  /** The column at which the keys of the mapping stand, or would stand. */
  readonly column: number
}

const nowhere: Nowhere = { at: 'nowhere' }

export function proseCursor(path: Path): Prose {
  return { at: 'prose', path }
}

/** The cursor on a line that begins an entry. `frames` is what is open above the line, and is used up. */
export function cursorOnLine(text: string, line: Line, offset: number, frames: Frame[]): Cursor {
  const upTo = { start: line.start, end: offset }
  const first = line.start + indentOf(text, line.start, offset)
  if (first === offset && /^(?:[ \t]+\S|-(?:[ \t]|$))/.test(text.slice(offset, line.end))) return nowhere
  if (first < offset && text[first] === '#') return nowhere
  if (first === line.start && /^(?:---|\.\.\.)/.test(text.slice(first, offset))) return nowhere
  dropDeeper(frames, first - line.start)
  if (continues(frames, first - line.start)) return proseCursor(pathOf(frames))
  const at = enterItems(frames, text, upTo, first)
  if (at > first) return afterDash(text, line, offset, at, frames)
  const entry = entryCursor(text, line, offset, at, frames)
  return entry ?? bareWord(text, line, offset, at, frames)
}

function afterDash(text: string, line: Line, offset: number, at: number, frames: Frame[]): Cursor {
  if (at < offset && isCommentAt(text, at)) return nowhere
  const entry = at < offset ? entryCursor(text, line, offset, at, frames) : undefined
  if (entry) return entry
  const glued = text[offset - 1] === '-' && at === offset
  return place('open', pathOf(frames), { text, line, offset, at, column: at - line.start + (glued ? 1 : 0), glued })
}

/** The cursor behind a key, or in a value that begins with a quotation mark or bracket. */
function entryCursor(text: string, line: Line, offset: number, at: number, frames: Frame[]): Cursor | undefined {
  const key = keyAt(text, at, offset) ?? gluedKey(text, at, offset)
  const column = at - line.start
  if (key) {
    enterKey(frames, column, key.text)
    const from = skipProperties(text, skipSpaces(text, key.colon + 1, offset), offset)
    return valueCursor(text, line, offset, from, { path: pathOf(frames), column, glued: from === key.colon + 1 })
  }
  if (!/["'[{|>&!*]/.test(text.charAt(at)) || at >= offset) return undefined
  return frames.at(-1)?.filled === false ? valueCursor(text, line, offset, at, { path: pathOf(frames), column, glued: false }) : undefined
}

/** `country:Nor`: the space behind the colon is still to come. */
function gluedKey(text: string, at: number, offset: number): { readonly text: string; readonly colon: number } | undefined {
  const match = /^([A-Za-z_][\w-]*):(?!\/\/)/.exec(text.slice(at, offset))
  return match?.[1] === undefined ? undefined : { text: match[1], colon: at + match[1].length }
}

interface Where {
  readonly path: Path
  readonly column: number
  readonly glued: boolean
}

function valueCursor(text: string, line: Line, offset: number, from: number, where: Where): Cursor {
  const c = from < offset ? text.charAt(from) : ''
  if (c === '[' || c === '{') return withGap(flowCursor(text, from, offset, where.path), where.glued ? from : undefined)
  if (c === '"' || c === "'") return quoted(text, line, offset, from, where)
  if (c === '|' || c === '>' || c === '*' || /(?:^|\s)#/.test(text.slice(from, offset))) return nowhere
  return place('value', where.path, { text, line, offset, at: from, column: where.column, glued: where.glued })
}

function withGap(cursor: Cursor, gap: number | undefined): Cursor {
  return gap === undefined || cursor.at === 'nowhere' || cursor.at === 'prose' ? cursor : { ...cursor, gap }
}

function quoted(text: string, line: Line, offset: number, from: number, { path, column, glued }: Where): Cursor {
  if (closingQuote(text, from, offset) !== undefined) return nowhere
  return place('value', path, { text, line, offset, at: from, column, glued })
}

/** The cursor in a list or mapping between brackets that opens at `start`. */
export function flowCursor(text: string, start: number, offset: number, base: Path): Cursor {
  const { closed, brackets, open, done } = readFlow(text, start, offset, base, [])
  const top = brackets.at(-1)
  if (closed || done || !top) return nowhere
  const path = flowPath(base, brackets)
  const line = { start: offset, end: lineEnd(text, offset, text.length) }
  const at = open?.start ?? offset
  const where = { text, line, offset, at, column: 0, flow: true }
  if (top.kind === 'seq' || top.step !== undefined) return place('value', path, { ...where, glued: text[at - 1] === ':' })
  const glued = /^([\w-]+):/.exec(text.slice(at, offset))
  if (!glued?.[1]) return place('key', path, { ...where, glued: false })
  return place('value', [...path, glued[1]], { ...where, at: at + glued[0].length, glued: true })
}

/** A word, or nothing yet, at the beginning of a line: a key, or the value of what stands above. */
function bareWord(text: string, line: Line, offset: number, at: number, frames: Frame[]): Cursor {
  const column = at - line.start
  const where = { text, line, offset, at, column, glued: false }
  const top = frames.at(-1)
  if (!top) return place('key', [], where)
  const path = pathOf(frames)
  if (top.indent < column) return place(top.kind === 'map' ? 'list' : 'open', path, where)
  if (top.kind === 'map') return place('key', path.slice(0, -1), where)
  const below = frames.at(-2)
  return below?.kind === 'map' && below.indent === column ? place('key', path.slice(0, -2), where) : place('list', path.slice(0, -1), where)
}

interface Around {
  readonly text: string
  readonly line: Line
  readonly offset: number
  readonly at: number
  readonly column: number
  readonly glued: boolean
  readonly flow?: boolean
}

function place(at: Place['at'], path: Path, around: Around): Place {
  const { text, line, offset, column, glued, flow = false } = around
  const mark = around.at < offset ? text.charAt(around.at) : ''
  const quote = mark === '"' || mark === "'" ? mark : undefined
  const after = text.slice(offset, line.end)
  const end = offset + restOf(after, quote, flow, at === 'key').length
  const typed = text.slice(around.at + (quote ? 1 : 0), offset)
  return { at, path, word: { start: around.at, end }, typed, quote, flow, glued, colon: /^[ \t]*:/.test(text.slice(end, line.end)), column }
}

/** What belongs to the word behind the cursor. A closing quotation mark does, unless it may be that of the next word. */
function restOf(after: string, quote: string | undefined, flow: boolean, key: boolean): string {
  if (quote) return new RegExp(flow ? `^[^${quote},\\]}]*${quote}` : `^[^${quote}]*${quote}(?=\\s*(?:#|$))`).exec(after)?.[0] ?? ''
  const word =
    (flow ? /^(?:[^\s,[\]{}:#]|:(?=[^\s,\]}])|[ \t](?=[^\s,[\]{}#]))*/ : /^(?:[^\s:]|:(?=\S)|[ \t](?=[^\s#]))*/).exec(after)?.[0] ?? ''
  return key ? (/^[^\s:]*/.exec(word)?.[0] ?? '') : word
}
