import { capital, fold } from '../text/words.ts'
import type { Vocabulary } from './vocabulary.ts'
import type { Country, Organization } from './vocabulary-types.ts'

/** The name of a country in the naming profile that the team has chosen. */
export function countryName(country: Country, vocabulary: Vocabulary, naming: string): string {
  const chosen = vocabulary.namingProfiles.get(naming)?.countries ?? {}
  return (Object.hasOwn(chosen, country.code) ? chosen[country.code] : undefined) ?? country.name
}

const articled =
  /^(?:Bahamas|Central African|Comoros|Czech Republic|Democratic|Dominican Republic|Gambia|Holy See|Maldives|Netherlands|Philippines|Republic|Seychelles|Soviet|United)\b|\b(?:Islands|Territory|Zone)$/

/** A country's name within a sentence: "the Philippines", "Japan". */
export function withArticle(name: string): string {
  return articled.test(name) ? `the ${name}` : name
}

/** The same at the beginning of a sentence. */
export function atStart(name: string): string {
  return capital(withArticle(name))
}

/** What people call a body: its abbreviation, else its name. */
export function bodyName(body: Organization): string {
  return body.abbreviations[0] ?? body.name
}

/**
 * "a NATO member", "an OSCE participating State". A body that calls its members
 * partners has members here all the same, since `as: partner` means outsiders.
 */
export function memberOf(body: Organization): string {
  const term = /^(?:participating|Contracting|State) /.test(body.memberTerm) ? body.memberTerm : 'member'
  return `${indefinite(bodyName(body))} ${bodyName(body)} ${term}`
}

/** Spelled letter by letter where it cannot be said as a word: "an SCO member", but "a SEATO member". */
function indefinite(word: string): string {
  return /^[AEIO]/.test(word) || /^[FHLMNRSX](?:[B-DF-HJ-NP-TV-Z]|$)/.test(word) ? 'an' : 'a'
}

/** Today's countries by their folded names, made once where many words are looked for. */
export type FoldedNames = readonly (readonly [country: Country, folded: string])[]

export function foldedNames(countries: Iterable<Country>): FoldedNames {
  return [...countries].filter(({ kind }) => kind !== 'former').map((c) => [c, ` ${fold(c.name)} `])
}

/** The countries that share a name, as Korea and Congo; none where it is that of one, or of too many to choose from. */
export function sharedName(word: string, names: FoldedNames): readonly Country[] {
  const wanted = ` ${fold(word)} `
  const found = wanted.length < 6 ? [] : names.flatMap(([country, name]) => (name.includes(wanted) ? [country] : []))
  return found.length < 2 || found.length > 4 ? [] : found
}
