import type { Copy } from '../model/copies.ts'
import type { Document, DocumentOf, Unknown } from '../model/document.ts'
import { type Field, fieldsOf } from '../model/fields.ts'
import { isList, isObject, readValue, type Value } from '../model/read.ts'
import { sanitize } from '../model/sanitize.ts'
import { valueAt } from '../model/value-at.ts'
import { schemaAt } from '../schema/schema.ts'
import { schemas } from '../schema/schemas.generated.ts'
import { scopeOf } from '../snippets/scope.ts'
import { find } from '../syntax/locate.ts'
import type { Tree } from '../syntax/parse.ts'
import { type Node, resolved } from '../syntax/tree.ts'
import type { Path } from '../text/path.ts'

/**
 * The fields of what nothing is said about, and in which names are found all the
 * same: entries whose syntax is broken, of which the reading is a guess, the
 * parts of files that a snippet holds, which may have gaps, notes of origin, and
 * keys of a library behind which no value stands that fits.
 */
export function unjudgedFields(document: Document | Unknown, { root }: Tree): readonly Field[] {
  const { kind, damaged } = document
  if (!kind) return []
  const held = kind === 'snippets' ? [...unfinishedKeys(document, root), ...snippetFields(document)] : document.copies.flatMap(noteOf)
  if (damaged.size === 0) return held
  const schema = schemas[kind]
  const { value } = readValue(root, schema, new Set())
  const all = isObject(value) ? fieldsOf(sanitize(value, schema), schema) : []
  return [...held, ...[...all].filter(({ path }) => damaged.has(String(path[0])))]
}

/** The note that has a key; those in comments are found with the comments. */
function noteOf({ at, library, snippet, version, remark }: Copy): readonly Field[] {
  return remark !== undefined ? [] : [{ path: [...at, 'x-from'], value: `${library}/${snippet}@${version}`, schema: { 'x-is': 'copy' } }]
}

/** The libraries on which this one rests and what its snippets ask for; a model has only those with a value that fits. */
function unfinishedKeys({ model, damaged }: DocumentOf<'snippets'>, root: Node | undefined): readonly Field[] {
  const places: readonly Path[] = [['dependencies'], ...(model.snippets ?? []).map((_, index) => ['snippets', index, 'params'])]
  return places.flatMap((path) => {
    const node = damaged.has(String(path[0])) ? undefined : resolved(find(root, path).node)
    const schema = schemaAt(schemas.snippets, path)?.propertyNames
    if (node?.kind !== 'mapping' || !schema) return []
    const known = valueAt(model as Value, path)
    const keys = [...node.entries.keys()].filter((key) => !key.startsWith('x-') && !(isObject(known) && Object.hasOwn(known, key)))
    return keys.map((key): Field => ({ path: [...path, key], value: key, schema, isKey: true }))
  })
}

function snippetFields({ value }: Document): readonly Field[] {
  const snippets = isObject(value) ? value['snippets'] : undefined
  if (!isList(snippets)) return []
  return snippets.flatMap((snippet, index) => {
    if (!isObject(snippet)) return []
    return [...heldFields(snippet as Held, ['snippets', index]), ...blankFields(snippet as Held, ['snippets', index])]
  })
}

type Held = Readonly<Record<string, Value>>

/** What the part of a file names that a snippet holds. */
function heldFields({ yaml, scope }: Held, path: Path): readonly Field[] {
  const [place] = isList(scope) ? scope : []
  const whole = typeof place === 'string' ? scopeOf(place)?.schema : undefined
  const schema = isList(yaml) ? whole : (whole?.items ?? whole)
  return schema ? [...fieldsOf(yaml, schema, [...path, 'yaml'])] : []
}

/** The texts of a snippet that may have blanks. A date that is made from the data goes by a field of the file, which no snippet asks for. */
function blankFields(snippet: Held, path: Path): readonly Field[] {
  return ['text', 'yaml', 'former', 'params', 'generate'].flatMap((key) =>
    [...textsIn(snippet[key], [...path, key])].filter(
      (field) => String(field.value).includes('{{') && !(key === 'generate' && field.path.at(-1) === 'on'),
    ),
  )
}

function* textsIn(value: Value | undefined, path: Path): Generator<Field> {
  if (typeof value === 'string') yield { path, value, schema: { 'x-is': 'blanks' } }
  else if (isList(value)) for (const [i, item] of value.entries()) yield* textsIn(item, [...path, i])
  else if (value !== undefined && isObject(value)) for (const [key, inner] of Object.entries(value)) yield* textsIn(inner, [...path, key])
}
