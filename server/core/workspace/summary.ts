import type { Document } from '../model/document.ts'
import type { Field } from '../model/fields.ts'
import { participantStates } from '../model/parties.ts'
import type { Engagement } from '../model/types.generated.ts'
import { find, locate } from '../syntax/locate.ts'
import type { Node } from '../syntax/tree.ts'
import type { Range } from '../text/finding.ts'
import { rangeOf } from '../text/lines.ts'
import type { Path } from '../text/path.ts'
import { bibliographyPlace } from './bibliographies.ts'
import { isLocal, type Mention, mentionsIn, type Name } from './mentions.ts'
import { namedPaths } from './named-paths.ts'
import type { Citation, EngagementFacts, Entry, Summary, TermEntry } from './portfolio.ts'
import { localOf } from './references.ts'

/** What the portfolio keeps of a document, but for its comments. */
export function summarize(
  document: Document,
  fields: readonly Field[],
  root: Node | undefined,
  lines: readonly number[],
): Omit<Summary, 'remarks'> {
  const local = localOf(document, fields, undefined)
  const mentions = fields.flatMap((field) => mentionsIn(document, field, local).map((mention) => ({ field, mention })))
  const rangeAt = (path: Path, on?: 'key') => rangeOf(lines, locate(root, path, on))
  const entry = entryOf(document, root, rangeAt)
  return {
    entries: entry ? [entry] : [],
    terms: mentions.flatMap(({ field, mention }) => termOf(document, field, mention, rangeAt, root) ?? []),
    citations: citationsOf([
      ...mentions.flatMap(({ mention: { role, name } }) => (role === 'reference' ? [name] : [])),
      ...document.copies.flatMap(({ library, snippet, version }): readonly Name[] => [
        // Of a note in a comment the library would not be known otherwise.
        { kind: 'library', id: library },
        ...[`${library}/${snippet}`, `${library}/${snippet}@${version}`].map((id): Name => ({ kind: 'copy', id })),
      ]),
    ]),
    targets: [...new Set(namedPaths(document, fields).flatMap(({ target }) => target ?? []))],
    bibliographies: bibliographiesOf(document),
  }
}

function bibliographiesOf(document: Document): readonly string[] {
  const named = document.kind === 'brief' ? document.model.bibliography : undefined
  const place = named ? bibliographyPlace(document.path, named) : undefined
  return place && 'path' in place ? [place.path] : []
}

type RangeAt = (path: Path, on?: 'key') => Range

function entryOf(document: Document, root: Node | undefined, rangeAt: RangeAt): Entry | undefined {
  if (document.kind !== 'engagement' && document.kind !== 'brief') return undefined
  const { id, title, handling } = document.model
  if (!id) return undefined
  const engagement = document.kind === 'engagement' ? document.model : undefined
  return {
    path: document.path,
    index: document.index,
    kind: document.kind,
    id,
    title,
    type: engagement?.type,
    status: engagement?.status,
    start: engagement?.dates?.start,
    end: engagement?.dates?.end,
    date: document.kind === 'brief' ? document.model.date : engagement?.agreement?.signed,
    tlp: handling?.tlp,
    marking: handling?.marking,
    idRange: rangeAt(['id']),
    tlpRange: rangeAt(handling?.tlp ? ['handling', 'tlp'] : ['id']),
    stage: document.kind === 'brief' ? document.model.stage : undefined,
    engagement: engagement && factsOf(engagement),
    places: placesOf(root, rangeAt),
  }
}

function factsOf({ series, iteration, exercise, agreement, ...engagement }: Engagement): EngagementFacts {
  const { note: _, ...scale } = exercise?.scale ?? {}
  return {
    series,
    iteration,
    countries: [...new Set(participantStates(engagement).map(({ code }) => code))].sort(),
    isComplete: engagement.participants_complete ?? true,
    organizations: [...new Set((engagement.participants ?? []).flatMap(({ organization }) => organization ?? []))].sort(),
    roles: rolesOf(engagement),
    functions: engagement.functions ?? [],
    themes: engagement.themes ?? [],
    spot: spotOf(engagement),
    scale,
    forms: exercise?.form ?? [],
    isLiveFire: exercise?.live_fire ?? false,
    isDisputed: engagement.location?.disputed ?? false,
    agreement: agreement && { signed: agreement.signed, inForce: agreement.in_force, ended: agreement.ended },
  }
}

function rolesOf({ participants = [] }: Pick<Engagement, 'participants'>): Readonly<Record<string, string>> {
  const roles = new Map<string, string>()
  for (const { country, countries = [], organization, role } of participants)
    for (const party of [country, ...countries, organization]) if (party && role && !roles.has(party)) roles.set(party, role)
  return Object.fromEntries(roles)
}

function spotOf({ location }: Pick<Engagement, 'location'>): EngagementFacts['spot'] {
  const { lat, lon } = location?.coordinates ?? {}
  return lat === undefined || lon === undefined ? undefined : { name: location?.places?.[0] ?? location?.area, lat, lon }
}

const factPaths: readonly Path[] = [
  ['dates', 'start'],
  ['dates', 'end'],
  ['exercise', 'scale', 'personnel'],
  ['exercise', 'scale', 'ships'],
  ['exercise', 'scale', 'aircraft'],
  ['exercise', 'scale', 'vehicles'],
  ['agreement', 'signed'],
  ['agreement', 'in_force'],
  ['agreement', 'ended'],
  ['series'],
  ['iteration'],
  ['status'],
  ['stage'],
  ['participants'],
  ['location', 'disputed'],
]

function placesOf(root: Node | undefined, rangeAt: RangeAt): Readonly<Record<string, Range>> {
  const there = factPaths.filter((path) => find(root, path).missing === 0)
  return Object.fromEntries(there.map((path) => [path.join('.'), rangeAt(path)]))
}

/** A word that a vocabulary adds, a library or a snippet. */
function termOf(
  document: Document,
  { path, isKey }: Field,
  { name, role }: Mention,
  rangeAt: RangeAt,
  root: Node | undefined,
): TermEntry | undefined {
  const { kind, id } = name
  if (role !== 'definition' || isLocal(kind) || kind === 'param' || kind === 'engagement' || kind === 'brief') return undefined
  const whole = isKey ? path : path.slice(0, -1)
  return {
    path: document.path,
    index: document.index,
    kind,
    id,
    title: titleAt(root, whole),
    ...(kind === 'snippet' ? snippetAt(document, whole) : {}),
    ...(kind === 'library' ? versionOf(document) : {}),
    idRange: rangeAt(path, isKey ? 'key' : undefined),
  }
}

function snippetAt(document: Document, [, index]: Path): Pick<TermEntry, 'snippet'> {
  const snippet = document.kind === 'snippets' ? document.model.snippets?.[Number(index)] : undefined
  return snippet ? { snippet } : {}
}

function versionOf(document: Document): { readonly version?: number } {
  const version = document.kind === 'snippets' ? document.model.version : undefined
  return version === undefined ? {} : { version }
}

function titleAt(root: Node | undefined, path: Path): string | undefined {
  for (const key of ['name', 'label', 'title']) {
    const { node, missing } = find(root, [...path, key])
    if (missing === 0 && node?.kind === 'scalar') return node.text
  }
  return undefined
}

/** What is known beyond the file, each id once, however often the file refers to it. */
export function citationsOf(names: readonly Name[]): readonly Citation[] {
  const found = new Map<string, Citation>()
  for (const { kind, id } of names) {
    if (id !== '' && !isLocal(kind)) found.set(`${kind} ${id}`, { kind, to: id })
  }
  return [...found.values()]
}
