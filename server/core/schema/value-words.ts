import { countryName as nameOf } from './names.ts'
import type { Schema } from './schema.ts'
import { lexiconOf, type Vocabulary } from './vocabulary.ts'

/** Whose words are printed: those of the vocabulary, and the names of places that the workspace has chosen. */
export interface Words {
  readonly vocabulary: Vocabulary
  readonly naming: string
}

/** The name of a country as the house has it; a code that names none stays as it was typed. */
export function countryName({ vocabulary, naming }: Words, code: string): string {
  const country = vocabulary.countries.get(code)
  return country ? nameOf(country, vocabulary, naming) : code
}

/** The name of an organization with the abbreviation by which readers know it. */
export function organizationName(words: Words, id: string): string {
  const found = words.vocabulary.organizations.get(id)
  if (!found) return id
  const [short] = found.abbreviations
  return short === undefined || found.name.includes(short) ? found.name : `${found.name} (${short})`
}

/** Whoever acts or speaks: a country, an organization, or a name of its own. */
export function actorName(words: Words, actor: string): string {
  if (words.vocabulary.countries.get(actor)) return countryName(words, actor)
  return organizationName(words, actor)
}

/** The printed form of a word of an enumeration or a vocabulary; undefined where the schema knows none. */
export function labelOf(words: Words, schema: Schema, value: string): string | undefined {
  const { 'x-enumeration': enumeration, 'x-vocabulary': vocabulary } = schema
  if (enumeration !== undefined) return enumerationLabel(words, enumeration, value)
  if (vocabulary === 'countries') return countryName(words, value)
  if (vocabulary === 'organizations') return organizationName(words, value)
  const entry = lexiconOf(words.vocabulary, vocabulary)?.get(value)
  return entry && 'label' in entry ? String(entry.label) : undefined
}

export function enumerationLabel({ vocabulary }: Words, enumeration: string, id: string): string {
  return labelIn(vocabulary, enumeration, id)
}

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
