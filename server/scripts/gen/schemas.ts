import type { BuiltIn } from '../../core/schema/built-in.ts'
import { readYaml } from './read.ts'

export const kinds = ['engagement', 'brief', 'config', 'vocabulary', 'snippets'] as const

/** A JSON Schema as JSON. */
export interface Json {
  [key: string]: unknown
}

/** The published schemas by file name, expanded from `schemas/source/` with the vocabularies filled in. */
export function buildSchemas(data: BuiltIn): Record<string, Json> {
  return Object.fromEntries(
    ['common', ...kinds].map((kind) => {
      const source = readYaml(`schemas/source/${kind}.yaml`)
      const head = {
        $schema: 'https://json-schema.org/draft/2020-12/schema',
        $comment: `Generated from source/${kind}.yaml and vocab/ by "npm run gen"; change those, not this file.`,
      }
      return [`${kind}.schema.json`, { ...head, ...expand(source, data) }]
    }),
  )
}

/** Keywords whose value is a map of names to schemas: there `note` or `type` is a name, not a keyword. */
const maps = new Set(['properties', '$defs', 'patternProperties'])
/** Keywords whose value is data, not a schema. */
const verbatim = new Set(['examples', 'enum', 'const', 'default', 'required', 'type', 'x-missing', 'x-one-of'])

function expand(source: Json, data: BuiltIn): Json {
  const result: Json = {}
  for (const [key, value] of Object.entries(source)) {
    if (key === '$enumeration') Object.assign(result, enumeration(String(value), data))
    else if (key === '$vocabulary') Object.assign(result, vocabulary(String(value), data))
    else if (key === '$blocks') result['allOf'] = blockRules(source, data)
    else if (maps.has(key)) result[key] = mapValues(value as Json, (v) => expand(v as Json, data))
    else if (!verbatim.has(key) && isObject(value)) result[key] = expand(value, data)
    else result[key] = value
  }
  const oneOf = source['x-one-of'] as readonly string[] | undefined
  if (oneOf) result['anyOf'] = oneOf.map((name) => ({ required: [name] }))
  if (source['properties']) return closed(result)
  return isObject(source['additionalProperties']) ? { ...result, patternProperties: { '^x-': {} } } : result
}

/** Every object may carry a note and extension keys, and nothing else that the schema does not know. */
function closed(schema: Json): Json {
  const note = {
    description: 'A remark of your own, for whoever edits this file next.',
    type: 'string',
    'x-is': 'prose',
    examples: ['To be checked against the communique.'],
  }
  return {
    ...schema,
    properties: { ...(schema['properties'] as Json), note: (schema['properties'] as Json)['note'] ?? note },
    patternProperties: { '^x-': {} },
    additionalProperties: false,
  }
}

function enumeration(name: string, data: BuiltIn): Json {
  const entries = data.enumerations[name]
  if (!entries) throw new Error(`schemas/source: no enumeration "${name}" in vocab/enumerations.yaml`)
  return { type: 'string', ...choices(entries.map(({ id, label, definition }) => [id, `${label}: ${definition}`])), 'x-enumeration': name }
}

function choices(pairs: readonly (readonly [string, string])[]): Json {
  return { enum: pairs.map(([id]) => id), enumDescriptions: pairs.map(([, words]) => words) }
}

const idPattern = '^[a-z0-9]+(-[a-z0-9]+)*$'

/** A vocabulary that a team may add to accepts any id: a schema alone cannot know the team's words. */
function vocabulary(name: string, data: BuiltIn): Json {
  const described = (terms: readonly { id: string; label: string; definition: string }[]) =>
    choices(terms.map(({ id, label, definition }) => [id, `${label}: ${definition}`]))
  const open = (terms: readonly { id: string; label: string; definition: string }[]) => ({
    type: 'string',
    anyOf: [described(terms), { pattern: idPattern }],
    'x-vocabulary': name,
  })
  switch (name) {
    case 'countries':
      return { type: 'string', ...choices(data.countries.map((c) => [c.code, c.name])), 'x-vocabulary': name }
    case 'organizations':
      return open(data.organizations.map(({ id, name: label, definition }) => ({ id, label, definition })))
    case 'engagement-types':
      return open(data.engagementTypes)
    case 'exercise-forms':
      return open(data.exerciseForms)
    case 'exercise-foci':
      return open(data.exerciseFoci)
    case 'naming':
      return open(data.namingProfiles)
    case 'profiles':
      return { type: 'string', ...described(data.profiles), 'x-vocabulary': name }
    case 'scales':
      return { type: 'string', ...described(data.scales), 'x-vocabulary': name }
    case 'tlp':
      return { type: 'string', ...choices(data.handling.tlp.map((t) => [t.label, t.definition])), 'x-vocabulary': name }
    default:
      throw new Error(`schemas/source: no vocabulary "${name}"`)
  }
}

/**
 * Which parts a type requires and which it refuses: dates, unless it is an
 * instrument, and blocks. A team's own types are not named, so nothing is asked
 * of them.
 */
function blockRules(source: Json, data: BuiltIn): Json[] {
  const everywhere = ['cyber', 'space']
  const named = new Set(data.engagementTypes.flatMap((t) => [...t.block, ...t.also]))
  const blocks = Object.keys(source['properties'] as Json).filter((key) => named.has(key))
  const dated = data.engagementTypes.filter((t) => !t.temporal.includes('instrument')).map((t) => t.id)
  const datesRule = { if: ofType(dated), then: { required: ['dates'] } }
  return [datesRule, ...blocks.flatMap((block) => blockRule(block, everywhere.includes(block), data))]
}

function blockRule(block: string, everywhere: boolean, data: BuiltIn): Json[] {
  const requiring = data.engagementTypes.filter((t) => t.block.includes(block)).map((t) => t.id)
  const refusing = data.engagementTypes.filter((t) => !t.block.includes(block) && !t.also.includes(block)).map((t) => t.id)
  const errorMessage = `This type of engagement has no "${block}" block: give it a file of its own.`
  const require = { if: ofType(requiring), then: { required: [block] } }
  const refuse = { if: ofType(refusing), then: { properties: { [block]: { not: {}, errorMessage } } } }
  return [...(requiring.length > 0 ? [require] : []), ...(refusing.length > 0 && !everywhere ? [refuse] : [])]
}

function ofType(ids: readonly string[]): Json {
  return { properties: { type: { enum: ids } }, required: ['type'] }
}

function mapValues(map: Json, change: (value: unknown) => unknown): Json {
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, change(value)]))
}

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
