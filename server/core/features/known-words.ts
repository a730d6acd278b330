import { lexiconOf, type Vocabulary } from '../schema/vocabulary.ts'
import type { Name } from '../workspace/mentions.ts'

/** The vocabulary in which the words of a kind stand. */
const vocabularies: Readonly<Partial<Record<Name['kind'], string>>> = {
  country: 'countries',
  organization: 'organizations',
  'engagement-type': 'engagement-types',
  'exercise-form': 'exercise-forms',
  'exercise-focus': 'exercise-foci',
  profile: 'profiles',
  scale: 'scales',
  naming: 'naming',
}

export function isWordOf(vocabulary: Vocabulary, { kind, id }: Name): boolean {
  return lexiconOf(vocabulary, vocabularies[kind])?.get(id) !== undefined
}

/** False as well for names of a kind for which there is no vocabulary. */
export function isUnknownWord(vocabulary: Vocabulary, { kind, id }: Pick<Name, 'kind' | 'id'>): boolean {
  const words = lexiconOf(vocabulary, vocabularies[kind])
  return words !== undefined && words.get(id) === undefined
}
