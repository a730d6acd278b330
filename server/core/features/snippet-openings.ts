import { isList, isObject, type Value } from '../model/read.ts'
import { isText, schemaAt } from '../schema/schema.ts'
import type { Scope } from '../snippets/scope.ts'
import { type Pen, writtenBehind, writtenItems, writtenLines, writtenPart } from '../snippets/written.ts'
import { lineAround } from '../text/lines.ts'
import type { Path } from '../text/path.ts'
import type { Place } from './cursor.ts'
import { insertNew } from './entry-snippets.ts'
import { behindColon, type Insertion } from './insertion.ts'
import { keysAt, type Scene } from './scene.ts'

/** What a snippet stands for, and where it comes from: library/snippet@version. */
export interface Written {
  readonly value: Value
  readonly from: string | undefined
}

/** How a snippet gets into the text at the cursor. */
export type Opening = (written: Written, pen: Pen) => Insertion | undefined

/** How a snippet that is meant for a place gets in at the cursor; undefined where the cursor is at no such place. */
export function openingFor(scene: Scene, scope: Scope): Opening | undefined {
  const { cursor } = scene.scan
  if (cursor.at === 'nowhere' || scope.kind !== scene.kind) return undefined
  if (scope.path.length === 0) return atFile(scene) ?? atAnyText(scene)
  if (cursor.at === 'prose') return isSame(cursor.path, scope.path) ? inText(scene, cursor.path) : undefined
  if (cursor.quote || cursor.colon || cursor.flow) return undefined
  if (scope.schema.items && isSame(listAt(cursor), scope.path)) return asItems(scene, cursor)
  if (cursor.at === 'key') return asEntry(scene, cursor, scope)
  return isSame(cursor.path, scope.path) && !scope.schema.items ? asValue(scene, cursor, scope) : undefined
}

/** What is meant for a kind as a whole is a file where there is none yet, and a text wherever one may stand. */
function atFile(scene: Scene): Opening | undefined {
  const { cursor } = scene.scan
  const isBegun = keysAt(scene.scan, []).some((key) => key !== 'chancery')
  if (cursor.at !== 'key' || cursor.path.length > 0 || cursor.column > 0 || cursor.colon || isBegun) return undefined
  return ({ value, from }, pen) => {
    if (!isObject(value)) return undefined
    const { chancery: _, ...rest } = value as Readonly<Record<string, Value>>
    const first = keysAt(scene.scan, []).includes('chancery') ? {} : { chancery: `${scene.kind}/1` }
    return { span: cursor.word, text: writtenPart({ ...first, ...rest, ...marked(from) }, 0, pen) }
  }
}

function atAnyText(scene: Scene): Opening | undefined {
  const { cursor } = scene.scan
  if (cursor.at === 'nowhere' || scene.schema === undefined) return undefined
  const schema = schemaAt(scene.schema, cursor.path)
  if (schema?.['x-is'] !== 'prose') return undefined
  const opening =
    cursor.at === 'prose' ? inText(scene, cursor.path) : cursor.at === 'value' && isFree(cursor) ? behindKey(scene, cursor) : undefined
  return opening && ((written, pen) => (typeof written.value === 'string' ? opening(written, pen) : undefined))
}

function isFree({ quote, colon, flow }: Place): boolean {
  return !quote && !colon && !flow
}

/** The list in which a new item may begin here. */
function listAt({ at, path }: Place): Path | undefined {
  if (at === 'key') return undefined
  const isItem = typeof path.at(-1) === 'number'
  // Of a list of which not even the key has been typed nothing is known, and an item has its dash.
  return isItem === (at === 'open') ? (isItem ? path.slice(0, -1) : path) : undefined
}

function asItems(scene: Scene, place: Place): Opening {
  return ({ value, from }, pen) => {
    if (!isList(value) || value.length === 0) return undefined
    const items = value.map((item) => (isObject(item) ? { ...item, ...marked(from) } : item))
    return insertNew(scene, place, { key: '', block: (column) => writtenItems(items, column, pen) })
  }
}

