import type { Document } from '../model/document.ts'
import { isList, isObject, type Value } from '../model/read.ts'
import { schemaAt } from '../schema/schema.ts'
import { schemas } from '../schema/schemas.generated.ts'
import type { ShapeError } from '../schema/validators.generated.js'
import * as validators from '../schema/validators.generated.js'
import type { Vocabulary } from '../schema/vocabulary.ts'
import type { Path } from '../text/path.ts'
import { nearest } from '../text/words.ts'
import { missingKey, noneOf, type Ruled, unknownKey, unknownValue, wrongForm, wrongType } from './structure-words.ts'

/**
 * What the schema says of a document's form, one report for one mistake. The
 * validator's own words never reach a writer.
 */
export function structureReports(document: Document, vocabulary: Vocabulary): readonly Ruled[] {
  const validate = validators[document.kind]
  if (!isObject(document.value) || validate(document.value)) return []
  const errors = (validate.errors ?? [])
    .filter(({ keyword, schemaPath }) => keyword !== 'const' && !/\/(?:anyOf|propertyNames)\//.test(schemaPath))
    .map((error) => ({ error, path: pathOf(error.instancePath, document.value) }))
  const unknown = errors.filter(({ error }) => error.keyword === 'additionalProperties')
  const offered = new Set(unknown.slice(0, mostOffers).map(({ error }) => error))
  return errors.flatMap(({ error, path }) => {
    const typo = error.keyword === 'required' ? typoOf(error, path, unknown) : undefined
    return typo ? [] : [wordsFor({ error, path }, document, vocabulary, offered.has(error))].filter((r) => r !== undefined)
  })
}

/** A file with more unknown keys than this was not meant for Chancery, and a guess at each takes time. */
const mostOffers = 500

interface Placed {
  readonly error: ShapeError
  readonly path: Path
}

/** A missing key beside an unknown one that is nearly the same is one typing mistake, told at the unknown key. */
function typoOf(required: ShapeError, path: Path, unknown: readonly Placed[]): string | undefined {
  const beside = unknown.filter((u) => u.path.length === path.length && u.path.every((step, i) => step === path[i]))
  return nearest(
    String(required.params['missingProperty']),
    beside.map(({ error }) => String(error.params['additionalProperty'])),
  )
}

function wordsFor({ error, path }: Placed, document: Document, vocabulary: Vocabulary, offer: boolean): Ruled | undefined {
  const root = schemas[document.kind]
  const schema = schemaAt(root, path) ?? {}
  const value = valueAt(document.value, path)
  const place = { schema, path, value, document }
  switch (error.keyword) {
    case 'required':
      return missingKey(place, String(error.params['missingProperty']))
    case 'additionalProperties':
      return unknownKey(place, String(error.params['additionalProperty']), offer)
    case 'anyOf':
      return noneOf(place)
    case 'type':
      return wrongType(place)
    case 'enum':
      return unknownValue(place, vocabulary)
    case 'pattern':
    case 'minimum':
    case 'maximum':
    case 'minLength':
    case 'minItems':
      return wrongForm(place)
    default:
      return undefined
  }
}

/** A JSON pointer as a path; digits are an index only where the value is a list. */
function pathOf(pointer: string, value: Value): Path {
  let at: unknown = value
  return pointer
    .split('/')
    .slice(1)
    .map((raw) => {
      const step = raw.replaceAll('~1', '/').replaceAll('~0', '~')
      const key = isList(at) ? Number(step) : step
      at = isList(at) ? at[Number(step)] : isObject(at) ? at[step] : undefined
      return key
    })
}

function valueAt(value: Value, path: Path): Value | undefined {
  return path.reduce<Value | undefined>((at, step) => (isList(at) ? at[Number(step)] : isObject(at) ? at[String(step)] : undefined), value)
}
