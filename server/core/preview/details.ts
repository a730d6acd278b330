import { dateWords, isDate } from '../schema/dates.ts'
import { fieldLabel } from '../schema/labels.ts'
import { type Schema, schemaAt, types } from '../schema/schema.ts'
import { schemas } from '../schema/schemas.generated.ts'
import { actorName, labelOf } from '../schema/value-words.ts'
import type { Context } from './context.ts'
import {
  type Blocks,
  bullets,
  type Definition,
  definition,
  definitions,
  type Inlines,
  joined,
  type Place,
  paragraph,
  phrase,
  table,
  text,
} from './document-model.ts'
import { coordinateWords, durationWords, historicWords, languageWords, moneyWords, numberWords } from './formats.ts'
import { markdownBlocks } from './markdown.ts'
import { gradeWords, likelihoodWords } from './names.ts'
import { placed } from './places.ts'
import { address, citedSource, doiLink, engagementName } from './references.ts'

type Fields = Readonly<Record<string, unknown>>

/** The schema of a field of a brief or an engagement, by its path; the items of a list are reached by 0. */
export function schemaOf(kind: 'engagement' | 'brief', ...path: readonly (string | number)[]): Schema {
  return schemaAt(schemas[kind], path) ?? {}
}

/**
 * The fields of a part as terms with their details, in the order of the schema
 * and by the schema alone, so that a new field appears by itself. Fields that
 * the caller shows elsewhere are named in `shown`; keys that the schema does not
 * know, such as `x-*`, never appear.
 */
export function fieldEntries(
  value: object | undefined,
  schema: Schema,
  context: Context,
  shown: readonly string[] = [],
): readonly Definition[] {
  const fields = { ...value } as Fields
  return Object.entries(schema.properties ?? {}).flatMap(([name, inner]) => {
    if (shown.includes(name) || isQualifierOf(fields, name)) return []
    const number = qualified(fields, name, schema, context)
    const details = number ? placed(number, context.at(value, name)) : fieldBlocks(value ?? {}, name, schema, context)
    return definition(fieldLabel(name, inner), details)
  })
}

/** A field of a part in print. `schema` is that of the part. */
export function fieldBlocks(part: object, name: string, schema: Schema, context: Context): Blocks {
  const inner = schema.properties?.[name] ?? {}
  return valueBlocks((part as Fields)[name], { schema: inner, label: fieldLabel(name, inner), at: context.at(part, name) }, context)
}

/** What the fields of a part are called, in the order of the schema. */
export function fieldLabels({ properties }: Schema): readonly string[] {
  return Object.entries(properties ?? {}).map(([name, inner]) => fieldLabel(name, inner))
}

const qualifier = '_qualifier'

function isQualifierOf(fields: Fields, name: string): boolean {
  return name.endsWith(qualifier) && fields[name.slice(0, -qualifier.length)] !== undefined
}

/** A number and the word that says how to read it, as one: "At least 16,000". */
function qualified(fields: Fields, name: string, schema: Schema, context: Context): Blocks | undefined {
  const [number, word] = [fields[name], fields[name + qualifier]]
  if (typeof number !== 'number' || typeof word !== 'string') return undefined
  return paragraph(`${labelOf(context, schema.properties?.[name + qualifier] ?? {}, word) ?? word} ${numberWords(number)}`)
}

/** What is known of a value beside itself. */
interface About {
  readonly schema: Schema
  /** What it is called where it needs a name of its own, as a table does. */
  readonly label: string
  readonly at: Place | undefined
}

function valueBlocks(value: unknown, about: About, context: Context): Blocks {
  return placed(unplacedBlocks(value, about, context), about.at)
}

function unplacedBlocks(value: unknown, about: About, context: Context): Blocks {
  const { schema, at } = about
  if (value === undefined || value === null || value === '') return []
  if (Array.isArray(value)) return listBlocks(value, { ...about, schema: schema.items ?? {} }, context)
  if (typeof value === 'object') return objectBlocks(value, schema, context)
  if (schema['x-is'] === 'prose' && yesNo(value, schema) === undefined) return markdownBlocks(String(value), context.parse, at?.path)
  return paragraph(scalar(value as Scalar, schema, context))
}

function objectBlocks(value: object, schema: Schema, context: Context): Blocks {
  const fields = value as Fields
  const whole = composite(fields)
  if (whole) return [...paragraph(whole.words), ...definitions(fieldEntries(value, schema, context, whole.keys))]
  if (schema.properties) return definitions(fieldEntries(value, schema, context))
  const inner = typeof schema.additionalProperties === 'object' ? schema.additionalProperties : {}
  return definitions(
    Object.entries(fields).flatMap(([name, entry]) =>
      name.startsWith('x-')
        ? []
        : definition(name, valueBlocks(entry, { schema: inner, label: name, at: context.at(value, name) }, context)),
    ),
  )
}

