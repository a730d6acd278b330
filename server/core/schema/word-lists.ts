import type { Phrase } from './vocabulary-types.ts'

/** A word of a text with its place; in lower case. */
interface TextWord {
  readonly from: number
  readonly to: number
  readonly word: string
}

/** Words and phrases that a check of wording goes by. */
export interface WordList {
  readonly id: string
  /** Of the phrases that ship, as a BCP 47 tag; a team's own count in every language. */
  readonly language: string
  /** The entries in force: what ships, and what teams add, less what they remove; also the phrases in which a word is allowed. */
  readonly phrases: readonly Phrase[]
  /** The places in a text at which one of them stands, in order; of two that begin alike the longer one. */
  readonly find: (text: string, words: readonly TextWord[]) => readonly FoundPhrase[]
}

export interface FoundPhrase {
  readonly phrase: Phrase
  readonly from: number
  readonly to: number
}

/** A list for searching. Entries are found in any case, with any white space between their words. */
export function wordList(id: string, language: string, phrases: readonly Phrase[]): WordList {
  let index: ReadonlyMap<string, readonly Indexed[]> | undefined
  return {
    id,
    language,
    phrases,
    find: (text, words) => {
      index ??= indexOf(phrases)
      return found(index, text, words)
    },
  }
}

interface Indexed {
  readonly phrase: Phrase
  readonly words: readonly string[]
}

/** By the first word; of each the longest first. */
function indexOf(phrases: readonly Phrase[]): ReadonlyMap<string, readonly Indexed[]> {
  const index = new Map<string, Indexed[]>()
  for (const phrase of phrases) {
    const words = phrase.words.toLowerCase().replaceAll('’', "'").split(/\s+/).filter(Boolean)
    const [first] = words
    if (first === undefined) continue
    index.set(
      first,
      [...(index.get(first) ?? []), { phrase, words }].sort((a, b) => b.words.length - a.words.length),
    )
  }
  return index
}

function found(index: ReadonlyMap<string, readonly Indexed[]>, text: string, words: readonly TextWord[]): readonly FoundPhrase[] {
  const result: FoundPhrase[] = []
  for (let at = 0; at < words.length; at++) {
    const first = words[at]
    const entries = first && index.get(first.word)
    // Nearly every word ends here, and there are many words and many lists.
    if (!entries) continue
    const fits = entries.find((entry) => standsAt(entry, text, words, at))
    const last = words[at + (fits?.words.length ?? 0) - 1]
    if (!fits || !last) continue
    if (!fits.phrase.isAllowed) result.push({ phrase: fits.phrase, from: first.from, to: last.to })
    at += fits.words.length - 1
  }
  return result
}

function standsAt(entry: Indexed, text: string, words: readonly TextWord[], at: number): boolean {
  return entry.words.every((word, i) => {
    const [former, here] = [words[at + i - 1], words[at + i]]
    if (here?.word !== word) return false
    return i === 0 || former === undefined || /^\s+$/.test(text.slice(former.to, here.from))
  })
}
