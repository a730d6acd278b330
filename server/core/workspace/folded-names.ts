import { fold } from '../text/words.ts'

/** The names of a document as `fold` leaves them, and both without their spaces in one. */
export interface FoldedNames {
  readonly id: string
  readonly title: string
  readonly tight: string
}

/** Folds the names of each document once: whoever types a word compares it with all of them at every key. */
export function createFolding(): (entry: { readonly id: string; readonly title: string | undefined }) => FoldedNames {
  const known = new WeakMap<object, FoldedNames>()
  return (entry) => {
    const held = known.get(entry)
    if (held) return held
    const [id, title] = [fold(entry.id), fold(entry.title ?? '')]
    const names = { id, title, tight: `${id} ${title}`.replaceAll(' ', '') }
    known.set(entry, names)
    return names
  }
}
