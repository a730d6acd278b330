import type { Span } from './span.ts'

/** A place in a text as people count it: 1-based line and 1-based column in UTF-16 units. */
export interface Place {
  readonly line: number
  readonly column: number
}

/**
 * Offsets at which lines start. A line ends with LF, CRLF or a lone CR, as the
 * Language Server Protocol counts; `yaml` does not break at a lone CR, so line
 * numbers are never taken from it.
 */
export function lineStarts(text: string): readonly number[] {
  const starts = [0]
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code === 13 && text.charCodeAt(i + 1) === 10) i++
    if (code === 13 || code === 10) starts.push(i + 1)
  }
  return starts
}

/** The place of an offset; offsets outside the text are clamped into it by the caller's spans. */
export function placeAt(starts: readonly number[], offset: number): Place {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 }
}

/** The text of a 1-based line, without its line break. */
export function lineText(text: string, starts: readonly number[], line: number): string {
  const start = starts[line - 1] ?? text.length
  let end = starts[line] ?? text.length
  while (end > start && isBreak(text.charCodeAt(end - 1))) end--
  return text.slice(start, end)
}

/** The range of a span; `end` is the place behind its last character. */
export function rangeOf(
  starts: readonly number[],
  span: { readonly start: number; readonly end: number },
): { readonly start: Place; readonly end: Place } {
  return { start: placeAt(starts, span.start), end: placeAt(starts, span.end) }
}

/**
 * The line around an offset, without its line break. It looks at the neighbours
 * one by one: `lastIndexOf('\r')` would search the whole text where there is none.
 */
export function lineAround(text: string, offset: number): Span {
  let start = offset
  while (start > 0 && !isBreak(text.charCodeAt(start - 1))) start--
  let end = offset
  while (end < text.length && !isBreak(text.charCodeAt(end))) end++
  return { start, end }
}

/** So many spaces as the column has; behind a question mark an entry has a form of its own. */
export function spacesBefore(text: string, offset: number): string | undefined {
  const before = text.slice(lineAround(text, offset).start, offset)
  return /^[ -]*$/.test(before) ? ' '.repeat(before.length) : undefined
}

/** How the lines of a text end, by the first of them. */
export function lineBreakOf(text: string): string {
  return /\r\n|\n|\r/.exec(text)?.[0] ?? '\n'
}

function isBreak(code: number): boolean {
  return code === 10 || code === 13
}
