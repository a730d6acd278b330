import type { Engagement } from '../model/types.generated.ts'
import { engagementPeriod } from '../schema/date-words.ts'
import { dateWords } from '../schema/dates.ts'
import { countryName, enumerationLabel } from '../schema/value-words.ts'
import { capital } from '../text/words.ts'
import type { Entry } from '../workspace/portfolio.ts'
import { type Context, contextOf, type PageContext } from './context.ts'
import { fieldBlocks, fieldEntries, schemaOf } from './details.ts'
import {
  type Blocks,
  bullets,
  type Definition,
  definition,
  definitions,
  joined,
  type Paper,
  paragraph,
  phrase,
  section,
  strong,
  table,
  text,
} from './document-model.ts'
import { participantBlocks } from './engagement-participants.ts'
import { concernBlocks, objectiveBlocks, outcomeBlocks } from './engagement-record.ts'
import { membershipFigure, participantsMap, seriesEntries, seriesFigure } from './figures/engagement.ts'
import { coordinateWords, numberWords } from './formats.ts'
import { placed } from './places.ts'
import { entryFacts, entryName, entryPeriod, withReferences } from './references.ts'
import { reviewOf } from './review.ts'
import { bannerOf, colophonOf, partTeller, precedentBlocks } from './shared-parts.ts'

/** Fields that the title block and the fact sheet show. */
const inHead = ['chancery', 'id', 'type', 'title', 'status', 'dates', 'series', 'iteration', 'location', 'handling']
const purposes = ['functions', 'shared_interests', 'threats', 'themes']

/** Parts that are told in words of their own; every other part is laid out by its schema. */
const told: Readonly<Record<string, (model: Engagement, context: Context) => Blocks>> = {
  participants: (model, context) => [...participantBlocks(model, context), ...participantsMap(model, context)],
  framework: frameworkBlocks,
  objectives: objectiveBlocks,
  concerns: concernBlocks,
  outcomes: outcomeBlocks,
  precedents: (model, context) => precedentBlocks(context, model.precedents, schemaOf('engagement', 'precedents', 0)),
}

/** What comes first and last; blocks such as the exercise, and fields that are new, stand between. */
const first = ['participants']
const last = ['framework', 'objectives', 'transparency', 'trust', 'outcomes', 'concerns', 'precedents', 'notes', 'note']

/** An engagement as a fact sheet with everything that its file says. */
export function engagementPaper(model: Engagement, page: PageContext): Paper {
  const context = contextOf(page, model)
  const elsewhere = new Set([...inHead, ...purposes, ...first, ...last, 'participants_complete', 'sources'])
  const between = Object.keys(schemaOf('engagement').properties ?? {}).filter((name) => !elsewhere.has(name))
  const part = partTeller({ kind: 'engagement', model, told }, context)
  const drafted = [
    ...[...first, ...between].flatMap(part),
    ...section('purpose', 'Purpose and themes', definitions(fieldEntries(model, onlyPurposes(), context))),
    ...last.flatMap(part),
    ...section('series', 'The series', seriesBlocks(model, context)),
    ...section('cited-by', 'Cited by', citedBy(model, context)),
  ]
  const { titleBlock, sections } = withReferences(definitions(facts(model, context)), drafted, context)
  const type = typeOf(model, context)
  return {
    kind: 'engagement',
    language: 'en',
    title: model.title || model.id || 'Engagement without a title',
    heading: ['Engagement', type?.label ?? model.type ?? ''].filter((words) => words !== ''),
    banner: bannerOf(context, model.handling),
    titleBlock,
    sections,
    ...reviewOf(context, undefined),
    colophon: colophonOf(model),
    properties: {
      date: model.dates?.end ?? model.dates?.start ?? model.agreement?.signed,
      authors: [],
      keywords: (model.themes ?? []).map((theme) => enumerationLabel(context, 'theme', theme)),
    },
  }
}

function onlyPurposes() {
  const { properties = {} } = schemaOf('engagement')
  return { properties: Object.fromEntries(Object.entries(properties).filter(([name]) => purposes.includes(name))) }
}

/** What, when and where, at a glance. */
function facts(model: Engagement, context: Context): readonly Definition[] {
  const { status, series, iteration, id, handling } = model
  const edition = iteration === undefined ? '' : `edition ${numberWords(iteration)}`
  const more = fieldEntries(handling, schemaOf('engagement', 'handling'), context, ['tlp', 'marking'])
  const fact = (name: keyof Engagement, term: string, details: Blocks) => definition(term, placed(details, context.at(model, name)))
  return [
    ...fact('type', 'What', whatBlocks(model, context)),
    ...fact('status', 'Status', paragraph(status && enumerationLabel(context, 'engagement-status', status))),
    ...fact(model.dates === undefined && model.agreement ? 'agreement' : 'dates', 'When', whenBlocks(model, context)),
    ...fact('location', 'Where', whereBlocks(model, context)),
    ...fact(series === undefined ? 'iteration' : 'series', 'Series', paragraph([series, edition].filter(Boolean).join(', '))),
    ...fact('handling', 'Handling', definitions(more)),
    ...fact('id', 'Reference', paragraph(id && [phrase(id)])),
  ]
}

