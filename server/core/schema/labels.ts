import type { Vocabulary } from './vocabulary.ts'

/** The printed form of a word of an enumeration; one that is not in it stays as it was typed. */
export function labelIn({ builtIn }: Vocabulary, enumeration: string, id: string): string {
  const entries = Object.hasOwn(builtIn.enumerations, enumeration) ? builtIn.enumerations[enumeration] : undefined
  return entries?.find((entry) => entry.id === id)?.label ?? id
}

/** What an Admiralty grade means: "B2: usually reliable, probably true". */
export function gradeLabel(vocabulary: Vocabulary, grade: string): string {
  const [letter = '', figure = ''] = grade
  if (!/^[A-F][1-6]$/.test(grade)) return grade
  const words = [labelIn(vocabulary, 'reliability', letter), labelIn(vocabulary, 'credibility', figure)]
  return `${grade}: ${words.map((word) => word.toLowerCase()).join(', ')}`
}
