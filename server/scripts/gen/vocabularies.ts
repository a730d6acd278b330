import type { BuiltIn, Group } from '../../core/schema/built-in.ts'
import {
  type Defaults,
  engagementType,
  exerciseFocus,
  exerciseForm,
  isTemporal,
  organization,
  type RawEntry,
  term,
} from '../../core/schema/entries.ts'
import type { ConfidenceMeasure, EnumerationEntry, Handling, Profile, Scale } from '../../core/schema/vocabulary-types.ts'
import { buildCountries, type CountriesOverlay } from './countries.ts'
import { asMap, asText, asTexts, type Raw, readYaml } from './read.ts'

const folder = 'schemas/vocab'

/** All built-in vocabularies, from the data files. */
export function buildVocabularies(): BuiltIn {
  const { countries, reserved } = buildCountries(readYaml(`${folder}/countries.yaml`) as unknown as CountriesOverlay)
  const types = readYaml(`${folder}/engagement-types.yaml`)
  const forms = readYaml(`${folder}/exercise-forms.yaml`)
  const foci = readYaml(`${folder}/exercise-foci.yaml`)
  const naming = readYaml(`${folder}/naming.yaml`)
  return {
    countries,
    reserved,
    organizations: entries(readYaml(`${folder}/organizations.yaml`), organization),
    engagementTypes: entries(types, engagementType),
    engagementGroups: groups(types['groups']),
    exerciseForms: entries(forms, exerciseForm),
    exerciseClasses: groups(forms['classes']),
    exerciseFoci: entries(foci, exerciseFocus),
    exerciseGroups: groups(foci['groups']),
    enumerations: enumerations(),
    profiles: entries(readYaml(`${folder}/profiles.yaml`), profile),
    scales: entries(readYaml(`${folder}/scales.yaml`), scale),
    handling: handling(),
    namingProfiles: entries(naming, (id, raw, defaults) => ({ ...term(id, raw, defaults), countries: textMap(raw['countries']) })),
    ...severalNames(naming),
    phraseLists: entries(readYaml(`${folder}/words.yaml`), (id, raw, defaults) => ({
      ...term(id, raw, defaults),
      language: asText(raw['language'] ?? 'en', `${id}.language`),
      phrases: textMap(raw['phrases']),
      allowed: asTexts(raw['allowed']),
    })),
    confidenceMeasures: entries(readYaml(`${folder}/arms-control.yaml`), confidenceMeasure),
  }
}

function severalNames(naming: Raw): Pick<BuiltIn, 'places' | 'namedStates'> {
  return {
    places: Object.entries(asMap(naming['places'] ?? {}, 'places')).map(([id, raw]) => ({
      id,
      names: asTexts(raw['names']),
      preferred: textMap(raw['preferred']),
      ambiguous: asTexts(raw['ambiguous']),
    })),
    namedStates: Object.entries(asMap(naming['states'] ?? {}, 'states')).map(([code, raw]) => ({
      code,
      names: asTexts(raw['names']),
      until: textMap(raw['until']),
    })),
  }
}

function entries<T>(file: Record<string, unknown>, read: (id: string, raw: RawEntry, defaults: Defaults) => T): T[] {
  return entriesOf(file['entries'], defaultsOf(file), read)
}

function entriesOf<T>(map: unknown, defaults: Defaults, read: (id: string, raw: RawEntry, defaults: Defaults) => T): T[] {
  return Object.entries(asMap(map, 'entries')).map(([id, raw]) => read(id, raw, defaults))
}

function defaultsOf(raw: Raw, outer?: Defaults): Defaults {
  return { source: asText(raw['source'] ?? outer?.source ?? '', 'source'), asOf: asText(raw['as_of'] ?? outer?.asOf ?? '', 'as_of') }
}

