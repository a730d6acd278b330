import { fold } from '../text/words.ts'
import type { Lexicon } from './lexicon.ts'
import type { Scale, ScaleTerm } from './vocabulary-types.ts'

/** The term of a scale that a word stands for: the term itself, or another form of it that the scale prints. */
export function termNamed(scale: Scale, word: string): ScaleTerm | undefined {
  const key = fold(word)
  return scale.terms.find((t) => [t.term, ...t.aliases].some((name) => fold(name) === key))
}

/** The same on the scale in use, else on the first that has it: a term of another scale still stands for a range. */
export function termOnScales(
  scales: Lexicon<Scale>,
  inUse: string,
  word: string,
): { readonly term: ScaleTerm; readonly scale: Scale } | undefined {
  const own = scales.get(inUse)
  for (const scale of [...(own ? [own] : []), ...scales.entries.values()]) {
    const term = termNamed(scale, word)
    if (term) return { term, scale }
  }
  return undefined
}

export function termHolds({ from, to, toExcluded }: ScaleTerm, percent: number): boolean {
  return from <= percent && (toExcluded ? percent < to : percent <= to)
}

/** "55 to 80 per cent", "40 to less than 50 per cent". */
export function rangeWords({ from, to, toExcluded }: ScaleTerm): string {
  return `${from} to ${toExcluded ? 'less than ' : ''}${to} per cent`
}
