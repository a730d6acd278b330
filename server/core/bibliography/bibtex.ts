import type { Span } from '../text/span.ts'

/** An entry of a BibTeX file; the values still hold their LaTeX. */
export interface BibEntry {
  /** In small letters, as the names of fields are. */
  readonly type: string
  readonly key: string
  /** Where the key stands. */
  readonly span: Span
  readonly fields: ReadonlyMap<string, string>
}

interface BibProblem {
  readonly span: Span
  /** What is wrong, as a sentence about "it", the entry. */
  readonly message: string
}

interface State {
  readonly text: string
  readonly macros: Map<string, string>
  readonly entries: BibEntry[]
  readonly problems: BibProblem[]
  at: number
  /** Characters that abbreviations have stood for so far. */
  expanded: number
}

/** Abbreviations may be made of abbreviations, so that a few lines could stand for more text than any machine holds. */
const mostExpanded = 1_000_000

/** A line that begins an entry. Within an entry it tells that a brace was forgotten, so that one slip costs one entry. */
const beginning = /^@[A-Za-z]+[ \t]*[{(]/gm

/**
 * Reads a BibTeX or BibLaTeX file; never throws. Text between entries is a
 * remark, as BibTeX has it. Of an entry that is broken the rest is left out.
 */
export function readBibtex(text: string): { readonly entries: readonly BibEntry[]; readonly problems: readonly BibProblem[] } {
  const state: State = { text, macros: new Map(months), entries: [], problems: [], at: 0, expanded: 0 }
  const starts = [...text.matchAll(beginning)].map(({ index }) => index)
  let next = 0
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', state.at)) {
    while ((starts[next] ?? text.length) <= at) next++
    readOne(state, at, starts[next] ?? text.length)
  }
  return { entries: state.entries, problems: state.problems }
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'].map(
  (name, i) => [name, String(i + 1)] as const,
)

function readOne(state: State, at: number, limit: number): void {
  const head = /@[ \t]*([A-Za-z]+)\s*([{(])/y
  head.lastIndex = at
  const [whole, type = '', bracket] = head.exec(state.text) ?? []
  state.at = whole === undefined ? at + 1 : at + whole.length
  if (whole === undefined) return
  const kind = type.toLowerCase()
  const block: Block = { start: at, limit, close: bracket === '{' ? '}' : ')' }
  if (kind === 'comment' || kind === 'preamble') skipBlock(state, block)
  else if (kind === 'string') readMacro(state, block)
  else readEntry(state, kind, block)
}

interface Block {
  readonly start: number
  readonly limit: number
  readonly close: '}' | ')'
}

/** Passes over what is in braces. */
function skipBlock(state: State, { limit }: Block): void {
  const end = endOfBraces(state.text, state.at, limit)
  state.at = end === undefined ? limit : end + 1
}

function readMacro(state: State, block: Block): void {
  const name = wordAt(state, block, /[^\s={}(),"#]+/y)?.toLowerCase()
  if (name === undefined || !takes(state, block, '=')) {
    broken(state, block, 'it gives no name to its text')
    return
  }
  const value = valueAt(state, block)
  if (value === undefined) {
    broken(state, block, 'its text does not end')
    return
  }
  state.macros.set(name, value)
  if (!takes(state, block, block.close)) broken(state, block, 'its text does not end')
}

function readEntry(state: State, type: string, block: Block): void {
  const { entries, text } = state
  skipSpace(state, block)
  const start = state.at
  const key = wordAt(state, block, /[^\s,={}()"#%]+/y)
  if (key === undefined) {
    broken(state, block, 'it has no key by which it could be cited')
    return
  }
  const fields = new Map<string, string>()
  const span = { start, end: start + key.length }
  skipSpace(state, block)
  if (text[state.at] === '=') {
    broken(state, block, 'it has no key by which it could be cited')
    return
  }
  entries.push({ type, key, span, fields })
  while (takes(state, block, ',')) {
    skipSpace(state, block)
    if (text[state.at] === block.close || text[state.at] === ',') continue
    if (!readField(state, block, fields)) return
  }
  if (!takes(state, block, block.close)) broken(state, block, 'it does not end: a comma, a quotation mark or a closing brace is missing')
}

/** A field that is there twice counts once, as in BibTeX. */
function readField(state: State, block: Block, fields: Map<string, string>): boolean {
  const name = wordAt(state, block, /[^\s,={}()"#%]+/y)?.toLowerCase()
  if (name === undefined || !takes(state, block, '=')) {
    broken(state, block, name === undefined ? 'a comma or a brace in it is too many' : `its field "${name}" has no value`)
    return false
  }
  const value = valueAt(state, block)
  if (value === undefined) {
    broken(state, block, `its field "${name}" has no value, or the value does not end`)
    return false
  }
  if (!fields.has(name)) fields.set(name, value)
  return true
}

/** What is broken is left at the next line that begins an entry. */
function broken(state: State, { start, limit }: Block, message: string): void {
  const line = /[\r\n]/.exec(state.text.slice(start, limit))
  state.problems.push({ span: { start, end: line ? start + line.index : limit }, message })
  state.at = limit
}

/** Parts joined by `#`; undefined where there is none or one does not end. */
function valueAt(state: State, block: Block): string | undefined {
  const parts: string[] = []
  do {
    const part = partAt(state, block)
    if (part === undefined) return undefined
    parts.push(part)
  } while (takes(state, block, '#'))
  return parts.join('')
}

function partAt(state: State, block: Block): string | undefined {
  const { text } = state
  skipSpace(state, block)
  const mark = text[state.at]
  if (mark !== '{' && mark !== '"') {
    const word = wordAt(state, block, /[^\s,={}()"#%]+/y)
    return word === undefined ? undefined : expanded(state, word)
  }
  const start = state.at + 1
  const end = mark === '{' ? endOfBraces(text, start, block.limit) : endOfQuotes(text, start, block.limit)
  if (end === undefined) return undefined
  state.at = end + 1
  return text.slice(start, end)
}

/** What an abbreviation stands for; a word that is none, such as a number, stands for itself. */
function expanded(state: State, word: string): string {
  const known = state.macros.get(word.toLowerCase())
  if (known === undefined || state.expanded + known.length > mostExpanded) return word
  state.expanded += known.length
  return known
}

/** Where the brace closes that was open before an offset. */
function endOfBraces(text: string, from: number, limit: number): number | undefined {
  let depth = 1
  for (let at = from; at < limit; at++) {
    if (text[at] === '{') depth++
    else if (text[at] === '}' && --depth === 0) return at
  }
  return undefined
}

/** A quotation mark within braces does not close. */
function endOfQuotes(text: string, from: number, limit: number): number | undefined {
  let depth = 0
  for (let at = from; at < limit; at++) {
    if (text[at] === '{') depth++
    else if (text[at] === '}') depth--
    else if (text[at] === '"' && depth <= 0) return at
  }
  return undefined
}

function skipSpace(state: State, { limit }: Block): void {
  while (state.at < limit && /\s/.test(state.text.charAt(state.at))) state.at++
}

function takes(state: State, block: Block, sign: string): boolean {
  skipSpace(state, block)
  if (state.at >= block.limit || state.text[state.at] !== sign) return false
  state.at++
  return true
}

function wordAt(state: State, block: Block, form: RegExp): string | undefined {
  skipSpace(state, block)
  form.lastIndex = state.at
  const word = form.exec(state.text)?.[0]
  if (word === undefined || state.at + word.length > block.limit) return undefined
  state.at += word.length
  return word
}
