/**
 * Lays the hand-kept overlay (schemas/vocab/countries.yaml) over ISO 3166 and the
 * Unicode CLDR. Build time only: it reads the installed packages, writes nothing,
 * and throws at the first fact that two sources or two entries contradict.
 */
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { iso31661, iso31661Reserved, iso31663 } from 'iso-3166'
import { before, isDate } from '../../core/schema/dates.ts'
import type { Country, ReservedCode } from '../../core/schema/vocabulary-types.ts'
import { fold } from '../../core/text/words.ts'

export type { Country }

/** One entry of the overlay file, as parsed. */
export interface CountryOverlay {
  readonly name?: string
  readonly official?: string
  readonly alpha2?: string
  readonly aliases?: readonly string[]
  readonly demonyms?: readonly string[]
  readonly native?: readonly string[]
  readonly kind: Country['kind']
  readonly from?: string
  readonly to?: string
  readonly predecessors?: readonly string[]
  readonly successors?: readonly string[]
  readonly renamed?: true
  readonly note?: string
  readonly source?: string
  readonly as_of?: string
}

/** The overlay file, as parsed. */
export interface CountriesOverlay {
  readonly source: string
  readonly as_of: string
  /** Names that mean two places and therefore become nobody's alias. */
  readonly ambiguous?: readonly string[]
  readonly entries: Readonly<Record<string, CountryOverlay>>
}

export interface CountriesData {
  /** Sorted by code. */
  readonly countries: readonly Country[]
  /** Reserved, not assigned alpha-2 codes: UK -> GBR, SU -> SUN, EU -> no country. */
  readonly reserved: Readonly<Record<string, ReservedCode>>
}

export function buildCountries(overlay: CountriesOverlay): CountriesData {
  if (!overlay.source || !isDate(overlay.as_of)) throw new Error('countries.yaml needs a source and an as_of date for all its entries.')
  const iso = isoNames()
  const entries = new Map(Object.entries(overlay.entries))
  checkEntries(entries, iso)
  const drop = new Set((overlay.ambiguous ?? []).map(fold))
  const countries = [...entries]
    .map(([code, entry]) => country(code, entry, { iso, entries, overlay, drop }))
    .sort((a, b) => (a.code < b.code ? -1 : 1))
  return { countries, reserved: reserved(claimNames(countries)) }
}

interface IsoEntry {
  readonly name: string
  readonly alpha2?: string
}

interface Sources {
  readonly iso: ReadonlyMap<string, IsoEntry>
  readonly entries: ReadonlyMap<string, CountryOverlay>
  readonly overlay: CountriesOverlay
  readonly drop: ReadonlySet<string>
}

function isoNames(): Map<string, IsoEntry> {
  const names = new Map<string, IsoEntry>()
  for (const { from } of iso31663) names.set(from.alpha3, { name: from.name })
  // After the former ones: ATF is in both lists, and the present meaning counts.
  for (const { alpha3, alpha2, name } of iso31661) names.set(alpha3, { name, alpha2 })
  return names
}

function country(code: string, entry: CountryOverlay, sources: Sources): Country {
  const iso = sources.iso.get(code)
  const alpha2 = iso?.alpha2 ?? entry.alpha2
  const english = alpha2 === undefined ? [] : territoryNames('en', alpha2)
  const name = entry.name ?? english[0] ?? iso?.name
  if (name === undefined) throw new Error(`${code} has no name in CLDR or ISO 3166: give it one in countries.yaml.`)
  const region = regionOf(code, sources.entries, alpha2)
  const { official, from, to, predecessors, successors, renamed, note } = entry
  const known = [name, ...(official === undefined ? [] : [official]), code]
  const aliases = [...(entry.aliases ?? []), ...english, ...(iso === undefined ? [] : [iso.name])]
  const native = [...(entry.native ?? []), ...(alpha2 === undefined ? [] : nativeNames(alpha2))]
  return {
    code,
    // None for former codes: most of their two letters now belong to another country.
    ...(alpha2 === undefined ? {} : { alpha2 }),
    name,
    ...(official === undefined ? {} : { official }),
    aliases: distinct(aliases, known).filter((alias) => !sources.drop.has(fold(alias))),
    demonyms: distinct(entry.demonyms ?? [], []),
    native: distinct(native, known),
    ...(region === undefined ? {} : { region }),
    kind: entry.kind,
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(predecessors === undefined ? {} : { predecessors }),
    ...(successors === undefined ? {} : { successors }),
    ...(renamed === undefined ? {} : { renamed }),
    ...(note === undefined ? {} : { note }),
    source: entry.source ?? sources.overlay.source,
    asOf: entry.as_of ?? sources.overlay.as_of,
  }
}

