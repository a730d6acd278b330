import type { EngagementType, ExerciseFocus, ExerciseForm, Interval, Organization, Suspension, Temporal, Term } from './vocabulary-types.ts'

/**
 * Reads vocabulary entries as they stand in a file. The built-in files and a
 * team's own have the same form, so both come through here; what is missing or
 * of the wrong type is left out, because the schema has already said so.
 */
export type RawEntry = Readonly<Record<string, unknown>>

export interface Defaults {
  readonly source: string
  readonly asOf: string
}

export function term(id: string, raw: RawEntry, defaults: Defaults): Term {
  const note = text(raw['note'])
  return {
    id,
    label: text(raw['label']) ?? text(raw['name']) ?? id,
    definition: text(raw['definition']) ?? '',
    abbreviations: texts(raw['abbreviations']),
    aliases: texts(raw['aliases']),
    ...(note ? { note } : {}),
    source: text(raw['source']) ?? defaults.source,
    asOf: text(raw['as_of']) ?? defaults.asOf,
  }
}

export function engagementType(id: string, raw: RawEntry, defaults: Defaults): EngagementType {
  const parties = raw['parties']
  return {
    ...term(id, raw, defaults),
    group: text(raw['group']) ?? '',
    temporal: texts(raw['temporal']).filter(isTemporal),
    block: texts(raw['block']),
    also: texts(raw['also']),
    parties: Number.isInteger(Number(parties ?? 2)) ? Number(parties ?? 2) : 2,
    ...(raw['host'] === true ? { host: true as const } : {}),
  }
}

export function isTemporal(value: string): value is Temporal {
  return value === 'event' || value === 'instrument' || value === 'standing'
}

export function exerciseForm(id: string, raw: RawEntry, defaults: Defaults): ExerciseForm {
  return { ...term(id, raw, defaults), class: text(raw['class']) ?? '' }
}

export function exerciseFocus(id: string, raw: RawEntry, defaults: Defaults): ExerciseFocus {
  return { ...term(id, raw, defaults), group: text(raw['group']) ?? '' }
}

export function organization(id: string, raw: RawEntry, defaults: Defaults): Organization {
  const { label, definition, abbreviations, aliases, note, source, asOf } = term(id, raw, defaults)
  const confidence = raw['confidence']
  const optional = {
    founded: text(raw['founded']),
    dissolved: text(raw['dissolved']),
    headquarters: text(raw['headquarters']),
    predecessor: predecessor(raw['predecessor']),
    count: typeof raw['count'] === 'number' ? raw['count'] : undefined,
    unsettled: isMap(raw['unsettled']) ? mapValues(raw['unsettled'], intervals) : undefined,
    members: isMap(raw['members']) ? mapValues(raw['members'], intervals) : undefined,
    note,
  }
  return {
    id,
    name: label,
    abbreviations,
    aliases,
    kind: text(raw['kind']) ?? '',
    definition,
    memberTerm: text(raw['member_term']) ?? 'member',
    confidence: confidence === 'high' || confidence === 'medium' ? confidence : 'low',
    asOf,
    suspensions: isMap(raw['suspensions']) ? mapValues(raw['suspensions'], suspensions) : {},
    organizations: texts(raw['organizations']),
    source,
    ...(Object.fromEntries(Object.entries(optional).filter(([, v]) => v !== undefined)) as object),
  }
}

function predecessor(value: unknown): Organization['predecessor'] | undefined {
  if (!isMap(value)) return undefined
  const name = text(value['name'])
  const from = text(value['from'])
  return name && from ? { name, from } : undefined
}

/** `1949-04-04` (since), `"1973-01-01/2020-01-31"`, or a list of these. */
function intervals(value: unknown): readonly Interval[] {
  const parts = Array.isArray(value) ? value : [value]
  return parts.flatMap((part) => {
    const [from, to] = (text(part) ?? '').split('/')
    return from ? [to ? { from, to } : { from }] : []
  })
}

function suspensions(value: unknown): readonly Suspension[] {
  const parts = Array.isArray(value) ? value : [value]
  return parts.filter(isMap).flatMap((part) => {
    const from = text(part['from'])
    const to = text(part['to'])
    const nature = text(part['nature'])
    if (!from) return []
    return [
      { from, ...(to ? { to } : {}), ...(nature ? { nature } : {}), ...(part['contested'] === true ? { contested: true as const } : {}) },
    ]
  })
}

function mapValues<T>(map: RawEntry, read: (value: unknown) => T): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, read(value)]))
}

export function isMap(value: unknown): value is RawEntry {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined
}

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.flatMap((item) => text(item) ?? []) : []
}
