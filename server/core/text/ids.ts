import { fold, foldTight, nearest } from './words.ts'

/** Whether a text has the form of an id: small letters, digits and single hyphens. */
export function isId(text: string): boolean {
  return /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(text)
}

/**
 * A text in the form of an id: "RIMPAC 2024" -> "rimpac-2024". None where letters
 * would be lost on the way, as with another script.
 */
export function kebab(text: string): string | undefined {
  const id = fold(text).replaceAll(' ', '-')
  return isId(id) ? id : undefined
}

/** Why a text cannot be an id, in words for the person who wrote it. */
export function notAnId(text: string): string {
  return `"${text}" cannot be an id: ids have small letters, digits and hyphens only, so that references and file names hold on every system.`
}

/** The id that a word was meant to be. `same`: the two differ in case, spaces, hyphens and accents only. */
export interface Near {
  readonly id: string
  readonly same: boolean
}

/**
 * A search for the id nearest to a word. Other figures at the end are another
 * thing, not a slip of the finger: c2 is not c1, and rimpac-2022 is not
 * rimpac-2024. Figures left out of a year or put in another order are: cnn24 and
 * cnn2042 are cnn2024. The ids are asked for at the first search only. After a
 * million comparisons it finds nothing more: a file with so many dead references
 * has another trouble than spelling.
 */
export function idFinder(candidates: () => readonly Candidate[]): (word: string) => Near | undefined {
  let known: readonly Candidate[] | undefined
  let compared = 0
  return (word) => {
    known ??= candidates()
    compared += known.length
    if (compared > mostComparisons) return undefined
    const meant = candidate(word)
    const equal = known.filter(({ tight }) => tight === meant.tight)
    if (equal[0] && equal.length === 1) return { id: equal[0].id, same: true }
    const near = known.filter((other) => sameFigures(meant.figures, other.figures) && sameStem(meant.stem, other.stem)).map(({ id }) => id)
    const id = nearest(word, near) ?? (near.length === 1 ? near[0] : undefined)
    return id === undefined ? undefined : { id, same: false }
  }
}

const mostComparisons = 1_000_000

/** An id made ready to be compared with many words. */
export interface Candidate {
  readonly id: string
  readonly tight: string
  readonly stem: string
  readonly figures: string
}

export function candidate(id: string): Candidate {
  const tight = foldTight(id)
  const figures = /\d*$/.exec(tight)?.[0] ?? ''
  return { id, tight, stem: tight.slice(0, tight.length - figures.length), figures }
}

function sameStem(a: string, b: string): boolean {
  return a === b || (Math.abs(a.length - b.length) <= 3 && nearest(a, [b]) !== undefined)
}

function sameFigures(a: string, b: string): boolean {
  if (a === '' || b === '' || a === b) return true
  if (a.length === b.length) return [...a].sort().join() === [...b].sort().join()
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  return long.length >= 4 && short.length >= 2 && isPartOf(short, long)
}

/** Whether the figures stand in the longer number in the same order. */
function isPartOf(short: string, long: string): boolean {
  let at = -1
  for (const figure of short) {
    at = long.indexOf(figure, at + 1)
    if (at < 0) return false
  }
  return true
}
