import { CompletionItemKind } from 'vscode-languageserver-types'
import { type Schema, types } from '../schema/schema.ts'
import { schemas } from '../schema/schemas.generated.ts'
import type { Path } from '../text/path.ts'
import type { Choice, KeyChoice } from './choice.ts'
import { dateChoices } from './date-choices.ts'
import { keysAt, type Scene } from './scene.ts'
import { termChoices } from './vocabulary-choices.ts'

/** What may stand in a snippet library where the schema alone does not list it; undefined at all other places. */
export function libraryChoices(scene: Scene, path: Path): readonly Choice[] | undefined {
  if (scene.kind !== 'snippets') return undefined
  if (path[0] === 'dependencies') return path.length === 2 ? versionChoices(scene, String(path[1])) : undefined
  const place = path.slice(2).filter((step) => typeof step === 'string')
  if (path[0] !== 'snippets') return undefined
  if (place.join() === 'scope') return scopes()
  if (place[0] === 'params' && place.length === 3 && place[2] === 'type') return answerTypes()
  if (place[0] !== 'generate') return undefined
  if (place[1] === 'on')
    return [...fieldsWithDates.map((field) => blankChoice(field, `the field ${field} of the file`)), ...dateChoices(scene, path)]
  return place[1] === 'risks' ? risksChoices(scene, path) : undefined
}

function risksChoices(scene: Scene, path: Path): readonly Choice[] {
  const asked = keysAt(scene.scan, [...path.slice(0, 2), 'params'])
  const engagementTypes = termChoices(scene.vocabulary.engagementTypes.entries.values(), (id) => ({ is: 'engagement-type', id }))
  return [...asked.map((name) => blankChoice(name, 'what the writer answers')), ...engagementTypes]
}

const fieldsWithDates = ['dates.start', 'dates.end', 'date']

function blankChoice(name: string, says: string): Choice {
  const text = `{{${name}}}`
  return { ...wordChoice(name, says), text, label: text, always: 'quoted' }
}

function wordChoice(text: string, says: string, other = text): Choice {
  return {
    text,
    label: text,
    ...(says ? { detail: says } : {}),
    names: [
      { text, as: 'code' },
      { text: other, as: 'name' },
    ],
    kind: CompletionItemKind.Value,
    topic: { is: 'word', id: text, says },
  }
}

/** The libraries on which this one may rest. */
export function dependencyKeys({ portfolio, path }: Scene, schema: Schema): readonly KeyChoice[] {
  return portfolio.termIds('library').flatMap((id) => {
    const [library] = portfolio.terms('library', id)
    const { additionalProperties } = schema
    const own = typeof additionalProperties === 'object' ? additionalProperties : undefined
    if (!library || library.path === path) return []
    return [{ ...wordChoice(id, library.title ?? '', library.title), kind: CompletionItemKind.Property, schema: own }]
  })
}

function versionChoices({ portfolio }: Scene, id: string): readonly Choice[] {
  const version = portfolio.terms('library', id)[0]?.version
  return version === undefined ? [] : [{ ...wordChoice(String(version), 'the version that is here'), asIs: true }]
}

/** A kind of file, its fields and those of its parts; a list stands for its items. */
function scopes(): readonly Choice[] {
  return (['brief', 'engagement'] as const).flatMap((kind) => [
    wordChoice(kind, 'a whole file, or any text of it'),
    ...fieldsBelow(kind, schemas[kind], false),
  ])
}

/** The short names first, then every field that holds one value or several of a kind. */
function answerTypes(): readonly Choice[] {
  const short = Object.entries(shortTypes).map(([name, says]) => wordChoice(name, says))
  const fields = (['brief', 'engagement'] as const).flatMap((kind) => fieldsBelow(kind, schemas[kind], true))
  return [...short, ...fields.map((each) => ({ ...each, late: 1 }))]
}

const shortTypes: Readonly<Record<string, string>> = {
  text: 'any words',
  number: 'a number',
  date: 'a day, a month or a year',
  country: 'a State',
  organization: 'an organization',
  engagement: 'an engagement of the workspace',
  engagement_type: 'a type of engagement',
}

/** Further down no snippet goes. */
const deepest = 3

function fieldsBelow(words: string, schema: Schema, throughItems: boolean): readonly Choice[] {
  const depth = words.split('.').length
  return Object.entries(schema.properties ?? {}).flatMap(([key, field]) => {
    if (depth > deepest || ['chancery', 'id', 'note'].includes(key)) return []
    const place = `${words}.${key}`
    const inner = throughItems && field.items && !types(field).includes('string') ? field.items : field
    // An answer is one value, so a part with fields of its own is none.
    const isPlace = !throughItems || inner.properties === undefined
    return [
      ...(isPlace ? [wordChoice(place, field.description ?? field.title ?? '', key.replaceAll('_', ' '))] : []),
      ...fieldsBelow(place, inner, throughItems),
    ]
  })
}
