import { Composer, type CST, Parser } from 'yaml'
import type { Span } from '../text/span.ts'

/**
 * - `marker`: `---`, `...` or a directive.
 * - `properties`: an anchor or a tag.
 * - `header` and `block`: the first line of a text with `|` or `>`, and the lines below it.
 */
export type PieceKind =
  | 'marker'
  | 'properties'
  | 'dash'
  | 'question'
  | 'colon'
  | 'comma'
  | 'open'
  | 'close'
  | 'scalar'
  | 'alias'
  | 'header'
  | 'block'
  | 'comment'

/** What stands between white space: every piece of a text, in its order, with where it belongs. */
export interface Piece extends Span {
  readonly kind: PieceKind
  /** The column for it, and for its further lines, where it begins a line; undefined where it must stay. */
  readonly column: number | undefined
  /** The innermost mapping or list without brackets in which it stands. */
  readonly level: Level | undefined
  readonly inBrackets: boolean
  /** How far the lines of a block are indented now. */
  readonly indent?: number
}

/** A mapping or list without brackets. */
export interface Level {
  /** The column at which its entries stand. */
  readonly column: number
  /** The column at which they belong. */
  readonly target: number
  readonly parent: Level | undefined
}

/** Columns from one level to the next. */
export const step = 2

/**
 * The pieces of a text; undefined where its syntax is broken. `yaml` throws white
 * space away when it makes a tree, so this reads what it keeps for itself.
 */
export function piecesOf(source: string): readonly Piece[] | undefined {
  // As for the tree, a lone CR is a line break.
  const text = source.replace(/\r(?!\n)/g, '\n')
  const tokens = [...new Parser().parse(text)]
  const composer = new Composer({ schema: 'failsafe', uniqueKeys: false, prettyErrors: false, logLevel: 'silent' })
  for (const { errors } of composer.compose(tokens)) if (errors.length > 0) return undefined
  const state: State = { text, pieces: [], odd: false }
  for (const token of tokens) read(state, token, { column: undefined, level: undefined, inBrackets: false })
  return state.odd ? undefined : state.pieces
}

/** The width of the white space between the start of a line and an offset; undefined where more than that lies between. */
export function indentBefore(text: string, offset: number): number | undefined {
  let start = offset
  while (start > 0 && /[ \t]/.test(text.charAt(start - 1))) start--
  return start === 0 || /[\r\n]/.test(text.charAt(start - 1)) ? offset - start : undefined
}

interface State {
  readonly text: string
  readonly pieces: Piece[]
  /** There is something that `yaml` lets pass, and that has no form. */
  odd: boolean
}

interface Place extends Pick<Piece, 'column' | 'level' | 'inBrackets'> {
  /** The column for what closes brackets that open on the line of their key. */
  readonly ofKey?: number
}

function read(state: State, token: CST.Token | null | undefined, place: Place): void {
  if (!token) return
  switch (token.type) {
    case 'document':
      readDocument(state, token)
      break
    case 'block-map':
      readMap(state, token, place)
      break
    case 'block-seq':
      readSeq(state, token, place)
      break
    case 'flow-collection':
      readBrackets(state, token, place)
      break
    case 'block-scalar':
      readBlock(state, token, place)
      break
    default:
      readSign(state, token, place)
  }
}

function readAll(state: State, tokens: readonly CST.Token[] | undefined, place: Place): void {
  for (const token of tokens ?? []) read(state, token, place)
}

/** A text that is the whole document stays where it is: moved, its lines might begin with what marks another document. */
function readDocument(state: State, { start, value, end }: CST.Document): void {
  const isText = value === undefined || /scalar|alias/.test(value.type)
  const place = { column: isText ? undefined : 0, level: undefined, inBrackets: false }
  readAll(state, start, place)
  read(state, value, place)
  readAll(state, end, place)
}

function readMap(state: State, { indent, items }: CST.BlockMap, { column = 0, level: parent }: Place): void {
  const level = { column: indent, target: column, parent }
  const entry = { column, level, inBrackets: false }
  const inner = { ...entry, column: column + step }
  for (const { start, explicitKey, key, sep, value } of items) {
    readUpTo(state, start, 'explicit-key-ind', [entry, inner])
    read(state, key, explicitKey ? inner : entry)
    readUpTo(state, sep, 'map-value-ind', [entry, inner])
    read(state, value, { ...inner, ofKey: column })
    if (!explicitKey && /^block-(?:map|seq)$/.test(value?.type ?? '') && !beginsBelow(sep)) state.odd = true
  }
}

