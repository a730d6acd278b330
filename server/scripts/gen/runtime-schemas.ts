import { constantName, resolveReference } from './references.ts'
import { isObject, type Json, kinds } from './schemas.ts'

/** Keywords that the core does not read: a tool for files in general needs them, the engine has the data itself. */
const left = new Set(['$schema', '$comment', '$id', '$defs', 'allOf', 'anyOf', 'patternProperties', 'minItems', 'minLength'])

/**
 * The schemas as a TypeScript module in which every definition is a constant, so
 * that a date's description stands in the bundle once and not at forty places.
 */
export function runtimeSchemas(schemas: Record<string, Json>): string {
  const constants = new Map<string, string>()
  const roots = kinds.map((kind) => `  ${kind}: ${emit(schemas[`${kind}.schema.json`] ?? {}, `${kind}.schema.json`, schemas, constants)},`)
  const lines = [...constants].map(([name, code]) => `const ${name}: Schema = ${code}`)
  return [
    `import type { Schema } from './schema.ts'`,
    '',
    ...lines,
    '',
    `export const schemas: Readonly<Record<${kinds.map((k) => `'${k}'`).join(' | ')}, Schema>> = {`,
    ...roots,
    '}',
    '',
  ].join('\n')
}

function emit(schema: Json, file: string, schemas: Record<string, Json>, constants: Map<string, string>): string {
  const parts: string[] = []
  if (typeof schema['$ref'] === 'string') parts.push(`...${constant(schema['$ref'], file, schemas, constants)}`)
  for (const [key, value] of Object.entries(schema)) {
    if (left.has(key) || key === '$ref') continue
    if (key.startsWith('enum') && schema['x-vocabulary'] !== undefined) continue
    parts.push(`${JSON.stringify(key)}: ${emitValue(key, value, file, schemas, constants)}`)
  }
  return parts.length === 1 && parts[0]?.startsWith('...') ? parts[0].slice(3) : `{ ${parts.join(', ')} }`
}

function emitValue(key: string, value: unknown, file: string, schemas: Record<string, Json>, constants: Map<string, string>): string {
  if (key === 'properties') {
    const entries = Object.entries(value as Json).map(
      ([name, v]) => `${JSON.stringify(name)}: ${emit(v as Json, file, schemas, constants)}`,
    )
    return `{ ${entries.join(', ')} }`
  }
  if (isObject(value) && ['items', 'additionalProperties', 'propertyNames'].includes(key)) return emit(value, file, schemas, constants)
  return JSON.stringify(value)
}

function constant(ref: string, file: string, schemas: Record<string, Json>, constants: Map<string, string>): string {
  const reference = resolveReference(ref, file, schemas)
  const name = constantName(reference)
  if (!constants.has(name)) {
    const code = emit(reference.target, reference.file, schemas, constants)
    constants.set(name, code)
  }
  return name
}
