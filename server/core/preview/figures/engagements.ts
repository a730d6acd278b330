import { engagementPeriod } from '../../schema/date-words.ts'
import { countryName, enumerationLabel } from '../../schema/value-words.ts'
import type { Entry } from '../../workspace/portfolio.ts'
import type { Context } from '../context.ts'
import {
  type Blocks,
  bullets,
  type Definition,
  definition,
  type Figure,
  type Inlines,
  paragraph,
  phrase,
  table,
  text,
} from '../document-model.ts'
import { periodOf } from '../entry-period.ts'
import { pageOf } from '../links.ts'
import type { Drawing } from '../pictures/drawing.ts'
import { lookOf } from '../pictures/looks.ts'
import { type Cell, matrixDrawing } from '../pictures/matrix.ts'
import { type Span, timelineDrawing } from '../pictures/timeline.ts'
import { isOnMap, type MapGroup, type MapPlace, worldMap } from '../pictures/world-map.ts'
import { entryName } from '../references.ts'

/** What is drawn of a set of engagements: those that a brief cites, those of a series, or all of a workspace. */
export interface Subject {
  readonly entries: readonly Entry[]
  /** Sets the pictures apart from others on the page. */
  readonly id: string
  /** What the engagements are to the reader: "the engagements cited". */
  readonly words: string
}

export function nameOfEntry({ title, id }: Entry): string {
  return title ?? id
}

/** A picture with its words, or none where there is nothing to draw. */
export function figure(id: string, title: string, drawing: Drawing | undefined, words: Blocks, note: Inlines = []): readonly Figure[] {
  return drawing ? [{ kind: 'figure', id, title, drawing, words, note }] : []
}

/** More lines than these are no picture any more. */
const mostSpans = 40

/** More than these nobody reads in words either. */
const mostInWords = 500

/** When they took place or held, one below the other. */
export function timelineFigure({ entries, id, words }: Subject, context: Context): readonly Figure[] {
  const dated = entries.flatMap((entry) => spanOf(entry, context))
  if (dated.length < 2) return []
  const latest = dated.length > mostSpans ? [...dated].sort((a, b) => (a.span.start < b.span.start ? 1 : -1)) : dated
  const rows = (dated.length > mostInWords ? latest.slice(0, mostInWords) : dated).map(({ entry, span }) => [
    ...definition('Engagement', paragraph(entryName(entry))),
    ...definition('When', paragraph(span.words)),
  ])
  const drawing = timelineDrawing(latest.slice(0, mostSpans).map(({ span }) => span))
  const inWords = dated.length > mostInWords ? `the words below have the latest ${mostInWords}` : 'the words below have all'
  const note = dated.length > mostSpans ? [text(`The picture shows the latest ${mostSpans} of ${dated.length}; ${inWords}.`)] : []
  return figure(
    `${id}-timeline`,
    `Timeline of ${words}`,
    drawing,
    table('When each took place or held', ['Engagement', 'When'], rows),
    note,
  )
}

function spanOf(entry: Entry, context: Context): readonly { readonly entry: Entry; readonly span: Span }[] {
  const type = entry.type === undefined ? undefined : context.vocabulary.engagementTypes.get(entry.type)
  const period = periodOf(entry, type)
  if (!period) return []
  const { kind, start, end } = period
  const words = engagementPeriod(type, start, end)
  const href = pageOf(entry.id)
  const span = {
    name: nameOfEntry(entry),
    kind,
    start,
    words,
    ...(end === undefined ? {} : { end }),
    ...(href === undefined ? {} : { href }),
  }
  return [{ entry, span }]
}

/** More rows or columns than these nobody takes in at a glance; the words have all. */
const mostRows = 30
const mostColumns = 12