function typeOf({ type }: Engagement, { vocabulary }: Context) {
  return type === undefined ? undefined : vocabulary.engagementTypes.get(type)
}

function whatBlocks(model: Engagement, context: Context): Blocks {
  const type = typeOf(model, context)
  if (!type) return paragraph(model.type && [phrase(model.type)])
  return [...paragraph([strong(type.label)]), ...paragraph(type.definition)]
}

function whenBlocks(model: Engagement, context: Context): Blocks {
  const { start, end, announced } = model.dates ?? {}
  const period = engagementPeriod(typeOf(model, context), start, end)
  return [
    ...paragraph(capital(period === '' ? instrumentDates(model) : period)),
    ...paragraph(announced && `Announced ${dateWords(announced)}`, 'quiet'),
    ...definitions(fieldEntries(model.dates, schemaOf('engagement', 'dates'), context, ['start', 'end', 'announced'])),
  ]
}

/** An agreement has no days of its own but those of its signature and of its force. */
function instrumentDates({ agreement }: Engagement): string {
  const { signed, in_force: inForce, ended } = agreement ?? {}
  const days = [
    signed && `signed ${dateWords(signed)}`,
    inForce && `in force from ${dateWords(inForce)}`,
    ended && `ended ${dateWords(ended)}`,
  ]
  return days.filter(Boolean).join(', ')
}

function whereBlocks({ location }: Engagement, context: Context): Blocks {
  const { country, countries, places, area, coordinates, disputed } = location ?? {}
  const states = [country, ...(countries ?? [])].filter((code) => code !== undefined && code !== '') as readonly string[]
  const land = [...(places ?? []), ...states.map((code) => countryName(context, code))].filter((name) => name !== '')
  const place = joined(
    [land, area === undefined ? [] : [area]].map((names) => (names.length > 0 ? [phrase(names.join(', '))] : [])),
    '; ',
  )
  const point = coordinateWords(coordinates?.lat, coordinates?.lon)
  return [
    ...paragraph(place),
    ...paragraph(disputed === undefined ? [] : [text(disputed ? 'The area is disputed.' : 'The area is not disputed.')], 'quiet'),
    ...paragraph(point || undefined, 'quiet'),
    ...definitions(fieldEntries(coordinates, schemaOf('engagement', 'location', 'coordinates'), context, ['lat', 'lon'])),
    ...definitions(
      fieldEntries(location, schemaOf('engagement', 'location'), context, [
        'country',
        'countries',
        'places',
        'area',
        'coordinates',
        'disputed',
      ]),
    ),
  ]
}

function frameworkBlocks(model: Engagement, context: Context): Blocks {
  return [...fieldBlocks(model, 'framework', schemaOf('engagement'), context), ...membershipFigure(model, context)]
}

/** The engagements of the series that the workspace keeps, this one among them. */
function seriesBlocks(model: Engagement, context: Context): Blocks {
  const entries = seriesEntries(model, context)
  if (entries.length < 2) return []
  const rows = entries.map((entry) => {
    const { iteration, countries = [], isComplete = true } = entry.engagement ?? {}
    const name = entry.id === model.id ? [strong(entry.title ?? entry.id), text(' (this one)')] : entryName(entry)
    return [
      ...definition('Engagement', paragraph(name)),
      ...definition('Edition', paragraph(iteration === undefined ? undefined : numberWords(iteration))),
      ...definition('When', paragraph(capital(entryPeriod(context, entry)))),
      ...definition('States', paragraph(countries.length === 0 ? undefined : `${countries.length}${isComplete ? '' : ' or more'}`)),
    ]
  })
  return [
    ...table(`Engagements of the series ${model.series ?? ''}`, ['Engagement', 'Edition', 'When', 'States'], rows),
    ...seriesFigure(model, context),
  ]
}

/** Who draws on it: every brief and engagement of the workspace that cites it. */
function citedBy({ id }: Engagement, context: Context): Blocks {
  if (id === undefined || id === '') return []
  const { portfolio } = context
  const entries = portfolio
    .cited('engagement', id)
    .flatMap((path) => portfolio.of(path)?.entries ?? [])
    .filter((entry) => entry.id !== id)
  return bullets(
    entries.sort(briefsFirst).map((entry) => {
      const about = entry.kind === 'brief' ? 'brief' : entryFacts(context, entry)
      return paragraph([...entryName(entry), text(about === '' ? '' : ` (${about})`)])
    }),
  )
}

function briefsFirst(a: Entry, b: Entry): number {
  if (a.kind !== b.kind) return a.kind === 'brief' ? -1 : 1
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}
