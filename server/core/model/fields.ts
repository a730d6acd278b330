import { child, type Schema } from '../schema/schema.ts'
import type { Path } from '../text/path.ts'

/** A single value of a model with its place and what its schema says of it. */
export interface Field {
  readonly path: Path
  readonly value: string | number | boolean
  readonly schema: Schema
  /** The field is a key of a map, such as the id of a source. */
  readonly isKey?: true
}

/** Every single value of a model, in the order of the file. */
export function* fieldsOf(model: unknown, schema: Schema, path: Path = []): Generator<Field> {
  if (Array.isArray(model)) {
    for (const [index, item] of model.entries()) yield* fieldsOf(item, schema.items ?? {}, [...path, index])
  } else if (typeof model === 'object' && model !== null) {
    for (const [key, value] of Object.entries(model)) {
      const inner = child(schema, key)
      if (schema.propertyNames && !key.startsWith('x-'))
        yield { path: [...path, key], value: key, schema: schema.propertyNames, isKey: true }
      if (inner) yield* fieldsOf(value, inner, [...path, key])
    }
  } else if (typeof model === 'string' || typeof model === 'number' || typeof model === 'boolean') {
    yield { path, value: model, schema }
  }
}
