import { placeAt } from '../text/lines.ts'
import type { Span } from '../text/span.ts'
import { type Node, type Scalar, scalarsOf } from './tree.ts'

/** Finds the scalar in which an offset lies: a `#` there is text and begins no comment. */
export function scalarFinder(roots: readonly (Node | undefined)[]): (offset: number) => Scalar | undefined {
  const ordered = roots.flatMap(scalarsOf).sort((a, b) => a.start - b.start)
  const starts = ordered.map(({ start }) => start)
  return (offset) => {
    const scalar = ordered[placeAt(starts, offset).line - 1]
    return scalar !== undefined && scalar.start <= offset && offset < scalar.end ? scalar : undefined
  }
}

export function insideScalars(roots: readonly (Node | undefined)[]): (offset: number) => boolean {
  const scalarAt = scalarFinder(roots)
  return (offset) => scalarAt(offset) !== undefined
}

/** The comments of a text, from `#` to the end of the line. */
export function commentsIn(text: string, roots: readonly (Node | undefined)[]): readonly Span[] {
  if (!text.includes('#')) return []
  const inScalar = insideScalars(roots)
  return [...text.matchAll(/(?<=^\ufeff?|[ \t])#[^\r\n]*/gm)]
    .filter(({ index }) => !inScalar(index))
    .map((match) => ({ start: match.index, end: match.index + match[0].length }))
}
