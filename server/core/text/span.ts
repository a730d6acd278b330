/** A stretch of a text: offsets in UTF-16 units, `end` exclusive. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** Replace what stands in `span` by `text`. */
export interface Edit {
  readonly span: Span
  readonly text: string
}

/**
 * Applies edits to a text. Edits may come in any order; of two that overlap the
 * one that starts first wins, so the result never mixes halves of two edits.
 */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const ordered = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
  let result = ''
  let done = 0
  for (const { span, text: insert } of ordered) {
    if (span.start < done) continue
    result += text.slice(done, span.start) + insert
    done = span.end
  }
  return result + text.slice(done)
}

export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end
}