/** Who took part in what. */
export function participationFigure({ entries, id, words }: Subject, context: Context): readonly Figure[] {
  const columns = entries.filter(({ engagement }) => (engagement?.countries.length ?? 0) > 0)
  const countries = byCount(columns.flatMap(({ engagement }) => engagement?.countries ?? []))
  if (columns.length < 2 || countries.length < 2) return []
  const rows = countries.map((code) => [
    ...definition('Country', paragraph([phrase(countryName(context, code))])),
    ...columns.flatMap((entry) => {
      const role = roleOf(entry, code)
      return role === undefined ? [] : definition(nameOfEntry(entry), paragraph(enumerationLabel(context, 'participant-role', role)))
    }),
  ])
  const cut = [
    ...(countries.length > mostRows ? [`the ${mostRows} busiest of ${countries.length} countries`] : []),
    ...(columns.length > mostColumns ? [`the first ${mostColumns} of ${columns.length} engagements`] : []),
  ]
  const note = cut.length > 0 ? [text(`The picture shows ${cut.join(' and ')}; the words below have all.`)] : []
  const drawing = participation(countries.slice(0, mostRows), columns.slice(0, mostColumns), context)
  return figure(`${id}-participation`, `Who took part in ${words}`, drawing, table('Role of each country', ['Country'], rows), note)
}

function participation(countries: readonly string[], columns: readonly Entry[], context: Context): Drawing {
  const roles = [...new Set(countries.flatMap((code) => columns.flatMap((entry) => roleOf(entry, code) ?? [])))].sort(rankOf(context))
  const letters = lettersFor(roles.map((role) => enumerationLabel(context, 'participant-role', role)))
  const cell = (entry: Entry, code: string): Cell | undefined => {
    const role = roleOf(entry, code)
    if (role === undefined) return undefined
    const label = enumerationLabel(context, 'participant-role', role)
    const title = `${countryName(context, code)}, ${nameOfEntry(entry)}: ${label}`
    return { words: letters.get(label) ?? '', look: lookOf(roles.indexOf(role)), title }
  }
  return matrixDrawing({
    columns: columns.map(headOf),
    rows: countries.map((code) => ({ words: countryName(context, code), cells: columns.map((entry) => cell(entry, code)) })),
    legend: [...letters].map(([label, letter], i) => ({ look: lookOf(i), words: `${letter}: ${label.toLowerCase()}` })),
  })
}

function headOf(entry: Entry): { readonly words: string; readonly href?: string } {
  const href = pageOf(entry.id)
  return { words: nameOfEntry(entry), ...(href === undefined ? {} : { href }) }
}

function roleOf({ engagement }: Entry, code: string): string | undefined {
  if (!engagement?.countries.includes(code)) return undefined
  return Object.hasOwn(engagement.roles, code) ? engagement.roles[code] : 'participant'
}

/** The order in which the vocabulary lists the roles. */
export function rankOf({ vocabulary }: Context): (a: string, b: string) => number {
  const order = (vocabulary.builtIn.enumerations['participant-role'] ?? []).map(({ id }) => id)
  const rank = (role: string) => (order.includes(role) ? order.indexOf(role) : order.length)
  return (a, b) => rank(a) - rank(b) || (a < b ? -1 : a > b ? 1 : 0)
}

/** A letter or two for each label, no two the same. */
function lettersFor(labels: readonly string[]): ReadonlyMap<string, string> {
  const letters = new Map<string, string>()
  const taken = new Set<string>()
  for (const label of labels) {
    const letter = [1, 2, 3, label.length].map((count) => label.slice(0, count)).find((each) => !taken.has(each)) ?? label
    taken.add(letter)
    letters.set(label, letter)
  }
  return letters
}

/** Each once, what is named most often first. */
function byCount(names: readonly string[]): readonly string[] {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([name]) => name)
}

/** Where the countries lie that took part, by how often, and where it took place. */
export function mapFigure({ entries, id, words }: Subject, context: Context): readonly Figure[] {
  const counts = new Map<string, number>()
  for (const { engagement } of entries) for (const code of engagement?.countries ?? []) counts.set(code, (counts.get(code) ?? 0) + 1)
  const most = Math.max(0, ...counts.values())
  const bands = most < 4 ? [1, 2, 3].slice(0, most) : [1, Math.ceil(most / 3), Math.ceil((most * 2) / 3)]
  const groups = bands
    .map((from, i) => ({ from, to: (bands[i + 1] ?? most + 1) - 1 }))
    .reverse()
    .map(({ from, to }) => ({
      words: from === to ? counted(from) : `${from} to ${to} engagements`,
      countries: [...counts]
        .filter(([, n]) => n >= from && n <= to)
        .map(([code]) => code)
        .sort(),
    }))
  const places = entries.flatMap((entry) => {
    const { spot } = entry.engagement ?? {}
    return spot ? [{ ...spot, name: spot.name ?? nameOfEntry(entry) }] : []
  })
  return countriesMap({ id: `${id}-map`, title: `Countries of ${words}`, groups, places }, context)
}

