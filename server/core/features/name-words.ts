import { type Name, ownerOf } from '../workspace/mentions.ts'

/** What each kind of name stands for, in the words of a writer. */
const nouns: Readonly<Record<Name['kind'], string>> = {
  engagement: 'engagement',
  brief: 'brief',
  source: 'source',
  option: 'option',
  claim: 'claim',
  recommendation: 'recommendation',
  risk: 'risk',
  series: 'series',
  organization: 'organization',
  'engagement-type': 'type of engagement',
  'exercise-form': 'form of exercise',
  'exercise-focus': 'focus of exercise',
  naming: 'naming profile',
  profile: 'profile',
  scale: 'scale of likelihood',
  country: 'country',
  library: 'snippet library',
  snippet: 'snippet',
  copy: 'copy of a snippet',
  param: 'parameter',
  rule: 'rule',
}

export function nounOf({ kind }: Name): string {
  return nouns[kind]
}

/** "an engagement", "a brief". */
export function aNounOf(name: Name): string {
  const noun = nounOf(name)
  return `${/^[aeo]/.test(noun) ? 'an' : 'a'} ${noun}`
}

/** Whose it is, behind its noun: " of the snippet house/note". */
export function ofOwner({ kind, id }: Name): string {
  return kind === 'param' ? ` of the snippet ${ownerOf(id)}` : ''
}

/** What is renamed: a parameter may be written in ways that an id may not. */
export function idWord({ kind }: Name): string {
  return kind === 'param' ? 'name' : 'id'
}
