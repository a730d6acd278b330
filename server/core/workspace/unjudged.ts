import type { Document, Unknown } from '../model/document.ts'
import { type Field, fieldsOf } from '../model/fields.ts'
import { kinds } from '../model/kinds.ts'
import { isList, isObject, readValue, type Value } from '../model/read.ts'
import { sanitize } from '../model/sanitize.ts'
import { type Schema, schemaAt } from '../schema/schema.ts'
import { schemas } from '../schema/schemas.generated.ts'
import type { Tree } from '../syntax/parse.ts'

/**
 * The fields of what nothing is said about, and in which names are found all the
 * same: entries whose syntax is broken, of which the reading is a guess, and the
 * parts of files that a snippet holds, which may have gaps.
 */
export function unjudgedFields(document: Document | Unknown, { root }: Tree): readonly Field[] {
  const { kind, damaged } = document
  if (!kind) return []
  const held = kind === 'snippets' ? snippetFields(document) : []
  if (damaged.size === 0) return held
  const schema = schemas[kind]
  const { value } = readValue(root, schema, new Set())
  const all = isObject(value) ? fieldsOf(sanitize(value, schema), schema) : []
  return [...held, ...[...all].filter(({ path }) => damaged.has(String(path[0])))]
}

function snippetFields({ value }: Document): readonly Field[] {
  const snippets = isObject(value) ? value['snippets'] : undefined
  if (!isList(snippets)) return []
  return snippets.flatMap((snippet, index) => {
    if (!isObject(snippet)) return []
    const { yaml, scope } = snippet as { readonly yaml?: Value; readonly scope?: Value }
    const schema = schemaFor(yaml, isList(scope) ? scope[0] : undefined)
    return schema ? [...fieldsOf(yaml, schema, ['snippets', index, 'yaml'])] : []
  })
}

/** The schema of what fits at a place such as `brief.risks`: the list that stands there, or one item of it. */
function schemaFor(yaml: Value | undefined, scope: Value | undefined): Schema | undefined {
  const [first, ...path] = typeof scope === 'string' ? scope.split('.') : []
  const kind = kinds.find((each) => each === first)
  const schema = kind && schemaAt(schemas[kind], path)
  return isList(yaml) ? schema : (schema?.items ?? schema)
}