function beginsBelow(sep: readonly CST.SourceToken[] | undefined): boolean {
  return sep?.some(({ type }) => type === 'newline') === true
}

function readSeq(state: State, { indent, items }: CST.BlockSequence, { column = 0, level: parent }: Place): void {
  const level = { column: indent, target: column, parent }
  const entry = { column, level, inBrackets: false }
  const inner = { ...entry, column: column + step }
  for (const { start, value } of items) {
    readUpTo(state, start, 'seq-item-ind', [entry, inner])
    read(state, value, inner)
  }
}

/** Reads what comes before a sign and the sign at one place, and what comes behind it at the other. */
function readUpTo(state: State, tokens: readonly CST.SourceToken[] | undefined, sign: string, [before, behind]: [Place, Place]): void {
  let place = before
  for (const token of tokens ?? []) {
    read(state, token, place)
    if (token.type === sign) place = behind
  }
}

function readBrackets(state: State, { start, items, end }: CST.FlowCollection, place: Place): void {
  const ownLine = indentBefore(state.text, start.offset) !== undefined
  const column = (ownLine ? undefined : place.ofKey) ?? place.column ?? 0
  const inner = { column: column + step, level: place.level, inBrackets: true }
  const [close, ...rest] = end
  // `{{name}}` is how a placeholder looks, though YAML reads a mapping in a mapping: it stays as it is written.
  const source = state.text.slice(start.offset, (close?.offset ?? 0) + 1)
  if (/^\{\{[^{}#\r\n]*\}\}$/.test(source)) put(state, { offset: start.offset, source }, 'scalar', place)
  else {
    put(state, start, 'open', place)
    for (const item of items) {
      readAll(state, item.start, inner)
      read(state, item.key, inner)
      readAll(state, item.sep, inner)
      read(state, item.value, inner)
    }
    if (close) put(state, close, 'close', { ...place, column })
  }
  readAll(state, rest, place)
}

function readBlock(state: State, { props, source }: CST.BlockScalar, place: Place): void {
  readAll(state, props, place)
  const last = props.at(-1)
  if (!last || !('source' in last)) return
  const header = props.map((prop) => (prop.type === 'block-scalar-header' ? prop.source : '')).join('')
  const start = last.offset + last.source.length
  const block = { kind: 'block', start, end: start + source.length, level: place.level, inBrackets: false } as const
  const indent = /^(?: *(?:\r\n|\n))*( *)[^ \r\n]/.exec(source)?.[1]?.length
  const digit = Number(/[1-9]/.exec(header)?.[0])
  const { level, column } = place
  if (indent === undefined) readEmptyBlock(state, header, source, block)
  // A text that is the whole document has no level, and stays.
  else if (!level) state.pieces.push({ ...block, column: undefined })
  else if (digit > 0) state.pieces.push({ ...block, column: level.target + digit, indent: level.column + digit })
  else state.pieces.push({ ...block, column, indent })
}

/** Lines without a word are as good as not there, unless `+` keeps them; spaces on them never count. */
function readEmptyBlock(state: State, header: string, source: string, block: Omit<Piece, 'column'>): void {
  if (!header.includes('+') || source === '') return
  if (!source.endsWith('\n')) state.odd = true
  state.pieces.push({ ...block, column: 0, indent: source.length })
}

const signs: Readonly<Record<string, PieceKind>> = {
  'doc-end': 'marker',
  'doc-start': 'marker',
  directive: 'marker',
  'directive-line': 'marker',
  anchor: 'properties',
  tag: 'properties',
  'seq-item-ind': 'dash',
  'explicit-key-ind': 'question',
  'map-value-ind': 'colon',
  comma: 'comma',
  'block-scalar-header': 'header',
  scalar: 'scalar',
  'single-quoted-scalar': 'scalar',
  'double-quoted-scalar': 'scalar',
  alias: 'alias',
  comment: 'comment',
}

function readSign(state: State, token: CST.Token, place: Place): void {
  const kind = signs[token.type]
  if (kind && 'source' in token) put(state, token, kind, place)
  if ('end' in token) readAll(state, token.end, place)
}

function put({ text, pieces }: State, token: { offset: number; source: string }, kind: PieceKind, place: Place): void {
  const { level, inBrackets } = place
  const column = kind === 'marker' ? 0 : place.column
  let end = token.offset + token.source.length
  while (end > token.offset && (kind === 'comment' || kind === 'marker') && /[ \t]/.test(text.charAt(end - 1))) end--
  if (end > token.offset) pieces.push({ kind, start: token.offset, end, column, level, inBrackets })
}
