import { type Folded, folded, foldTight, nearestFolded, withLetters } from '../text/words.ts'

/** Words of one vocabulary, found by id or by any name that people use for them. */
export interface Lexicon<T> {
  readonly entries: ReadonlyMap<string, T>
  /** The entry of exactly this id. */
  readonly get: (id: string) => T | undefined
  /** The id of the entry that a word names, whatever its case, accents and spaces; none where two entries claim it. */
  readonly named: (word: string) => string | undefined
  /** The id nearest to a misspelt word, by id or name. */
  readonly near: (word: string) => string | undefined
}

export function lexicon<T>(entries: ReadonlyMap<string, T>, names: (entry: T) => Iterable<string>): Lexicon<T> {
  let index: ReadonlyMap<string, string> | undefined
  let candidates: readonly Folded[] | undefined
  const byName = () => {
    index ??= nameIndex(entries, names)
    return index
  }
  const searched = new Map<string, string | undefined>()
  return {
    entries,
    get: (id) => entries.get(id),
    named: (word) => byName().get(foldTight(word)),
    near: (word) => {
      if (searched.has(word)) return searched.get(word)
      candidates ??= Array.from(byName().keys(), withLetters)
      const id = byName().get(nearestFolded(folded(word), candidates) ?? '')
      if (searched.size >= mostRemembered) searched.clear()
      searched.set(word, id)
      return id
    },
  }
}

/** A lexicon lives as long as its project, and while somebody types every half of a word is looked for. */
const mostRemembered = 10_000

/** A name that two entries share means neither; an id always means its own entry. */
function nameIndex<T>(entries: ReadonlyMap<string, T>, names: (entry: T) => Iterable<string>): ReadonlyMap<string, string> {
  const index = new Map<string, string>()
  const ambiguous = new Set<string>()
  for (const [id, entry] of entries) {
    for (const name of names(entry)) {
      const key = foldTight(name)
      if (key === '') continue
      if ((index.get(key) ?? id) !== id) ambiguous.add(key)
      index.set(key, id)
    }
  }
  for (const key of ambiguous) index.delete(key)
  for (const id of entries.keys()) index.set(foldTight(id), id)
  return index
}
