import type { Path } from '../text/path.ts'
import { closingQuote } from '../text/quote.ts'
import type { Mark } from './frames.ts'

/** An open bracket, and where in it the reading stands; a mapping has no step before its key is known. */
interface Bracket {
  readonly kind: 'map' | 'seq'
  step: string | number | undefined
}

/** What stands between brackets, read up to a limit. */
export interface Flow {
  /** Behind the last bracket, or where the reading stopped. */
  readonly end: number
  readonly closed: boolean
  readonly brackets: readonly Readonly<Bracket>[]
  /** The word in which the reading stopped. */
  readonly open: { readonly start: number; readonly quote: '"' | "'" | undefined } | undefined
  /** A value is complete here, so that only a comma or a bracket may follow; or it stopped in a comment. */
  readonly done: boolean
}

interface State {
  readonly text: string
  readonly limit: number
  readonly base: Path
  readonly marks: Mark[]
  readonly brackets: Bracket[]
  at: number
  open: Flow['open']
  done: boolean
}

/**
 * Reads a list or mapping between brackets. Quotes and comments hide brackets; a
 * bracket of the wrong kind is passed over, for `[@id]` stands in unquoted text.
 */
export function readFlow(text: string, start: number, limit: number, base: Path, marks: Mark[]): Flow {
  const state: State = { text, limit, base, marks, brackets: [], at: start, open: undefined, done: false }
  while (state.at < limit && !state.open) {
    readOne(state)
    if (state.brackets.length === 0) return { end: state.at, closed: true, brackets: [], open: undefined, done: true }
  }
  return { end: state.at, closed: false, brackets: state.brackets, open: state.open, done: state.done }
}

function readOne(state: State): void {
  const { text, at } = state
  const c = text.charAt(at)
  if (/\s/.test(c)) state.at++
  else if (c === '[' || c === '{') open(state, c)
  else if (c === ']' || c === '}') close(state, c)
  else if (c === ',') nextItem(state)
  else if (c === '#' && /\s/.test(text.charAt(at - 1))) skipComment(state)
  else if (c === '"' || c === "'") readQuoted(state, c)
  else if (c === ':' && endsKey(state)) state.at++
  else readPlain(state)
}

function open(state: State, c: '[' | '{'): void {
  state.brackets.push(c === '[' ? { kind: 'seq', step: 0 } : { kind: 'map', step: undefined })
  state.at++
  state.done = false
}

function close(state: State, c: ']' | '}'): void {
  if (state.brackets.at(-1)?.kind === (c === ']' ? 'seq' : 'map')) state.brackets.pop()
  state.at++
  state.done = true
}

function nextItem(state: State): void {
  const top = state.brackets.at(-1)
  if (top) top.step = top.kind === 'seq' ? Number(top.step) + 1 : undefined
  state.at++
  state.done = false
}

function skipComment(state: State): void {
  while (state.at < state.limit && !/[\r\n]/.test(state.text.charAt(state.at))) state.at++
  if (state.at === state.limit) state.done = true
}

function readQuoted(state: State, quote: '"' | "'"): void {
  const start = state.at
  const close = closingQuote(state.text, start, state.limit)
  if (close === undefined) {
    state.open = { start, quote }
    state.at = state.limit
    return
  }
  state.at = close + 1
  record(state, start, state.at, state.text.slice(start + 1, close))
}

function readPlain(state: State): void {
  const start = state.at
  while (state.at < state.limit && !endsPlain(state)) state.at++
  if (state.at === state.limit) {
    state.open = { start, quote: undefined }
    return
  }
  const word = state.text.slice(start, state.at).trimEnd()
  record(state, start, start + word.length, word)
}

function endsPlain(state: State): boolean {
  const c = state.text.charAt(state.at)
  if (c === ',' || c === ']' || c === '}' || c === '\n' || c === '\r') return true
  if (c === ':') return endsKey(state)
  return c === '#' && /\s/.test(state.text.charAt(state.at - 1))
}

/** A colon ends a key only before a space, a bracket or the end; one in a web address does not. */
function endsKey({ text, at }: State): boolean {
  return at + 1 >= text.length || /[\s,[\]{}]/.test(text.charAt(at + 1))
}

function record(state: State, start: number, end: number, text: string): void {
  const top = state.brackets.at(-1)
  if (!top) return
  const isKey = top.kind === 'map' && top.step === undefined
  if (isKey) top.step = text
  else state.done = true
  state.marks.push({ is: isKey ? 'key' : 'value', path: flowPath(state.base, state.brackets), text, start, end })
}

/** Where the reading stands in the document. */
export function flowPath(base: Path, brackets: readonly Readonly<Bracket>[]): Path {
  return [...base, ...brackets.flatMap(({ step }) => (step === undefined ? [] : [step]))]
}
