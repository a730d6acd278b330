import type { Document } from '../model/document.ts'
import { isList, isObject, type Value } from '../model/read.ts'
import { valueAt } from '../model/value-at.ts'
import { child, type Schema, schemaAt } from '../schema/schema.ts'
import { schemas } from '../schema/schemas.generated.ts'
import type { ShapeError } from '../schema/validators.generated.js'
import * as validators from '../schema/validators.generated.js'
import type { Vocabulary } from '../schema/vocabulary.ts'
import { isMergeKey, keyText, type Node } from '../syntax/tree.ts'
import type { Path } from '../text/path.ts'
import { missingKey, noneOf, type Ruled, unknownKey, unknownValue, wrongForm, wrongName, wrongType } from './structure-words.ts'

/**
 * What the schema says of a document's form, one report for one mistake. The
 * validator's own words never reach a writer.
 */
export function structureReports(document: Document, root: Node | undefined, vocabulary: Vocabulary): readonly Ruled[] {
  const validate = validators[document.kind]
  if (!isObject(document.value)) return []
  const empty = [...emptyKeys(root, schemas[document.kind], [])].slice(0, mostOffers).map((path) => emptyKey(document, path))
  if (validate(document.value)) return empty
  const all = validate.errors ?? []
  const mistyped = new Set(all.filter(({ keyword }) => keyword === 'type').map(({ instancePath }) => instancePath))
  // Of a value of the wrong type it goes without saying that it is not among the values allowed.
  const errors = all.filter(
    ({ keyword, schemaPath, instancePath }) =>
      keyword !== 'const' && !/\/(?:anyOf|propertyNames)\//.test(schemaPath) && (!mistyped.has(instancePath) || keyword === 'type'),
  )
  const unknown = errors.filter(({ keyword }) => keyword === 'additionalProperties')
  const offered = new Set(unknown.slice(0, mostOffers))
  const told = errors.flatMap((error) => {
    const path = pathOf(error.instancePath, document.value)
    return wordsFor({ error, path }, document, vocabulary, offered.has(error)) ?? []
  })
  return [...told, ...empty]
}

/** Keys that the schema does not know and that have no value yet: a value that is not there is never looked at. */
function* emptyKeys(node: Node | undefined, schema: Schema, path: Path): Iterable<Path> {
  if (node?.kind === 'sequence') for (const [i, item] of node.items.entries()) yield* emptyKeys(item, child(schema, i) ?? {}, [...path, i])
  if (node?.kind !== 'mapping' || !schema.properties) return
  for (const { key, value, damaged } of node.pairs) {
    const name = keyText(key)
    if (name === undefined || name === '' || damaged || isMergeKey(key)) continue
    const inner = child(schema, name)
    if (inner) yield* emptyKeys(value, inner, [...path, name])
    else if (!name.startsWith('x-') && isEmpty(value)) yield [...path, name]
  }
}

function isEmpty(node: Node | undefined): boolean {
  return node === undefined || (node.kind === 'scalar' && node.style === 'plain' && /^(?:~|null)?$/i.test(node.text))
}

function emptyKey(document: Document, path: Path): Ruled {
  const parent = path.slice(0, -1)
  const place = { schema: schemaAt(schemas[document.kind], parent) ?? {}, path: parent, value: valueAt(document.value, parent), document }
  return unknownKey(place, String(path.at(-1)), true)
}

/** A file with more unknown keys than this was not meant for Chancery, and a guess at each takes time. */
const mostOffers = 500

interface Placed {
  readonly error: ShapeError
  readonly path: Path
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
    case 'propertyNames':
      return wrongName(place, String(error.params['propertyName']))
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
