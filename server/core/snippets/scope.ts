import { type Kind, kinds } from '../model/kinds.ts'
import { type Schema, schemaAt } from '../schema/schema.ts'
import { schemas } from '../schema/schemas.generated.ts'

/** Where a snippet fits: a kind of file, and a field of it or the whole. */
export interface Scope {
  readonly kind: Kind
  readonly path: readonly string[]
  /** What the schema says of the field. */
  readonly schema: Schema
}

/** A place such as `brief.risks`; undefined where no file has one of that name. */
export function scopeOf(words: string): Scope | undefined {
  const [first, ...path] = words.split('.')
  const kind = kinds.find((each) => each === first)
  const schema = kind && schemaAt(schemas[kind], path)
  return kind && schema && { kind, path, schema }
}
