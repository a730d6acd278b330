import { isList, isObject, type Value } from '../model/read.ts'
import { asScalar, inFlow } from '../text/quote.ts'

/**
 * Around the name of a blank, where its answer will stand. No file holds this
 * sign: it is one of the control characters that YAML does not allow.
 */
export const mark = '\u0001'

/** What stands beside a blank: nothing, other words between double or single quotes, or other words on a line of their own. */
export type Beside = 'nothing' | 'quotes' | 'apostrophes' | 'words'

/** How the parts of a text are written that is not yet filled in. */
export interface Pen {
  readonly blank: (name: string, beside: Beside) => string
  /** Text as it is. */
  readonly literal: (text: string) => string
}

/** For what has no blanks left. */
export const plainPen: Pen = { literal: (text) => text, blank: (name) => name }

/** Items one below the other, of which the dash of the first stands there already; `column` is that of their keys. */
export function writtenItems(items: readonly Value[], column: number, pen: Pen): string {
  return items.map((item) => writtenPart(item, column, pen)).join(`\n${' '.repeat(column - 2)}- `)
}

/** The keys of a part, each but the first with its indentation; any other value as it stands alone. */
export function writtenPart(value: Value, column: number, pen: Pen): string {
  if (!isObject(value)) return scalarText(value, column, pen)
  if (Object.keys(value).length === 0) return '{}'
  return Object.entries(value)
    .map(([key, inner]) => `${asScalar(key)}:${writtenBehind(inner, column, pen)}`)
    .join(`\n${' '.repeat(column)}`)
}

/** What stands behind a key and its colon, the key being at a column: a space and one line, or lines of their own. */
export function writtenBehind(value: Value, column: number, pen: Pen): string {
  const below = `\n${' '.repeat(column + 2)}`
  if (isObject(value) && Object.keys(value).length > 0) return below + writtenPart(value, column + 2, pen)
  if (!isList(value)) return ` ${writtenPart(value, column, pen)}`
  const isPlain = value.every((item) => !isObject(item) && !isList(item) && !String(item).includes(mark))
  return isPlain ? ` ${pen.literal(inFlow(value))}` : value.map((item) => `${below}- ${writtenPart(item, column + 4, pen)}`).join('')
}

function scalarText(value: Value, column: number, pen: Pen): string {
  if (typeof value !== 'string') return pen.literal(inFlow(value, false))
  const lines = value.trimEnd().split('\n')
  // A block whose first line stands further in, or with signs that no editor shows, would be read otherwise.
  if (/^\s*[ \t]/.test(value) || /[ \t]$|[^\P{Cc}\n\t\u0001]|\p{Cs}/mu.test(value)) return quotedText(value, pen)
  if (lines.length > 1) return `|\n${' '.repeat(column + 2)}${writtenLines(value, column + 2, pen)}`
  if (!value.includes(mark)) return pen.literal(inFlow(value, false))
  // An answer alone is written as the writer types it; among other words it could end a plain text.
  return /^\u0001[^\u0001]*\u0001$/.test(value)
    ? words(value, pen, 'nothing')
    : `"${words(value.replace(/["\\]/g, '\\$&'), pen, 'quotes')}"`
}

/** A text of several lines or with odd signs on one line. */
export function quotedText(value: string, pen: Pen): string {
  return words(JSON.stringify(value).replaceAll('\\u0001', mark), pen, 'quotes')
}

/** Words within a text that stands in quotes or over several lines; there a line break is written as an empty line. */
export function writtenWithin(
  text: string,
  beside: Exclude<Beside, 'nothing'>,
  { indent, pen }: { readonly indent: string; readonly pen: Pen },
): string {
  if (beside === 'quotes') return quotedText(text, pen).slice(1, -1)
  const lines = text.replace(/ *\n+ */g, (breaks) => '\n'.repeat(breaks.split('\n').length) + indent)
  return words(beside === 'apostrophes' ? lines.replaceAll("'", "''") : lines, pen, beside)
}

/** Lines of a text in a block, each but the first with its indentation; empty ones without. */
export function writtenLines(text: string, column: number, pen: Pen): string {
  return text
    .trimEnd()
    .split('\n')
    .map((line, i) => (line === '' ? '' : `${i === 0 ? '' : ' '.repeat(column)}${words(line, pen, 'words')}`))
    .join('\n')
}

function words(text: string, pen: Pen, beside: Beside): string {
  return text
    .split(mark)
    .map((piece, i) => (i % 2 === 0 ? pen.literal(piece) : pen.blank(piece, beside)))
    .join('')
}
