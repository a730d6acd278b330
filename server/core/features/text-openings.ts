import { type Beside, mark, type Pen, quotedText, writtenLines, writtenPart, writtenWithin } from '../snippets/written.ts'
import type { Scalar } from '../syntax/tree.ts'
import { lineAround } from '../text/lines.ts'
import { plainIsSafe } from '../text/quote.ts'
import type { Span } from '../text/span.ts'
import type { Mark as Marked } from './frames.ts'
import type { Insertion } from './insertion.ts'
import type { Scene } from './scene.ts'

/** Writes words where the cursor is; undefined where they cannot stand there. */
export type WordsOpening = (words: string, pen: Pen) => Pick<Insertion, 'span' | 'text'> | undefined

/** The word before the cursor in a text. */
export function typedInText({ text, offset }: Scene): string {
  return /[\p{L}\p{N}_-]*$/u.exec(text.slice(lineAround(text, offset).start, offset))?.[0] ?? ''
}

/** What goes for the words, and what parts them from those beside them. */
interface Seam extends Span {
  readonly before: string
  readonly after: string
}

/** In the place of the word that was begun; or, where all is kept, beside words and never within one. */
function seamIn(scene: Scene, within: Span, keeps: boolean): Seam {
  const { text, offset } = scene
  const typed = typedInText(scene)
  if (!keeps) return { start: Math.max(within.start, offset - typed.length), end: offset, before: '', after: '' }
  const rest = typed === '' ? '' : (/^(?:[\p{L}\p{N}_-]|['’.](?=[\p{L}\p{N}]))*/u.exec(text.slice(offset, within.end))?.[0] ?? '')
  const at = offset + rest.length
  const isAfterWords = at > within.start && /[^\s([«“]/.test(text.charAt(at - 1))
  const isBeforeWords = at < within.end && /[\p{L}\p{N}([«“*_]/u.test(text.charAt(at))
  return { start: at, end: at, before: isAfterWords ? ' ' : '', after: isBeforeWords ? ' ' : '' }
}

/** Into a text of lines of its own, behind `|` or `>`, where these stay as they are. */
export function inBlock(scene: Scene, key: Marked, header: string, keeps: boolean): WordsOpening | undefined {
  const { text, offset } = scene
  const line = lineAround(text, offset)
  const column = columnOfText(scene, key, header)
  const indent = ' '.repeat(column)
  const isFolded = header.startsWith('>')
  const lines = (words: string, pen: Pen) => writtenLines(isFolded ? words.trimEnd().replace(/\n+/g, '$&\n') : words, column, pen)
  const begins = line.start + (/^[ \t]*/.exec(text.slice(line.start, line.end))?.[0].length ?? 0)
  if (begins === line.end) {
    const isThere = offset - line.start === column
    // What parts two paragraphs would join them with a third.
    const gap = isBetweenLines(text, line, key.end) ? '\n' : ''
    const before = gap + (isThere && gap === '' ? '' : indent)
    return (words, pen) => ({
      span: { start: isThere && gap === '' ? offset : line.start, end: offset },
      text: before + lines(words, pen) + gap,
    })
  }
  // Before its first word nothing can stand on a line but what belongs to its indentation.
  if (offset < begins) return (words, pen) => ({ span: { start: line.start, end: line.start }, text: `${indent}${lines(words, pen)}\n` })
  if (begins - line.start < column) return undefined
  const { start, end, before, after } = seamIn(scene, { start: begins, end: line.end }, keeps)
  return (words, pen) => ({ span: { start, end }, text: before + lines(words, pen) + after })
}

function isBetweenLines(text: string, { start, end }: Span, from: number): boolean {
  const isFirst = lineAround(text, from).end >= start - 2
  return !isFirst && /\S[ \t]*\r?\n$/.test(text.slice(0, start).slice(-200)) && /^\r?\n[ \t]+\S/.test(text.slice(end))
}

/** How far the lines of a text stand in: as its header says, as the first of them, or as far as the cursor. */
function columnOfText({ text, offset }: Scene, key: Marked, header: string): number {
  const said = /^[|>][+-]?([1-9])/.exec(header)?.[1]
  if (said !== undefined) return columnAt(text, key.start) + Number(said)
  const line = lineAround(text, offset)
  const first = text
    .slice(lineAround(text, key.end).end, line.end)
    .split('\n')
    .find((each) => each.trim() !== '')
  return first === undefined ? offset - line.start : first.length - first.trimStart().length
}

export function columnAt(text: string, at: number): number {
  return at - lineAround(text, at).start
}

/** Into a text that stands in quotes or in none. */
export function inScalar(scene: Scene, scalar: Scalar, key: Marked, keeps: boolean): WordsOpening {
  const { text } = scene
  const { style, start, end } = scalar
  const column = columnAt(text, key.start)
  if (style === 'plain' && !/[\r\n]/.test(text.slice(start, end))) {
    const seam = seamIn(scene, { start, end }, keeps)
    const [head, tail] = [text.slice(start, seam.start) + seam.before, seam.after + text.slice(seam.end, end)]
    return (words, pen) => ({ span: { start, end }, text: oneValue(scene, end, head + words.trimEnd() + tail, { column, pen }) })
  }
  const quotes = style === 'plain' ? 0 : 1
  const seam = seamIn(scene, { start: start + quotes, end: end - quotes }, keeps)
  const beside: Beside = style === 'single' ? 'apostrophes' : style === 'double' ? 'quotes' : 'words'
  const indent = ' '.repeat(column + 2)
  return (words, pen) => {
    // An answer of a writer to come may be any.
    if (style === 'plain' && words.includes(mark)) return undefined
    if (style === 'plain' && !words.split('\n').every((line) => line === '' || plainIsSafe(`x ${line} x`, false))) return undefined
    const inner = writtenWithin(seam.before + words.trimEnd() + seam.after, beside, { indent, pen })
    return { span: { start: seam.start, end: seam.end }, text: inner }
  }
}

/** A text as a value on the line of its key; where a remark follows on that line, it cannot have lines of its own. */
export function oneValue(
  { text }: Scene,
  end: number,
  value: string,
  { column, pen }: { readonly column: number; readonly pen: Pen },
): string {
  const isAlone = text.slice(end, lineAround(text, end).end).trim() === ''
  return isAlone || !value.trimEnd().includes('\n') ? writtenPart(value, column, pen) : quotedText(value, pen)
}
