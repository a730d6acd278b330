import { child, type Schema, types } from '../schema/schema.ts'
import { isList, isObject, type Value } from './read.ts'

/**
 * The part of a value that is of the type its schema asks for, so that rules and
 * rendering can rely on the model's types while the text is half-typed. Lists
 * keep their indexes: an item of the wrong type becomes an empty object or ''.
 */
export function sanitize(value: Value | undefined, schema: Schema): unknown {
  if (value === undefined || value === null) return undefined
  if (schema['x-vocabulary'] === undefined && schema.enum && !schema.enum.includes(value)) return undefined
  const allowed = types(schema)
  // Of the options of rules the schema says nothing,
  if (allowed.length === 0) return value
  if (isList(value)) {
    if (!allowed.includes('array')) return undefined
    const item = schema.items ?? {}
    return value.map((v) => sanitize(v, item) ?? (types(item).includes('object') && !types(item).includes('string') ? {} : ''))
  }
  if (isObject(value)) return allowed.includes('object') ? sanitizeObject(value, schema) : undefined
  return typeNames(value).some((name) => allowed.includes(name)) ? value : undefined
}

function sanitizeObject(value: Readonly<Record<string, Value>>, schema: Schema): object {
  // and of the parts of files that a snippet holds no more than that they are one.
  if (schema.properties === undefined && schema.additionalProperties === undefined) return value
  const result: Record<string, unknown> = Object.create(null)
  for (const [key, entry] of Object.entries(value)) {
    const inner = child(schema, key)
    const kept = inner && sanitize(entry, inner)
    if (kept !== undefined) result[key] = kept
  }
  return result
}

/** A whole number is a number too. */
function typeNames(value: string | number | boolean): readonly string[] {
  return Number.isInteger(value) ? ['integer', 'number'] : [typeof value]
}
