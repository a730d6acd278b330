import { fold, nearest } from '../text/words.ts'
import type { Choice } from './choice.ts'
import { match, query, restOf } from './matching.ts'

/** A choice that fits what was typed, and by which other name. */
export interface Ranked<T extends Choice> {
  readonly choice: T
  readonly says: string | undefined
  /** How the name by which it was found goes on behind what was typed. */
  readonly rest: string
  /** What was typed is no name of it, but near to one. */
  readonly isGuess?: true
}

export interface Ranking<T extends Choice> {
  readonly items: readonly Ranked<T>[]
  /** An editor that goes by the labels alone would find the same while the writer types on. */
  readonly isFinal: boolean
}

/** More than this nobody reads; typing on brings the rest. */
const most = 300

/** The choices that fit what was typed, the best first; where none does, the one that was most likely meant. */
export function ranked<T extends Choice>(choices: readonly T[], typed: string): Ranking<T> {
  const sought = query(typed)
  const fitting = choices
    .flatMap((choice) => {
      const found = match(sought, choice.names)
      if (!found) return []
      // Whoever types the very code means it, whatever else speaks against it.
      const exact = sought.tight !== '' && found.score === 0 && found.says === undefined
      return [{ choice, found, score: exact ? -1 : found.score + (choice.late ?? 0) }]
    })
    .sort((a, b) => a.score - b.score)
  if (fitting.length === 0 && sought.tight.length >= 4) return { items: misspelt(choices, typed), isFinal: false }
  return {
    items: fitting.slice(0, most).map(({ choice, found }) => ({ choice, says: found.says, rest: restOf(choice.names, typed) })),
    isFinal: fitting.length <= most && choices.every(isFoundByLabel),
  }
}

function isFoundByLabel({ label, names }: Choice): boolean {
  return names.every(({ text }) => text === '' || text.toLowerCase() === label.toLowerCase())
}

/** Few people mistake the first letter, and a guess across it puts a word into the writer's mouth. */
function misspelt<T extends Choice>(choices: readonly T[], typed: string): readonly Ranked<T>[] {
  const first = fold(typed).charAt(0)
  const byName = new Map(
    choices.flatMap((choice) => choice.names.filter(({ text }) => fold(text).startsWith(first)).map(({ text }) => [text, choice] as const)),
  )
  const meant = byName.get(nearest(typed, byName.keys()) ?? '')
  return meant ? [{ choice: meant, says: 'the nearest spelling', rest: '', isGuess: true }] : []
}
