import {
  type DocumentSymbol,
  type FoldingRange,
  type InlayHint,
  type Location,
  type Range,
  type SelectionRange,
  type SymbolInformation,
  SymbolKind,
} from 'vscode-languageserver-types'
import { shortened } from '../../server/core/text/words.ts'
import { isObject } from './answer-words.ts'
import { tokenWords } from './token-words.ts'

/** How places are put into words: those of the file that was asked about, and those of any file. */
interface Places {
  readonly here: (range: Range) => string
  readonly anywhere: (location: Location) => string
}

const kindNames = new Map<number, string>(Object.entries(SymbolKind).map(([name, kind]) => [kind, name]))

/** What an answer says of the structure of a text, a line for each part; undefined for other answers. */
export function structureWords(answer: unknown, { here, anywhere }: Places): string | undefined {
  if (isObject(answer) && Array.isArray(answer['data'])) return tokenWords({ data: answer['data'] as number[] }, here)
  if (!Array.isArray(answer) || answer.length === 0) return undefined
  if (answer.every(isSymbol)) return answer.map((symbol) => symbolLines(symbol, here, '')).join('')
  if (answer.every(isInformation)) return answer.map((symbol) => informationLine(symbol, anywhere)).join('')
  if (answer.every(isFold)) return answer.map(foldLine).join('')
  if (answer.every(isSelection)) return answer.map((selection) => selectionLines(selection, here)).join('')
  if (answer.every(isHint)) return answer.map((hint) => hintLines(hint, here)).join('')
  return undefined
}

function isSymbol(value: unknown): value is DocumentSymbol {
  return isObject(value) && 'selectionRange' in value
}

function symbolLines(
  { name, detail, kind, range, selectionRange, children = [] }: DocumentSymbol,
  place: Places['here'],
  indent: string,
): string {
  const whole = place(range).replace(/ «.*/s, '')
  const line = `${indent}${kindNames.get(kind)} "${name}"${detail === undefined ? '' : ` (${detail})`} ${whole}, at ${place(selectionRange)}\n`
  return line + children.map((inner) => symbolLines(inner, place, `${indent}  `)).join('')
}

function isInformation(value: unknown): value is SymbolInformation {
  return isObject(value) && 'location' in value && 'name' in value
}

function informationLine({ name, kind, location, containerName }: SymbolInformation, anywhere: Places['anywhere']): string {
  return `${kindNames.get(kind)} "${name}"${containerName === undefined ? '' : ` (${containerName})`} ${anywhere(location)}\n`
}

function isFold(value: unknown): value is FoldingRange {
  return isObject(value) && 'startLine' in value
}

function foldLine({ startLine, endLine, kind }: FoldingRange): string {
  return `${startLine + 1}-${endLine + 1}${kind === undefined ? '' : ` ${kind}`}\n`
}

function isSelection(value: unknown): value is SelectionRange {
  return isObject(value) && 'range' in value && Object.keys(value).every((key) => key === 'range' || key === 'parent')
}

/** From the innermost outwards. */
function selectionLines({ range, parent }: SelectionRange, place: Places['here']): string {
  return `${place(range)}\n${parent ? selectionLines(parent, place) : ''}`
}

function isHint(value: unknown): value is InlayHint {
  return isObject(value) && 'position' in value && 'label' in value
}

/** The tooltip in a line below its hint; what hover says in full is cut. */
function hintLines({ position, label, tooltip }: InlayHint, here: Places['here']): string {
  const place = here({ start: { line: position.line, character: 0 }, end: position })
  const words = typeof tooltip === 'object' ? tooltip.value : (tooltip ?? '')
  return `${place} ${String(label)}\n    ${shortened(words.replace(/\n+/g, ' / '), 220)}\n`
}
