import { CompletionItemKind } from 'vscode-languageserver-types'
import { existenceOf, formerly } from '../schema/existence.ts'
import { membershipOn } from '../schema/membership.ts'
import { countryName } from '../schema/names.ts'
import type { Country, Organization, Term } from '../schema/vocabulary-types.ts'
import { fold } from '../text/words.ts'
import type { Choice } from './choice.ts'
import { alias, type Name } from './matching.ts'
import { participantCodes, type Scene, timeOf } from './scene.ts'
import type { Topic } from './topic.ts'

/** Every country, by all the names that people use; what did not exist on the dates comes last. */
export function countryChoices(scene: Scene, among: 'participants' | 'any'): readonly Choice[] {
  const { vocabulary, naming } = scene
  const all = [...vocabulary.countries.entries.values()]
  const renamed = all.filter((country) => country.renamed)
  const taken = new Set(among === 'participants' ? participantCodes(scene) : [])
  const time = timeOf(scene)
  const choices = all.map((country): Choice => {
    const label = countryName(country, vocabulary, naming)
    const undated = country.kind === 'former' && country.to === undefined
    const gone = undated || (time ? existenceOf(country, time) !== 'existed' : country.renamed === true)
    const late = (gone ? 20 : 0) + (taken.has(country.code) ? 11 : 0) + (country.kind === 'state' ? 0 : 1)
    return {
      text: country.code,
      label,
      code: country.code,
      names: countryWords(country, label, formerly(country, renamed)),
      kind: CompletionItemKind.EnumMember,
      late,
      topic: { is: 'country', id: country.code },
    }
  })
  const order = new Map(choices.map(({ text, label }) => [text, fold(label)]))
  return choices.sort((a, b) => ((order.get(a.text) ?? '') < (order.get(b.text) ?? '') ? -1 : 1))
}

function countryWords(country: Country, label: string, former: readonly Country[]): readonly Name[] {
  const old = new Map(former.flatMap((f) => [f.name, f.official ?? '']).map((name) => [fold(name), name]))
  const aliasOrOld = (text: string): Name => {
    const former = old.get(fold(text))
    return former === undefined ? alias(text) : { text, as: 'alias', says: `formerly ${former}` }
  }
  return [
    { text: country.code, as: 'code' },
    { text: label, as: 'name' },
    ...(country.alpha2 ? [{ text: country.alpha2, as: 'code', says: `two-letter code ${country.alpha2}` } as const] : []),
    ...(country.name === label ? [] : [{ text: country.name, as: 'alias', says: `also ${country.name}` } as const]),
    ...(country.official ? [{ text: country.official, as: 'alias', says: `officially ${country.official}` } as const] : []),
    ...[...old.values()].filter((name) => name !== '').map((text): Name => ({ text, as: 'alias', says: `formerly ${text}` })),
    ...country.native.map((text): Name => ({ text, as: 'alias', says: `${text} in its own words` })),
    ...country.demonyms.map((text): Name => ({ text, as: country.kind === 'state' ? 'demonym' : 'alias', says: text })),
    ...country.aliases.map(aliasOrOld),
  ]
}

/** Organizations, those first to which more of the participants belonged on the dates. */
export function organizationChoices(scene: Scene): readonly Choice[] {
  const { vocabulary } = scene
  const share = shareOfMembers(scene)
  return [...vocabulary.organizations.entries.values()].map((body: Organization) => ({
    text: body.id,
    label: body.name,
    code: body.id,
    names: [
      { text: body.id, as: 'code' },
      { text: body.name, as: 'name' },
      ...body.abbreviations.map((text): Name => ({ text, as: 'code' })),
      ...body.aliases.map(alias),
    ],
    kind: CompletionItemKind.EnumMember,
    late: (body.dissolved === undefined ? 0 : 0.5) + (1 - share(body)) * 0.4,
    ...(body.dissolved === undefined ? {} : { detail: `${body.id}, until ${body.dissolved}` }),
    topic: { is: 'organization', id: body.id },
  }))
}

/** Which part of the States that take part in this engagement belongs to a body on its dates, from 0 to 1. */
function shareOfMembers(scene: Scene): (body: Organization) => number {
  const codes = [...new Set(participantCodes(scene))]
  const when = timeOf(scene)
  if (!when || codes.length === 0) return () => 0
  return (body) => codes.filter((code) => membershipOn(body, code, when).answer === 'member').length / codes.length
}

/** Words of a vocabulary or an enumeration, in its own order. */
export function termChoices<T extends Term>(
  terms: Iterable<T>,
  topicOf: (id: string) => Topic,
  late: (term: T) => number = () => 0,
): readonly Choice[] {
  return [...terms].map((term) => ({
    text: term.id,
    label: term.label,
    code: term.id,
    names: [{ text: term.id, as: 'code' }, { text: term.label, as: 'name' }, ...[...term.abbreviations, ...term.aliases].map(alias)],
    kind: CompletionItemKind.EnumMember,
    late: late(term),
    topic: topicOf(term.id),
  }))
}

/** Words that the schema alone lists. */
export function wordChoices(words: readonly unknown[], descriptions: readonly string[] = []): readonly Choice[] {
  return words.map((word, i) => ({
    text: String(word),
    ...(typeof word === 'string' ? {} : { asIs: true as const }),
    label: String(word),
    names: [{ text: String(word), as: 'code' }],
    kind: typeof word === 'boolean' ? CompletionItemKind.Constant : CompletionItemKind.EnumMember,
    topic: { is: 'word', id: String(word), ...(descriptions[i] ? { says: descriptions[i] } : {}) },
  }))
}