function counted(count: number): string {
  return count === 1 ? '1 engagement' : `${count} engagements`
}

interface MapSubject {
  readonly id: string
  readonly title: string
  readonly groups: readonly MapGroup[]
  readonly places: readonly MapPlace[]
}

/** A map of groups of countries with its words: each group, each place, and what the map cannot show. */
export function countriesMap({ id, title, groups, places }: MapSubject, context: Context): readonly Figure[] {
  const nameOf = (code: string) => countryName(context, code)
  const once = [...new Map(places.map((place) => [`${place.lat} ${place.lon}`, place])).values()]
  const drawing = worldMap({ groups, places: once, nameOf })
  const all = groups.flatMap(({ countries }) => countries)
  const undrawn = all.filter((code) => !isOnMap(code)).map(nameOf)
  const missing = undrawn.length > 0 ? `Not on the map: ${undrawn.join(', ')}.` : ''
  const words = bullets([
    ...groups.flatMap(({ words: label, countries }) =>
      countries.length > 0 ? [paragraph(`${label}: ${countries.map(nameOf).join(', ')}`)] : [],
    ),
    ...(once.length > 0 ? [paragraph(`Places: ${once.map(({ name }) => name).join(', ')}`)] : []),
  ])
  const profile = context.vocabulary.namingProfiles.get(context.naming)
  const note = [missing, `Outlines: Natural Earth, as land is held and not as it is claimed.`, profile?.note ?? '']
    .filter(Boolean)
    .join(' ')
  return figure(id, title, drawing, words, [text(note)])
}

/** Which functions and themes the engagements serve. */
export function purposeFigure({ entries, id, words }: Subject, context: Context): readonly Figure[] {
  const columns = entries.filter(({ engagement }) => (engagement?.functions.length ?? 0) + (engagement?.themes.length ?? 0) > 0)
  const purposes = [...purposesOf(columns, 'functions'), ...purposesOf(columns, 'themes')]
  if (columns.length < 2 || purposes.length < 2) return []
  const shown = columns.slice(0, mostColumns)
  const drawing = matrixDrawing({
    columns: shown.map(headOf),
    rows: purposes.slice(0, mostRows).map(({ name, field }) => ({
      words: enumerationLabel(context, kinds[field].enumeration, name),
      cells: shown.map(({ engagement }) => (engagement?.[field].includes(name) ? { words: '', look: kinds[field].look } : undefined)),
    })),
    legend: Object.values(kinds),
  })
  const rows = columns
    .slice(0, mostInWords)
    .map((entry): readonly Definition[] => [
      ...definition('Engagement', paragraph(entryName(entry))),
      ...definition('Functions', labels(entry, 'functions', context)),
      ...definition('Themes', labels(entry, 'themes', context)),
    ])
  return figure(
    `${id}-purposes`,
    `Functions and themes of ${words}`,
    drawing,
    table('What each serves', ['Engagement', 'Functions', 'Themes'], rows),
    cutNote(columns.length),
  )
}

function cutNote(count: number): Inlines {
  if (count <= mostColumns) return []
  const inWords = count > mostInWords ? `the words below have the first ${mostInWords}` : 'the words below have all'
  return [text(`The picture shows the first ${mostColumns} of ${count} engagements; ${inWords}.`)]
}

const kinds = {
  functions: { enumeration: 'function', look: lookOf(0), words: 'Function served' },
  themes: { enumeration: 'theme', look: lookOf(1), words: 'Theme' },
} as const

function purposesOf(entries: readonly Entry[], field: keyof typeof kinds) {
  return byCount(entries.flatMap(({ engagement }) => engagement?.[field] ?? [])).map((name) => ({ name, field }))
}

function labels({ engagement }: Entry, field: keyof typeof kinds, context: Context): Blocks {
  return paragraph((engagement?.[field] ?? []).map((name) => enumerationLabel(context, kinds[field].enumeration, name)).join(', '))
}