/**
 * Without repeats, and without what `known` holds. Accents count here, unlike in
 * `fold`: "Turkiye" stays beside "Türkiye" for those who match letter by letter.
 */
function distinct(names: readonly string[], known: readonly string[]): string[] {
  const key = (name: string) => name.replace(/[‘’]/g, "'").toLowerCase()
  const seen = new Set(known.map(key))
  return names.filter((name) => {
    if (seen.has(key(name))) return false
    seen.add(key(name))
    return true
  })
}

// CLDR

const load = createRequire(import.meta.url)
const localeFolder = join(dirname(load.resolve('cldr-localenames-full/package.json')), 'main')
const territories = new Map<string, Readonly<Record<string, string>>>()

type TerritoryInfo = Record<string, { languagePopulation?: Record<string, { _officialStatus?: string }> }>
const { territoryInfo } = (load('cldr-core/supplemental/territoryInfo.json') as { supplemental: { territoryInfo: TerritoryInfo } })
  .supplemental

type Containment = Record<string, { _contains?: readonly string[] }>
const { territoryContainment } = (
  load('cldr-core/supplemental/territoryContainment.json') as { supplemental: { territoryContainment: Containment } }
).supplemental

function territoriesIn(locale: string): Readonly<Record<string, string>> {
  const cached = territories.get(locale)
  if (cached !== undefined) return cached
  type File = { main: Record<string, { localeDisplayNames: { territories: Record<string, string> } }> }
  const path = join(localeFolder, locale, 'territories.json')
  // A locale may be in CLDR and still have no names of territories.
  const names = existsSync(path) ? (load(path) as File).main[locale]?.localeDisplayNames.territories : undefined
  territories.set(locale, names ?? {})
  return names ?? {}
}

/** The locale's name of a territory, then its variants and short forms. */
function territoryNames(locale: string, alpha2: string): string[] {
  const names = territoriesIn(locale)
  const main = names[alpha2]
  const others = Object.entries(names).filter(([key]) => key.startsWith(`${alpha2}-alt-`))
  return [...(main === undefined ? [] : [main]), ...others.map(([, name]) => name)]
}

function nativeNames(alpha2: string): string[] {
  return officialLanguages(alpha2).flatMap((language) => {
    const tag = language.replaceAll('_', '-')
    // The country's own variant first: plain Korean calls KP "North Korea".
    const names = { ...territoriesIn(tag), ...territoriesIn(`${tag}-${alpha2}`) }
    // The long form of some names is a gloss ("Hongkong SAR Kina"); a locale that lacks a name repeats the code.
    const name = names[`${alpha2}-alt-short`] ?? names[alpha2]
    return name === undefined || name === alpha2 ? [] : [name]
  })
}

/** Official languages other than English; those official only in practice count where no other is. */
function officialLanguages(alpha2: string): string[] {
  const all = Object.entries(territoryInfo[alpha2]?.languagePopulation ?? {})
  const having = (status: string) => all.filter(([, { _officialStatus }]) => _officialStatus === status).map(([language]) => language)
  const official = having('official')
  return (official.length > 0 ? official : having('de_facto_official')).filter((language) => language !== 'en')
}

/** A former code lies where its first successor lies: its old two letters may mean another place today. */
function regionOf(code: string, entries: ReadonlyMap<string, CountryOverlay>, alpha2?: string): Country['region'] {
  if (alpha2 === undefined) {
    const successor = entries.get(code)?.successors?.[0]
    return successor === undefined ? undefined : regionOf(successor, entries, alpha2Of(successor, entries))
  }
  const m49 = Object.keys(territoryContainment).find((key) => /^\d{3}$/.test(key) && territoryContainment[key]?._contains?.includes(alpha2))
  const name = m49 === undefined ? undefined : territoriesIn('en')[m49]
  return m49 === undefined || name === undefined ? undefined : { m49, name }
}

function alpha2Of(code: string, entries: ReadonlyMap<string, CountryOverlay>): string | undefined {
  return iso31661.find(({ alpha3 }) => alpha3 === code)?.alpha2 ?? entries.get(code)?.alpha2
}

// Reserved codes

/** RC is the road sign of vehicles from Taiwan, but the list gives it as "China": better no guess. */
const unsafeReserved: ReadonlySet<string> = new Set(['RC'])

