import { diffLines } from 'diff'
import type { Span } from '../core/index.ts'

/** Texts with more differences share so little that all of the new one counts as changed. */
const mostDifferences = 5000

/**
 * The stretches of a text that were not there before, in its order. Lines end as
 * git has it, with a line feed; how they ended otherwise is no difference, for a
 * checkout may have turned it round.
 */
export function changedSpans(before: string, after: string): readonly Span[] {
  const parts = diffLines(before, after, { stripTrailingCr: true, maxEditLength: mostDifferences })
  if (!parts) return [{ start: 0, end: after.length + 1 }]
  const starts = [0, ...[...after.matchAll(/\n/g)].map(({ index }) => index + 1)]
  const spans: Span[] = []
  let line = 0
  for (const { added, removed, count } of parts) {
    if (removed) continue
    // At the very end of a text stands what is missing there.
    if (added) spans.push({ start: starts[line] ?? after.length, end: starts[line + count] ?? after.length + 1 })
    line += count
  }
  return spans
}

export function touches(spans: readonly Span[], { start, end }: Span): boolean {
  return spans.some((span) => start < span.end && span.start < Math.max(end, start + 1))
}
