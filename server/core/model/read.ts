import { child, isText, type Schema } from '../schema/schema.ts'
import { type Node, resolved, type Scalar } from '../syntax/tree.ts'

/** Values as plain data: text, numbers, booleans, null, lists, and objects without a prototype. */
export type Value = string | number | boolean | null | readonly Value[] | { readonly [key: string]: Value }

/** However often anchors are used, a file never stands for more values than this. */
export const mostAliasedValues = 50_000

export interface ReadResult {
  readonly value: Value
  /** The alias or merge key at which the limit of aliased values was passed, where it was. */
  readonly exhausted: Node | undefined
}

interface State {
  aliased: number
  exhausted: Node | undefined
}

/**
 * Reads a tree as plain values. The schema decides what is text: there a scalar
 * is what the writer wrote, so `country: NO`, `id: 010` and `date: 2024` stay
 * "NO", "010" and "2024". Elsewhere the YAML 1.2 core schema holds. A key
 * without a value counts as not there: a writer who types `area:` and goes on
 * has said nothing yet.
 * `skip` leaves out root entries whose syntax is broken.
 */
export function readValue(root: Node | undefined, schema: Schema | undefined, skip: ReadonlySet<string>): ReadResult {
  const state: State = { aliased: 0, exhausted: undefined }
  const value = read(root, schema, state, undefined)
  if (skip.size === 0 || !isObject(value)) return { value, exhausted: state.exhausted }
  const kept: Record<string, Value> = Object.create(null)
  for (const [key, entry] of Object.entries(value)) if (!skip.has(key)) kept[key] = entry
  return { value: kept, exhausted: state.exhausted }
}

function read(node: Node | undefined, schema: Schema | undefined, state: State, from: Node | undefined): Value {
  // What comes in through an alias or a merge key is counted, with all that lies below it.
  const through = node?.kind === 'alias' ? node : from
  const target = resolved(node)
  if (!target) return null
  if (through && ++state.aliased > mostAliasedValues) {
    state.exhausted ??= through
    return null
  }
  switch (target.kind) {
    case 'scalar':
      return scalarValue(target, schema)
    case 'sequence':
      return target.items.map((item) => read(item, child(schema, 0), state, through))
    case 'mapping': {
      const object: Record<string, Value> = Object.create(null)
      for (const [key, { pair, merged }] of target.entries) {
        const value = read(pair.value, child(schema, key), state, through ?? merged)
        if (value !== null) object[key] = value
      }
      return object
    }
    default:
      return target satisfies never
  }
}

function scalarValue(scalar: Scalar, schema: Schema | undefined): Value {
  const { text, style, tag } = scalar
  if (style !== 'plain' || tag === 'tag:yaml.org,2002:str') return text
  if (text === '' || text === '~' || /^null$/i.test(text)) return null
  return isText(schema) ? text : coreValue(text)
}

/** The YAML 1.2 core schema: what a plain scalar means where no text is expected. */
function coreValue(text: string): Value {
  if (/^(?:true|True|TRUE)$/.test(text)) return true
  if (/^(?:false|False|FALSE)$/.test(text)) return false
  if (/^[-+]?\d+$/.test(text) || /^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/.test(text)) return Number(text)
  if (/^0o[0-7]+$|^0x[\da-fA-F]+$/.test(text)) return Number(text)
  return text
}

export function isObject(value: unknown): value is Readonly<Record<string, Value>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function isList(value: unknown): value is readonly Value[] {
  return Array.isArray(value)
}
