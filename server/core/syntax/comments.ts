import { placeAt } from '../text/lines.ts'
import type { Span } from '../text/span.ts'
import { type Node, scalarsOf } from './tree.ts'

/** Tells whether an offset lies in a scalar: a `#` there is text and begins no comment. */
export function insideScalars(roots: readonly (Node | undefined)[]): (offset: number) => boolean {
  const ordered = roots.flatMap(scalarsOf).sort((a, b) => a.start - b.start)
  const starts = ordered.map(({ start }) => start)
  return (offset) => {
    const span = ordered[placeAt(starts, offset).line - 1]
    return span !== undefined && span.start <= offset && offset < span.end
  }
}

/** The comments of a text, from `#` to the end of the line. */
export function commentsIn(text: string, roots: readonly (Node | undefined)[]): readonly Span[] {
  if (!text.includes('#')) return []
  const inScalar = insideScalars(roots)
  return [...text.matchAll(/(?<=^\ufeff?|[ \t])#[^\r\n]*/gm)]
    .filter(({ index }) => !inScalar(index))
    .map((match) => ({ start: match.index, end: match.index + match[0].length }))
}