/** Fields that mean something only together: a sum, a point on the map. */
function composite(fields: Fields): { readonly words: string; readonly keys: readonly string[] } | undefined {
  const number = (key: string) => (typeof fields[key] === 'number' ? fields[key] : undefined)
  const currency = typeof fields['currency'] === 'string' ? fields['currency'] : undefined
  if (number('amount') !== undefined || currency) return { words: moneyWords(number('amount'), currency), keys: ['amount', 'currency'] }
  const point = coordinateWords(number('lat'), number('lon'))
  return point === '' ? undefined : { words: point, keys: ['lat', 'lon'] }
}

/** `schema` is that of an item. */
function listBlocks(items: readonly unknown[], { schema, label }: About, context: Context): Blocks {
  if (isWords(schema))
    return paragraph(
      joined(
        items.filter(isScalar).map((item) => scalar(item, schema, context)),
        ', ',
      ),
    )
  const properties = Object.entries(schema.properties ?? {})
  const isLong = properties.length > 6 || properties.some(([name, inner]) => name !== 'note' && inner['x-is'] === 'prose')
  if (!isLong) return bullets(items.map((item, i) => itemBlocks(item, { schema, label, at: context.at(items, i) }, context)))
  return table(
    label,
    fieldLabels(schema),
    items.map((item) => fieldEntries(item as object, schema, context)),
  )
}

/** Single words of a list that closes with the list: countries, organizations, terms. */
function isWords(schema: Schema): boolean {
  return schema['x-enumeration'] !== undefined || schema['x-vocabulary'] !== undefined
}

/** A small thing in a line: "Gilberto Teodoro, Secretary of National Defense, Philippines". */
function itemBlocks(item: unknown, about: About, context: Context): Blocks {
  const { schema, at } = about
  if (typeof item !== 'object' || item === null) return valueBlocks(item, { ...about, schema: { ...schema, type: 'string' } }, context)
  const fields = item as Fields
  const parts = Object.entries(schema.properties ?? {}).map(([name, inner]) => {
    const value = fields[name]
    return name !== 'note' && isScalar(value) ? scalar(value, inner, context) : []
  })
  const line = joined(parts, ', ')
  const remark = fieldBlocks(item, 'note', schema, context)
  const [only] = remark
  if (line.length === 0 || remark.length !== 1 || only?.kind !== 'paragraph') return placed([...paragraph(line), ...remark], at)
  return placed(paragraph([...line, text(' ('), ...only.content, text(')')]), at)
}

type Scalar = string | number | boolean

function isScalar(value: unknown): value is Scalar {
  return (typeof value === 'string' && value !== '') || typeof value === 'number' || typeof value === 'boolean'
}

/** A single value by what its schema says that it is. */
function scalar(value: Scalar, schema: Schema, context: Context): Inlines {
  const answer = yesNo(value, schema)
  if (answer !== undefined) return [text(answer)]
  if (typeof value !== 'string') return [text(typeof value === 'number' ? numberWords(value) : String(value))]
  switch (schema['x-is']) {
    case 'engagement':
      return engagementName(context, value)
    case 'source':
      return citedSource(context, value)
    case 'url':
      return [address(value)]
    case 'doi':
      return [doiLink(value)]
    default:
      return [phrase(labelOf(context, schema, value) ?? plainWords(value, schema, context))]
  }
}

function plainWords(value: string, schema: Schema, context: Context): string {
  switch (schema['x-is']) {
    case 'date':
      return dateWords(value)
    case 'historic-date':
      return historicWords(value)
    case 'language':
      return languageWords(value)
    case 'grade':
      return gradeWords(context, value)
    case 'likelihood':
      return likelihoodWords(context, value, undefined)
    default:
      // An actor is a line whose text may be a code; the schema tells the two apart by the title of the type.
      if (schema.title === 'Actor') return actorName(context, value)
      // A field that takes a number or words keeps its number as it was typed.
      if (types(schema).includes('integer') && /^\d{1,15}$/.test(value)) return numberWords(Number(value))
      return takesPeriod(schema) ? durationWords(value) : value
  }
}

/** A line for which the schema gives a period such as P1Y as an example. */
function takesPeriod({ examples }: Schema): boolean {
  return examples?.some((example) => typeof example === 'string' && durationWords(example) !== example) ?? false
}

/** Yes, no or not known, in fields that take these; a date in such a field is a yes with its day. */
function yesNo(value: unknown, schema: Schema): string | undefined {
  const takesAnswer = types(schema).includes('boolean') || schema.enum?.includes(true) === true
  if (!takesAnswer || typeof value === 'number') return undefined
  switch (String(value)) {
    case 'true':
      return 'Yes'
    case 'false':
      return 'No'
    case 'unknown':
      return 'Not known'
    default:
      return isDate(String(value)) ? dateWords(String(value)) : undefined
  }
}
