import type { Span } from '../text/span.ts'
import type { Scalar } from './tree.ts'

/** Where a stretch of a scalar's text stands in the file; `from` and `to` are offsets in the text, `to` exclusive. */
export type Inside = (scalar: Scalar, from: number, to: number) => Span

/**
 * Quotes, escapes, folded lines and indentation lie between a scalar's text and
 * its source, so the two are walked side by side. A long text may hold thousands
 * of findings, so each scalar is walked once.
 */
export function insideOf(written: string): Inside {
  // As the parser got it: a lone CR is a line break.
  const source = written.replace(/\r(?!\n)/g, '\n')
  const known = new Map<Scalar, readonly number[]>()
  return (scalar, from, to) => {
    const offsets = known.get(scalar) ?? offsetsOf(source, scalar)
    known.set(scalar, offsets)
    return stretch(source, scalar, offsets, from, to)
  }
}

function stretch(source: string, scalar: Scalar, offsets: readonly number[], from: number, to: number): Span {
  const behind = offsets.at(-1)
  const end = behind === undefined ? contentStart(source, scalar) : behind + charLength(source, scalar, behind)
  const start = offsets[from] ?? Math.min(end, scalar.end)
  const last = offsets[to - 1]
  return { start, end: to > from && last !== undefined ? Math.min(last + charLength(source, scalar, last), scalar.end) : start }
}

/** The offset in the source of each character of the text. */
function offsetsOf(source: string, scalar: Scalar): readonly number[] {
  const { text, style } = scalar
  const offsets: number[] = []
  let at = contentStart(source, scalar)
  for (let i = 0; i < text.length; i++) {
    at = nextMatch(source, scalar, at, text.charAt(i))
    offsets.push(at)
    // One escape may stand for both halves of a surrogate pair.
    if (style === 'double' && source.startsWith('\\U', at) && /[\ud800-\udbff]/.test(text.charAt(i))) {
      offsets.push(at)
      i++
    }
    at += charLength(source, scalar, at)
    if (style !== 'literal' && text[i] === ' ' && isBreak(source[at - 1])) at = skipBlank(source, at)
  }
  return offsets
}

function contentStart(source: string, { style, start, end }: Scalar): number {
  if (style === 'plain') return start
  if (style === 'single' || style === 'double') return start + 1
  const header = source.indexOf('\n', start)
  return header < 0 || header >= end ? end : header + 1
}

/** The next place at which the source can stand for this character; what is passed over is white space. */
function nextMatch(source: string, { style, end }: Scalar, from: number, character: string): number {
  for (let at = from; at < end; at++) {
    const found = source.charAt(at)
    if (style === 'double' && found === '\\') {
      if (!isBreak(source[at + 1])) return at
      at = endOfEscapedBreak(source, at) - 1
      continue
    }
    if (found === character) return at
    if ((character === ' ' || character === '\n') && isBreak(found)) return at
    if (!isSpace(found)) return at
  }
  return Math.max(from, end - 1)
}

/** A backslash at the end of a line joins it to the next: the break and the indentation stand for nothing. */
function endOfEscapedBreak(source: string, at: number): number {
  return at + (/^\\(?:\r\n|\n)[ \t]*/.exec(source.slice(at))?.[0].length ?? 1)
}

/** How much of the source one character of the text takes: an escape in quotes takes more than one. */
function charLength(source: string, { style }: Scalar, at: number): number {
  if (source.startsWith('\r\n', at)) return 2
  if (style === 'single' && source.startsWith("''", at)) return 2
  if (style !== 'double' || source[at] !== '\\') return 1
  const long: Readonly<Record<string, number>> = { x: 4, u: 6, U: 10 }
  return long[source[at + 1] ?? ''] ?? 2
}

function isBreak(character: string | undefined): boolean {
  return character === '\n' || character === '\r'
}

/** To YAML only these are white space; a space that does not break is a sign like others. */
function isSpace(character: string): boolean {
  return character === ' ' || character === '\t' || isBreak(character)
}

function skipBlank(source: string, from: number): number {
  let at = from
  while (at < source.length && isSpace(source.charAt(at))) at++
  return at
}
