import { fold } from '../text/words.ts'
import type { Scale, ScaleTerm } from './vocabulary-types.ts'

/** The term of a scale that a word stands for: the term itself, or another form of it that the scale prints. */
export function termNamed(scale: Scale, word: string): ScaleTerm | undefined {
  const key = fold(word)
  return scale.terms.find((t) => [t.term, ...t.aliases].some((name) => fold(name) === key))
}

export function termHolds({ from, to, toExcluded }: ScaleTerm, percent: number): boolean {
  return from <= percent && (toExcluded ? percent < to : percent <= to)
}

/** "55 to 80 per cent", "40 to less than 50 per cent". */
export function rangeWords({ from, to, toExcluded }: ScaleTerm): string {
  return `${from} to ${toExcluded ? 'less than ' : ''}${to} per cent`
}