/** A key that the mapping lacks, with all that stands below it. */
function asEntry({ scan }: Scene, place: Place, { path }: Scope): Opening | undefined {
  const key = path.at(-1) ?? ''
  if (!isSame(place.path, path.slice(0, -1)) || keysAt(scan, place.path).includes(key)) return undefined
  return ({ value, from }, pen) => {
    const remark = isObject(value) ? '' : remarkOf(from, `\n${' '.repeat(place.column)}`)
    const items = isList(value) ? value.map((item) => (isObject(item) ? { ...item, ...marked(from) } : item)) : undefined
    const isMarked = items?.some(isObject)
    const part = isObject(value) ? { ...value, ...marked(from) } : (items ?? value)
    return { span: place.word, text: `${isMarked ? '' : remark}${key}:${writtenBehind(part, place.column, pen)}` }
  }
}

function asValue(scene: Scene, place: Place, { schema }: Scope): Opening | undefined {
  if (place.at === 'value') return behindKey(scene, place)
  if (place.at === 'key' || isText(schema)) return undefined
  // On the line below its key.
  return ({ value, from }, pen) =>
    isObject(value) ? { span: place.word, text: writtenPart({ ...value, ...marked(from) }, place.column, pen) } : undefined
}

function behindKey(scene: Scene, { word, column }: Place): Opening {
  return ({ value, from }, pen) => {
    if (isList(value)) return undefined
    const part = isObject(value) ? { ...value, ...marked(from) } : value
    return {
      span: { start: behindColon(scene.text, word.start), end: word.end },
      text: writtenBehind(part, column, pen),
      ...(isObject(value) ? {} : above(scene, word.start, from)),
    }
  }
}

/** In a text of several lines, where these stay as they are. */
function inText(scene: Scene, path: Path): Opening | undefined {
  const { text, offset } = scene
  const key = scene.scan.marks.find((each) => each.is === 'key' && isSame(each.path, path))
  if (!key || !/^[ \t]*:[ \t]+\|/.test(text.slice(key.end, lineAround(text, key.end).end))) return undefined
  const line = lineAround(text, offset)
  const typed = typedInText(scene)
  const column = columnOfText(text.slice(lineAround(text, key.end).end, offset), offset - line.start)
  return ({ value, from }, pen) =>
    typeof value === 'string'
      ? { span: { start: offset - typed.length, end: offset }, text: writtenLines(value, column, pen), ...above(scene, key.start, from) }
      : undefined
}

/** The word before the cursor in a text. */
export function typedInText({ text, offset }: Scene): string {
  return /[\p{L}\p{N}_-]*$/u.exec(text.slice(lineAround(text, offset).start, offset))?.[0] ?? ''
}

/** How far the lines of a text stand in: as the first of them, or where the cursor is. */
function columnOfText(lines: string, otherwise: number): number {
  const first = lines.split('\n').find((line) => line.trim() !== '')
  return first === undefined ? otherwise : first.length - first.trimStart().length
}

function marked(from: string | undefined): Readonly<Record<string, Value>> {
  return from === undefined ? {} : { 'x-from': from }
}

function remarkOf(from: string | undefined, end: string): string {
  return from === undefined ? '' : `# x-from: ${from}${end}`
}

/** A text has no keys, so where it comes from is remarked on the line above. */
function above({ text }: Scene, at: number, from: string | undefined): Pick<Insertion, 'above'> {
  const line = lineAround(text, at)
  const indent = /^ */.exec(text.slice(line.start, at))?.[0] ?? ''
  const before = text.slice(0, line.start)
  const remark = remarkOf(from, '\n')
  return remark === '' || before.endsWith(indent + remark) ? {} : { above: { at: line.start, text: indent + remark } }
}

function isSame(a: Path | undefined, b: Path): boolean {
  return a !== undefined && a.length === b.length && a.every((step, i) => step === b[i])
}
