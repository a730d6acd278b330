import { CompletionItemKind } from 'vscode-languageserver-types'
import { child, type Schema, schemaAt, types } from '../schema/schema.ts'
import type { Path } from '../text/path.ts'
import { listed } from '../text/words.ts'
import type { Choice } from './choice.ts'
import type { Place } from './cursor.ts'
import { behindColon, type Candidate, type Insertion } from './insertion.ts'
import { ranked } from './ranked.ts'
import { nextItem, type Scene } from './scene.ts'
import { blockOf, bracesOf, usualKeys, type Writer, writer } from './tab-stops.ts'

/** Where an entry of a list or a map may begin, and what it consists of. */
interface Beginning {
  /** The path of the list or map. */
  readonly path: Path
  readonly entry: Schema
  readonly keys: readonly string[]
  readonly isMap: boolean
}

/** A whole entry with tab stops, where a new one may begin: a participant, a risk, a source. */
export function entrySnippets(scene: Scene, place: Place): readonly Candidate[] {
  if (!scene.snippets || !scene.schema || place.quote || place.colon) return []
  const beginning = beginningAt(scene.schema, place)
  if (!beginning || beginning.keys.length < 2) return []
  const insertion = insertEntry(scene, place, beginning)
  return ranked([choiceOf(beginning)], place.typed).items.map((found) => ({ ...found, insertion }))
}

function beginningAt(root: Schema, { at, path }: Place): Beginning | undefined {
  const step = path.at(-1)
  const isItem = typeof step === 'number' && (at === 'open' || at === 'value')
  const of = isItem ? path.slice(0, -1) : path
  const schema = schemaAt(root, of)
  if (!schema || (at === 'open' && !isItem && types(schema).includes('array'))) return undefined
  const isMap = typeof schema.additionalProperties === 'object' && schema.properties === undefined
  if (isMap ? isItem : at === 'key') return undefined
  const entry = isMap ? child(schema, 'any') : schema.items
  if (!entry?.properties) return undefined
  return { path: of, entry, isMap, keys: usualKeys(entry, firstExample(schema)) }
}

/** The first entry of the first example. */
function firstExample({ examples = [] }: Schema): unknown {
  const [example] = examples
  return typeof example === 'object' && example !== null ? Object.values(example)[0] : undefined
}

function choiceOf({ path, entry, keys }: Beginning): Choice {
  const title = (entry.title ?? 'entry').toLowerCase()
  return {
    text: title,
    label: `New ${title}`,
    detail: `with ${listed(keys)}`,
    names: [
      { text: `New ${title}`, as: 'name' },
      { text: title, as: 'name' },
    ],
    kind: CompletionItemKind.Snippet,
    topic: { is: 'key', path },
  }
}

function insertEntry(scene: Scene, place: Place, { path, entry, keys, isMap }: Beginning): Insertion {
  const writing = writer(scene)
  const key = isMap ? `\${${writing.stop()}:id}: ` : ''
  const inner = [...path, isMap ? 'any' : nextItem(scene, path)]
  if (place.flow) return snippet(place.word, `${place.glued ? ' ' : ''}${key}${bracesOf(writing, entry, inner, keys)}`)
  const block = (column: number) => entryBlock(writing, entry, inner, { keys, column, key: key.trimEnd() })
  return insertNew(scene, place, { key, block })
}

/** A new entry, where one may begin: `block` writes its lines at a column, all but the first with their indentation. An entry of a map has a key. */
export function insertNew(
  scene: Scene,
  { word, column, glued, at }: Place,
  { key, block }: { readonly key: string; readonly block: (column: number) => string },
): Insertion {
  const space = glued ? ' ' : ''
  const dash = key === '' ? '- ' : ''
  if (at === 'value') {
    const inner = columnBelow(scene.text, word.end, column) ?? column + 2
    const start = `\n${' '.repeat(inner)}${dash}`
    return snippet({ start: behindColon(scene.text, word.start), end: word.end }, start + block(inner + dash.length))
  }
  return at === 'list' ? snippet(word, `${space}${dash}${block(column + dash.length)}`) : snippet(word, space + block(column))
}

/** The column of the entries that stand below a key already. */
function columnBelow(text: string, from: number, column: number): number | undefined {
  const [, indent = '', first] = /^[^\r\n]*(?:\r?\n[ \t]*(?:#[^\r\n]*)?)*\r?\n( *)(- |[^\s#-])/.exec(text.slice(from)) ?? []
  return indent.length > column || (first === '- ' && indent.length === column) ? indent.length : undefined
}

function snippet(span: Insertion['span'], text: string): Insertion {
  return { span, text, isSnippet: true }
}

/** The entry of a map stands below its key. */
function entryBlock(
  writing: Writer,
  entry: Schema,
  path: Path,
  { keys, column, key }: { readonly keys: readonly string[]; readonly column: number; readonly key: string },
): string {
  if (key === '') return blockOf(writing, entry, path, { keys, column })
  return `${key}\n${' '.repeat(column + 2)}${blockOf(writing, entry, path, { keys, column: column + 2 })}`
}
