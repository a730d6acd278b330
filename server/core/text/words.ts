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
  const target = folded(word)
  const known = new Map<string, string>()
  for (const candidate of candidates) {
    // Folding can only shorten a word or write out a ligature, so most candidates are out before it.
    if (candidate.length < target.text.length - mostSlips(target)) continue
    const text = foldTight(candidate)
    if (!known.has(text)) known.set(text, candidate)
  }
  const best = nearestFolded(target, Array.from(known.keys(), withLetters))
  return best === undefined ? undefined : known.get(best)
}

/** A word as `foldTight` leaves it, with the set of its letters in bits. */
export interface Folded {
  readonly text: string
  readonly letters: number
}

export function folded(word: string): Folded {
  return withLetters(foldTight(word))
}

/** For a text that is folded already. */
export function withLetters(text: string): Folded {
  let letters = 0
  for (let i = 0; i < text.length; i++) letters |= 1 << (text.charCodeAt(i) & 31)
  return { text, letters }
}

/** The same as `nearest`, for many searches among the same candidates. */
export function nearestFolded(target: Folded, candidates: Iterable<Folded>): string | undefined {
  let best: string | undefined
  let left = mostSlips(target)
  for (const candidate of candidates) {
    if (left < 0) break
    if (!mayBeWithin(left, target, candidate)) continue
    const { steps } = distance(target.text, candidate.text)
    if (steps > left) continue
    best = candidate.text
    left = steps - 1
  }
  return best
}

function mostSlips({ text }: Folded): number {
  return Math.min(3, Math.max(1, Math.floor(text.length / 3)))
}

/** A slip takes away one letter at most and adds one at most; telling so is a hundred times faster than to compare. */
function mayBeWithin(slips: number, a: Folded, b: Folded): boolean {
  if (Math.abs(a.text.length - b.text.length) > slips) return false
  return countBits(a.letters & ~b.letters) <= slips && countBits(b.letters & ~a.letters) <= slips
}

function countBits(bits: number): number {
  let count = 0
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++
  return count
}

/** The first letter as a capital. */
export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** A text in one line, cut between two words where it is longer than that many characters. */
export function shortened(text: string, most: number): string {
  const line = text
    .slice(0, most * 4)
    .replace(/\s+/g, ' ')
    .trim()
  if (line.length <= most && text.length <= most * 4) return line
  const space = line.lastIndexOf(' ', most - 1)
  const cut = line.slice(0, space > most / 2 ? space : most - 1).replace(/[\ud800-\udbff]$/, '')
  return `${cut.replace(/[\s,;:.–-]+$/, '')}…`
}

/** "a", "a and b", "a, b and c". */
export function listed(words: readonly string[], joint = 'and'): string {
  if (words.length < 2) return words.join('')
  return `${words.slice(0, -1).join(', ')} ${joint} ${words.at(-1)}`
}

/** The same of as many as anybody reads. */
export function listedShort(words: readonly string[]): string {
  return words.length <= mostListed ? listed(words) : listed([...words.slice(0, mostListed - 1), `${words.length - mostListed + 1} more`])
}

const mostListed = 20

/** "1 file", "2 files", "no files". */
export function counted(n: number, noun: string, plural = `${noun}s`): string {
  return `${n === 0 ? 'no' : n.toLocaleString('en')} ${n === 1 ? noun : plural}`
}

/** Words as a reader counts them: runs of letters and digits with what joins them inside (hyphens, apostrophes, points). */
export function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}]+(?:[-'’.,/][\p{L}\p{N}]+)*/gu)?.length ?? 0
}