function groups(map: unknown): Group[] {
  return Object.entries(asMap(map, 'groups')).map(([id, raw]) => ({
    id,
    label: asText(raw['label'], `${id}.label`),
    definition: asText(raw['definition'], `${id}.definition`),
    ...(raw['risks'] === undefined ? {} : { risks: asTexts(raw['risks']) }),
  }))
}

function enumerations(): Record<string, EnumerationEntry[]> {
  const file = readYaml(`${folder}/enumerations.yaml`)
  const defaults = defaultsOf(file)
  const read = (id: string, raw: RawEntry, from: Defaults): EnumerationEntry => {
    const temporal = asTexts(raw['temporal']).filter(isTemporal)
    return temporal.length > 0 ? { ...term(id, raw, from), temporal } : term(id, raw, from)
  }
  return Object.fromEntries(
    Object.entries(asMap(file['enumerations'], 'enumerations')).map(([id, raw]) => [
      id,
      entriesOf(raw['entries'], defaultsOf(raw, defaults), read),
    ]),
  )
}

function profile(id: string, raw: RawEntry, defaults: Defaults): Profile {
  const words = asMap({ words: raw['words'] }, id)['words'] ?? {}
  return {
    ...term(id, raw, defaults),
    required: asTexts(raw['required']),
    never: asTexts(raw['never']),
    words: { bluf: Number(words['bluf']), whole: Number(words['whole']) },
  }
}

function confidenceMeasure(id: string, raw: RawEntry, defaults: Defaults): ConfidenceMeasure {
  const { notification, observation } = asMap({ notification: raw['notification'], observation: raw['observation'] }, id)
  return {
    ...term(id, raw, defaults),
    since: asText(raw['since'], `${id}.since`),
    zone: asTexts(raw['zone']),
    notification: { troops: Number(notification?.['troops']), days: Number(notification?.['days']) },
    observation: { troops: Number(observation?.['troops']) },
  }
}

function scale(id: string, raw: RawEntry, defaults: Defaults): Scale {
  const terms = (raw['terms'] as readonly Raw[]).map((t) => ({
    term: asText(t['term'], `${id}.term`),
    from: Number(t['from']),
    to: Number(t['to']),
    ...(t['to_excluded'] === true ? { toExcluded: true as const } : {}),
    aliases: asTexts(t['aliases']),
  }))
  return { ...term(id, raw, defaults), terms }
}

function handling(): Handling {
  const file = readYaml(`${folder}/handling.yaml`)
  const { source, asOf } = defaultsOf(file)
  const tlp = Object.entries(asMap(file['tlp'], 'tlp')).map(([key, raw]) => ({
    label: asText(raw['label'] ?? key, key),
    definition: asText(raw['definition'], `${key}.definition`),
    rank: Number(raw['rank']),
    colour: asText(raw['colour'], `${key}.colour`),
  }))
  const markings = listOrMap(file['schemes']).map(([key, raw]) => ({
    label: asText(raw['label'] ?? key, key),
    scheme: asText(raw['scheme'], `${key}.scheme`),
    level: asText(raw['level'], `${key}.level`) as 'open' | 'restricted' | 'classified',
    rank: Number(raw['rank']),
    aliases: [...asTexts(raw['aliases']), ...asTexts(raw['spellings'])],
    ...(raw['replaced_by'] ? { replacement: asText(raw['replaced_by'], key) } : {}),
  }))
  const patterns = (file['patterns'] as readonly Raw[]).map((p) => ({
    pattern: asText(p['pattern'], 'pattern'),
    meaning: asText(p['meaning'], 'meaning'),
  }))
  return { source, asOf, tlp, legacy: textMap(file['legacy']), markings, patterns }
}

function listOrMap(value: unknown): [string, Raw][] {
  return Array.isArray(value) ? value.map((raw: Raw) => ['', raw]) : Object.entries(asMap(value, 'schemes'))
}

function textMap(value: unknown): Record<string, string> {
  return Object.fromEntries(Object.entries((value ?? {}) as Raw).map(([key, text]) => [key, asText(text, key)]))
}
