import { child, type Schema, types } from '../schema/schema.ts'
import type { Path } from '../text/path.ts'
import { scalar } from './insertion.ts'
import type { Scene } from './scene.ts'
import { valueChoices } from './value-choices.ts'

/** Writes a part of a file with tab stops, as the protocol has them. */
export interface Writer {
  readonly scene: Scene
  /** The next tab stop. */
  readonly stop: () => number
}

export function writer(scene: Scene): Writer {
  let last = 0
  return {
    // What is typed is the name of the entry, not a part of a value.
    scene: { ...scene, typed: '' },
    stop: () => {
      last++
      return last
    },
  }
}

/** The keys that an entry has as a rule: those that it must have, and those of the first example. */
export function usualKeys(schema: Schema, example: unknown): readonly string[] {
  const shown = typeof example === 'object' && example !== null ? Object.keys(example) : []
  const [first] = schema['x-one-of'] ?? []
  const wanted = new Set([...(schema.required ?? []), ...shown, ...(shown.length === 0 && first ? [first] : [])])
  return Object.keys(schema.properties ?? {}).filter((key) => wanted.has(key) && isWritable(child(schema, key)))
}

/** A part that has parts of its own is begun when its turn comes. */
function isWritable(schema: Schema | undefined): boolean {
  const all = schema ? types(schema) : []
  return !all.includes('object') && !(all.includes('array') && schema?.items !== undefined && types(schema.items).includes('object'))
}

/** Keys with their values on a line each; the first line has no indentation. */
export function blockOf(
  writing: Writer,
  schema: Schema,
  path: Path,
  { keys, column }: { keys: readonly string[]; column: number },
): string {
  const indent = ' '.repeat(column)
  return keys
    .map((key) => {
      const inner = child(schema, key) ?? {}
      const at = [...path, key]
      const isTexts = types(inner).includes('array') && ['prose', 'line'].includes(inner.items?.['x-is'] ?? '')
      return isTexts
        ? `${key}:\n${indent}  - ${written(writing, inner.items ?? {}, [...at, 0], false)}`
        : `${key}: ${written(writing, inner, at, false)}`
    })
    .join(`\n${indent}`)
}

/** Keys with their values between braces. */
export function bracesOf(writing: Writer, schema: Schema, path: Path, keys: readonly string[]): string {
  return `{ ${keys.map((key) => `${key}: ${written(writing, child(schema, key) ?? {}, [...path, key], true)}`).join(', ')} }`
}

function written(writing: Writer, schema: Schema, path: Path, inFlow: boolean): string {
  if (types(schema).includes('array') && schema.items && !types(schema).includes('string'))
    return `[${written(writing, schema.items, [...path, 0], true)}]`
  const { scene } = writing
  const is = schema['x-is'] ?? ''
  const n = writing.stop()
  if (is === 'date') return path.at(-1) === 'accessed' ? `\${${n}:${scene.today}}` : `$${n}`
  if (is === 'id') return stopWith(n, nextId(scene, schema, path))
  const words = shortList(scene, schema, path, inFlow)
  if (words.length > 0) return `\${${n}|${words.map((word) => word.replace(/[\\,|]/g, '\\$&')).join(',')}|}`
  return inFlow && ['prose', 'line'].includes(is) ? `"$${n}"` : `$${n}`
}

/** More choices than these are better found by typing. */
const mostChoices = 24

/** Vocabularies that are never few. */
const long = ['countries', 'organizations', 'engagement-types', 'exercise-forms', 'exercise-foci']

/** The words from which to choose, where they are few. */
function shortList(scene: Scene, schema: Schema, path: Path, inFlow: boolean): readonly string[] {
  if (long.includes(schema['x-vocabulary'] ?? '')) return []
  const choices = valueChoices(scene, schema, path)
  if (choices.length > mostChoices) return []
  const sorted = [...choices].sort((a, b) => (a.late ?? 0) - (b.late ?? 0))
  return sorted.filter(({ late = 0 }) => late < 10).map((choice) => scalar(choice, undefined, inFlow))
}

/** The answers to a question of a snippet from which to choose, where they are few. */
export function shortAnswers(scene: Scene, schema: Schema): readonly string[] {
  return shortList({ ...scene, typed: '' }, schema, [], false)
}

function stopWith(n: number, text: string): string {
  return text === '' ? `$${n}` : `\${${n}:${text}}`
}

/** Where the example is c1 and the file has c1 and c2, it is c3. */
function nextId({ scan }: Scene, { examples = [] }: Schema, path: Path): string {
  const stem = /^([a-z]+)1$/.exec(String(examples[0] ?? ''))?.[1]
  if (stem === undefined) return ''
  const [list] = path
  for (let n = 1; ; n++) {
    const id = `${stem}${n}`
    if (!scan.marks.some(({ is, path: at, text }) => is === 'value' && at[0] === list && at.at(-1) === 'id' && text === id)) return id
  }
}
