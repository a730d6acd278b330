import type { BuiltIn } from '../../core/schema/built-in.ts'
import { capital, constantName, resolveReference } from './references.ts'
import { isObject, type Json, kinds } from './schemas.ts'

interface Context {
  readonly file: string
  readonly schemas: Record<string, Json>
  readonly declared: Map<string, string>
}

/**
 * TypeScript types of the five kinds. Every key is optional, because a model is
 * made of half-typed text too; what is of the wrong type is left out of it.
 */
export function modelTypes(schemas: Record<string, Json>, data: BuiltIn): string {
  const declared = new Map<string, string>()
  for (const kind of kinds) {
    const file = `${kind}.schema.json`
    declared.set(capital(kind), `export interface ${capital(kind)} ${shape(schemas[file] ?? {}, { file, schemas, declared })}`)
  }
  const enumerations = Object.entries(data.enumerations).map(
    ([name, entries]) => `export type ${enumerationType(name)} = ${entries.map((e) => JSON.stringify(e.id)).join(' | ')}`,
  )
  const models = kinds.map((kind) => `  readonly ${kind}: ${capital(kind)}`)
  return `${[...enumerations, ...declared.values(), `export interface Models {\n${models.join('\n')}\n}`].join('\n\n')}\n`
}

function enumerationType(name: string): string {
  return name.split('-').map(capital).join('')
}

function typeOf(schema: Json, context: Context): string {
  if (typeof schema['$ref'] === 'string') return referenced(schema['$ref'], context)
  if (typeof schema['x-enumeration'] === 'string') return enumerationType(schema['x-enumeration'])
  if (schema['const'] !== undefined) return 'string'
  if (Array.isArray(schema['enum']) && schema['x-vocabulary'] === undefined) return schema['enum'].map((v) => JSON.stringify(v)).join(' | ')
  const names = ([] as unknown[]).concat(schema['type'] ?? []) as string[]
  const texts = names.includes('string')
  const found = names.map((name) => {
    if (name === 'array') return listType(schema, context)
    if (name === 'object') return shape(schema, context)
    if (name === 'string') return 'string'
    // Where text is allowed every scalar is read as text.
    return texts ? '' : name === 'boolean' ? 'boolean' : 'number'
  })
  return [...new Set(found.filter(Boolean))].join(' | ') || 'unknown'
}

function listType(schema: Json, context: Context): string {
  const item = typeOf((schema['items'] ?? {}) as Json, context)
  return `readonly ${item.includes('|') || item.startsWith('readonly') ? `(${item})` : item}[]`
}

function referenced(ref: string, context: Context): string {
  const reference = resolveReference(ref, context.file, context.schemas)
  if (!isObject(reference.target['properties'])) return typeOf(reference.target, { ...context, file: reference.file })
  const name = capital(constantName(reference).replace(/^common/, '')).replace(/^$/, 'Common')
  if (!context.declared.has(name)) {
    context.declared.set(name, '')
    context.declared.set(name, `export interface ${name} ${shape(reference.target, { ...context, file: reference.file })}`)
  }
  const others = ([] as unknown[]).concat(reference.target['type'] ?? []).filter((type) => type !== 'object')
  return others.includes('string') ? `${name} | string` : name
}

function shape(schema: Json, context: Context): string {
  const { properties, additionalProperties } = schema
  if (isObject(properties)) {
    const lines = Object.entries(properties).map(([key, value]) => `readonly ${key}?: ${typeOf(value as Json, context)}`)
    return `{\n${lines.map((line) => `  ${line.replaceAll('\n', '\n  ')}`).join('\n')}\n}`
  }
  return `Readonly<Record<string, ${isObject(additionalProperties) ? typeOf(additionalProperties, context) : 'unknown'}>>`
}
