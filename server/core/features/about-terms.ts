import { dateWords } from '../schema/dates.ts'
import { formerly } from '../schema/existence.ts'
import { rangeWords } from '../schema/likelihood.ts'
import { countryName } from '../schema/names.ts'
import type { Vocabulary } from '../schema/vocabulary.ts'
import type { Country, EngagementType, Organization, Profile, Scale, ScaleTerm, Term } from '../schema/vocabulary-types.ts'
import { counted, listed } from '../text/words.ts'
import { code, facts, paragraphs, plain, sourceLine } from './markdown.ts'

/** What an entry of a vocabulary means, and who says so. */
export function aboutTerm(term: Term): string {
  return paragraphs(
    `**${plain(term.label)}** (${code(term.id)})`,
    plain(term.definition),
    term.note && plain(term.note),
    alsoCalled([...term.abbreviations, ...term.aliases]),
    sourceLine(term.source, term.asOf),
  )
}

function alsoCalled(names: readonly string[]): string | undefined {
  return names.length === 0 ? undefined : `Also called ${listed(names.map(plain))}.`
}

export function aboutType(type: EngagementType): string {
  const parts = type.block.length > 0 ? `Needs ${listed(type.block.map(code))}.` : undefined
  const also = type.also.length > 0 ? `May have ${listed(type.also.map(code))}.` : undefined
  return paragraphs(
    `**${plain(type.label)}** (${code(type.id)})`,
    plain(type.definition),
    [parts, also].filter(Boolean).join(' '),
    sourceLine(type.source, type.asOf),
  )
}

export function aboutCountry(country: Country, vocabulary: Vocabulary, naming: string): string {
  const name = countryName(country, vocabulary, naming)
  const codes = [country.code, country.alpha2].filter((c) => c !== undefined).map(code)
  return paragraphs(
    `**${plain(name)}** (${codes.join(', ')})`,
    facts([
      country.official && country.official !== name ? `Officially ${plain(country.official)}` : undefined,
      country.native.length > 0 ? `In its own words: ${country.native.map(plain).join(', ')}` : undefined,
      country.region && plain(country.region.name),
      country.kind === 'territory' ? 'A territory, no State of its own' : undefined,
      lifeOf(country),
      formerNames(country, vocabulary),
    ]),
    country.note && plain(country.note),
    sourceLine(country.source, country.asOf),
  )
}

function lifeOf({ kind, from, to }: Country): string | undefined {
  const since = from === undefined ? undefined : `from ${dateWords(from)}`
  const until = to === undefined ? undefined : `until ${dateWords(to)}`
  const life = [since, until].filter(Boolean).join(' ')
  if (life === '') return undefined
  return kind === 'former' ? `A former State: its code holds ${life}` : `Its code holds ${life}`
}

function formerNames(country: Country, { countries }: Vocabulary): string | undefined {
  const names = formerly(country, countries.entries.values()).map((former) => `${plain(former.name)} (${code(former.code)})`)
  return names.length > 0 ? `Formerly ${listed(names)}` : undefined
}

export function aboutOrganization(body: Organization, vocabulary: Vocabulary, naming: string): string {
  const seat = body.headquarters === undefined ? undefined : vocabulary.countries.get(body.headquarters)
  return paragraphs(
    `**${plain(body.name)}** (${[...body.abbreviations.filter((a) => a !== body.id).map(plain), code(body.id)].join(', ')})`,
    plain(body.definition),
    facts([
      body.kind === '' ? undefined : `Kind: ${body.kind.replaceAll('-', ' ')}`,
      body.founded &&
        `Founded ${dateWords(body.founded)}${body.predecessor ? `, after the ${plain(body.predecessor.name)} of ${dateWords(body.predecessor.from)}` : ''}`,
      body.dissolved && `Dissolved ${dateWords(body.dissolved)}`,
      seat && `Seat: ${plain(countryName(seat, vocabulary, naming))}`,
      memberLine(body),
    ]),
    body.note && plain(body.note),
    sourceLine(body.source, body.asOf),
  )
}

function memberLine(body: Organization): string {
  const term = `A member is called ${/^[AEIOU]/i.test(body.memberTerm) ? 'an' : 'a'} ${plain(body.memberTerm)}`
  if (!body.members && body.count === undefined) return `${term}; no list of members is held here`
  if (body.dissolved !== undefined) return `${term}; ${counted(Object.keys(body.members ?? {}).length, 'State')} belonged to it`
  const count = body.count ?? Object.keys(body.members ?? {}).length
  return `${term}; ${counted(count, 'member')} as of ${dateWords(body.asOf)}`
}

export function aboutProfile(profile: Profile): string {
  return paragraphs(
    `**${plain(profile.label)}** (${code(profile.id)})`,
    plain(profile.definition),
    facts([
      `Needs, in this order: ${listed(profile.required.map(code))}`,
      profile.never.length > 0 ? `Never has ${listed(profile.never.map(code))}` : undefined,
      `At most ${counted(profile.words.bluf, 'word')} in ${code('bluf')} and ${counted(profile.words.whole, 'word')} in all`,
    ]),
    sourceLine(profile.source, profile.asOf),
  )
}

export function aboutLikelihood(term: ScaleTerm, scale: Scale): string {
  return paragraphs(
    `**${plain(term.term)}**: ${rangeWords(term)}`,
    alsoCalled(term.aliases),
    `Scale: ${plain(scale.label)}.`,
    sourceLine(scale.source, scale.asOf),
  )
}

export function aboutScale(scale: Scale): string {
  return paragraphs(aboutTerm(scale), facts(scale.terms.map((t) => `${plain(t.term)}: ${rangeWords(t)}`)))
}
