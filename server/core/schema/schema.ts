/** The part of JSON Schema 2020-12 that Chancery's schemas use, with references resolved, and its annotations. */
export interface Schema {
  readonly type?: string | readonly string[]
  readonly title?: string
  readonly description?: string
  readonly examples?: readonly unknown[]
  readonly default?: unknown
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly enumDescriptions?: readonly string[]
  readonly pattern?: string
  readonly minimum?: number
  readonly maximum?: number
  readonly items?: Schema
  readonly required?: readonly string[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly propertyNames?: Schema
  readonly additionalProperties?: boolean | Schema
  /** What the value is: a country, a date, a citation … The engine, completion and rendering go by it. */
  readonly 'x-is'?: string
  readonly 'x-vocabulary'?: string
  readonly 'x-enumeration'?: string
  /** The rule that speaks when the value is not of this form. */
  readonly 'x-finding'?: string
  /** The rule that speaks when a required key is missing. */
  readonly 'x-missing'?: Readonly<Record<string, string>>
  /** What is expected, as the end of a sentence. */
  readonly 'x-expects'?: string
  /** At least one of these keys must be there. */
  readonly 'x-one-of'?: readonly string[]
}

export function types(schema: Schema): readonly string[] {
  if (schema.type === undefined) return []
  return typeof schema.type === 'string' ? [schema.type] : schema.type
}

/** Whether a value of this schema may be text; then it is read as the writer wrote it. */
export function isText(schema: Schema | undefined): boolean {
  return schema !== undefined && (types(schema).includes('string') || typeof schema.const === 'string')
}

/** The schema of an entry or an item, or undefined where the schema says nothing of it. */
export function child(schema: Schema | undefined, step: string | number): Schema | undefined {
  if (!schema) return undefined
  if (typeof step === 'number') return schema.items
  const { properties, additionalProperties } = schema
  if (properties && Object.hasOwn(properties, step)) return properties[step]
  return typeof additionalProperties === 'object' && !step.startsWith('x-') ? additionalProperties : undefined
}

/** The schema that stands at a path. */
export function schemaAt(root: Schema, path: readonly (string | number)[]): Schema | undefined {
  return path.reduce<Schema | undefined>((schema, step) => child(schema, step), root)
}
