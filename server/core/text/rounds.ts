import type { Edit, Span } from './span.ts'

/** A stretch of the first text that is still there, or words that came in since. */
type Piece = { readonly kept: Span } | { readonly added: string }

/**
 * Rounds of edits, each made on the text that the one before it left, as edits
 * of the first text: what the first text held and still holds is not touched.
 */
export function inOneRound(text: string, rounds: readonly (readonly Edit[])[]): readonly Edit[] {
  const whole: readonly Piece[] = [{ kept: { start: 0, end: text.length } }]
  return editsBetween(
    text.length,
    rounds.reduce((pieces, edits) => edited(pieces, edits), whole),
  )
}

/** Of two edits that overlap the one that starts first wins, as `applyEdits` has it. */
function edited(pieces: readonly Piece[], edits: readonly Edit[]): readonly Piece[] {
  const ordered = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
  const result: Piece[] = []
  const source = [...pieces].reverse()
  let at = 0
  const pass = (to: number, keeps: boolean) => {
    for (let piece = source.pop(); piece; piece = source.pop()) {
      const [head, tail] = cut(piece, to - at)
      if (keeps && lengthOf(head) > 0) result.push(head)
      at += lengthOf(head)
      if (lengthOf(tail) === 0) continue
      source.push(tail)
      return
    }
  }
  for (const { span, text } of ordered) {
    if (span.start < at) continue
    pass(span.start, true)
    pass(span.end, false)
    if (text !== '') result.push({ added: text })
  }
  pass(Number.POSITIVE_INFINITY, true)
  return result
}

function cut(piece: Piece, length: number): readonly [Piece, Piece] {
  if ('added' in piece) return [{ added: piece.added.slice(0, length) }, { added: piece.added.slice(length) }]
  const { start, end } = piece.kept
  const middle = Math.min(start + length, end)
  return [{ kept: { start, end: middle } }, { kept: { start: middle, end } }]
}

function lengthOf(piece: Piece): number {
  return 'added' in piece ? piece.added.length : piece.kept.end - piece.kept.start
}

/** What lies between two kept stretches has been replaced by the words between them. */
function editsBetween(length: number, pieces: readonly Piece[]): readonly Edit[] {
  const edits: Edit[] = []
  let end = 0
  let added = ''
  for (const piece of [...pieces, { kept: { start: length, end: length } }]) {
    if ('added' in piece) {
      added += piece.added
      continue
    }
    if (added !== '' || piece.kept.start > end) edits.push({ span: { start: end, end: piece.kept.start }, text: added })
    end = piece.kept.end
    added = ''
  }
  return edits
}
