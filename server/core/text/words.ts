import distance from 'damerau-levenshtein'

/** Folds case, accents, punctuation and spaces, so that "Cote d'Ivoire" and "CÔTE D’IVOIRE" are one. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ı/g, 'i')
    .replace(/ø/g, 'o')
    .replace(/ß/g, 'ss')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** Folds as `fold` does and drops the spaces too: "tabletop", "table top" and "table-top" are one. */
export function foldTight(text: string): string {
  return fold(text).replaceAll(' ', '')
}

/**
 * The candidate nearest to a word, or none when even the nearest is too far off
 * to be a slip of the finger: about one letter in three, at most three. Two
 * letters that changed places count as one slip.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const target = foldTight(word)
  const limit = Math.min(3, Math.max(1, Math.floor(target.length / 3)))
  let best: string | undefined
  let bestDistance = limit + 1
  for (const candidate of candidates) {
    // Folding can only shorten a word or write out a ligature, so most candidates are out before it.
    if (candidate.length < target.length - limit) continue
    const other = foldTight(candidate)
    if (Math.abs(other.length - target.length) > limit) continue
    const d = distance(target, other).steps
    if (d < bestDistance) {
      best = candidate
      bestDistance = d
    }
  }
  return best
}

/** "a", "a and b", "a, b and c". */
export function listed(words: readonly string[], joint = 'and'): string {
  if (words.length < 2) return words.join('')
  return `${words.slice(0, -1).join(', ')} ${joint} ${words.at(-1)}`
}

/** "1 file", "2 files", "no files". */
export function counted(n: number, noun: string, plural = `${noun}s`): string {
  return `${n === 0 ? 'no' : n.toLocaleString('en')} ${n === 1 ? noun : plural}`
}

/** Words as a reader counts them: runs of letters and digits with what joins them inside (hyphens, apostrophes, points). */
export function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}]+(?:[-'’.,/][\p{L}\p{N}]+)*/gu)?.length ?? 0
}