function reserved(owners: ReadonlyMap<string, string>): CountriesData['reserved'] {
  const entries = iso31661Reserved.map(({ alpha2, name }) => {
    const code = unsafeReserved.has(alpha2) ? undefined : (owners.get(fold(alpha2)) ?? owners.get(fold(name)))
    return [alpha2, { name, ...(code === undefined ? {} : { code }) }] as const
  })
  return Object.fromEntries(entries)
}

// Checks

const fields: Readonly<Record<keyof CountryOverlay, 'text' | 'list' | 'date' | 'kind' | 'true'>> = {
  name: 'text',
  official: 'text',
  alpha2: 'text',
  aliases: 'list',
  demonyms: 'list',
  native: 'list',
  kind: 'kind',
  from: 'date',
  to: 'date',
  predecessors: 'list',
  successors: 'list',
  renamed: 'true',
  note: 'text',
  source: 'text',
  as_of: 'date',
}

function checkEntries(entries: ReadonlyMap<string, CountryOverlay>, iso: ReadonlyMap<string, IsoEntry>): void {
  for (const code of iso.keys()) {
    if (!entries.has(code)) throw new Error(`${code} is in ISO 3166 but has no entry in countries.yaml.`)
  }
  const assigned = new Set(iso31661.map(({ alpha3 }) => alpha3))
  for (const [code, entry] of entries) {
    // An entry with no lines under it parses as null, whatever the type says.
    if (!entry?.kind) throw new Error(`${code} in countries.yaml needs at least a kind: state, territory or former.`)
    for (const [field, value] of Object.entries(entry)) checkField(code, field, value)
    // A code outside ISO, such as XKX, must say so by bringing its own two letters.
    if (!iso.has(code) && entry.alpha2 === undefined) throw new Error(`${code} in countries.yaml is not a code of ISO 3166-1 or 3166-3.`)
    if (iso.has(code) && (entry.kind === 'former') === assigned.has(code))
      throw new Error(`${code}: kind "${entry.kind}" contradicts ISO 3166.`)
    for (const other of [...(entry.predecessors ?? []), ...(entry.successors ?? [])]) {
      if (!entries.has(other)) throw new Error(`${code} names ${other} as predecessor or successor, which is not in countries.yaml.`)
    }
    if (entry.from !== undefined && entry.to !== undefined && before(entry.to, entry.from)) {
      throw new Error(`${code} ends (${entry.to}) before it begins (${entry.from}).`)
    }
  }
}

function checkField(code: string, field: string, value: unknown): void {
  const form = Object.hasOwn(fields, field) ? fields[field as keyof CountryOverlay] : undefined
  const isText = (item: unknown) => typeof item === 'string' && item.trim() === item && item !== ''
  const good = {
    text: () => isText(value),
    list: () => Array.isArray(value) && value.every(isText),
    // A bare year is a number in YAML: it must stand in quotes.
    date: () => typeof value === 'string' && isDate(value),
    kind: () => value === 'state' || value === 'territory' || value === 'former',
    true: () => value === true,
  }
  if (form === undefined) throw new Error(`${code}: countries.yaml has no field "${field}".`)
  if (!good[form]()) throw new Error(`${code}: "${field}" in countries.yaml is not a good ${form}: ${JSON.stringify(value)}.`)
}

/** Which country each name, alias and code belongs to; throws where two claim the same. */
function claimNames(countries: readonly Country[]): Map<string, string> {
  const owners = new Map<string, string>()
  const claim = (name: string, code: string) => {
    const owner = owners.get(fold(name)) ?? code
    if (owner !== code) {
      throw new Error(
        `"${name}" belongs to both ${owner} and ${code}: keep it in one of them in countries.yaml, or list it under "ambiguous".`,
      )
    }
    owners.set(fold(name), code)
  }
  for (const { code, alpha2 } of countries) for (const key of alpha2 === undefined ? [code] : [code, alpha2]) claim(key, code)
  for (const { code, name, official, aliases, renamed } of countries) {
    // The name of a State that merely renamed itself ("Burma") is left to the present code, if that one wants it.
    const own = renamed ? aliases.filter((alias) => alias !== name) : [name, ...(official === undefined ? [] : [official]), ...aliases]
    for (const text of own) claim(text, code)
  }
  for (const { code, name, renamed } of countries) if (renamed && !owners.has(fold(name))) owners.set(fold(name), code)
  return owners
}
