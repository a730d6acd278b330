import { isList, isObject, type Value } from '../model/read.ts'
import { isText, schemaAt } from '../schema/schema.ts'
import type { Scope } from '../snippets/scope.ts'
import { type Pen, writtenBehind, writtenItems, writtenPart } from '../snippets/written.ts'
import type { Scalar } from '../syntax/tree.ts'
import { lineAround } from '../text/lines.ts'
import type { Path } from '../text/path.ts'
import type { Place, Prose } from './cursor.ts'
import { insertNew } from './entry-snippets.ts'
import type { Mark as Marked } from './frames.ts'
import { behindColon, type Insertion } from './insertion.ts'
import { keysAt, type Scene } from './scene.ts'
import { columnAt, inBlock, inScalar, oneValue, typedInText, type WordsOpening } from './text-openings.ts'

/** What a snippet stands for, and where it comes from: library/snippet@version. */
export interface Written {
  readonly value: Value
  readonly from: string | undefined
}

/** Where a snippet is to go. */
export interface Stand {
  readonly scene: Scene
  /** Nothing that was written goes for it, not even a word that may have been begun for its sake. */
  readonly keeps: boolean
  /** The text around the cursor, as `standingText` finds it. */
  readonly standing: () => Scalar | undefined
}

/** How a snippet gets into the text at the cursor. */
export type Opening = (written: Written, pen: Pen) => Insertion | undefined

/** How a snippet that is meant for a place gets in at the cursor; undefined where the cursor is at no such place. */
export function openingFor(stand: Stand, scope: Scope): Opening | undefined {
  const { scene } = stand
  const { cursor } = scene.scan
  if (cursor.at === 'nowhere' || scope.kind !== scene.kind) return undefined
  if (cursor.at !== 'prose' && isBehindTab(scene)) return undefined
  if (scope.path.length === 0) return atFile(stand) ?? atAnyText(stand)
  if (isSame(cursor.path, scope.path) && isText(scope.schema)) return atText(stand, cursor)
  if (cursor.at === 'prose' || !isFree(stand, cursor)) return undefined
  if (scope.schema.items && isSame(listAt(cursor), scope.path)) return asItems(scene, cursor)
  if (cursor.at === 'key') return asEntry(scene, cursor, scope)
  return isSame(cursor.path, scope.path) && !scope.schema.items ? asPart(scene, cursor) : undefined
}

/** YAML takes no tab for indentation, so lines could not be put at the column of this one. */
function isBehindTab({ text, offset }: Scene): boolean {
  return /^ *\t/.test(text.slice(lineAround(text, offset).start, offset))
}

/** What is meant for a kind as a whole is a file where there is none yet, and a text wherever one may stand. */
function atFile({ scene, keeps }: Stand): Opening | undefined {
  const { cursor } = scene.scan
  if (cursor.at === 'nowhere' || cursor.at === 'prose' || (keeps && !isEmpty(cursor))) return undefined
  const isBegun = keysAt(scene.scan, []).some((key) => key !== 'chancery')
  if (cursor.at !== 'key' || cursor.path.length > 0 || cursor.column > 0 || cursor.colon || isBegun) return undefined
  return ({ value, from }, pen) => {
    if (!isObject(value)) return undefined
    const { chancery: _, ...rest } = value as Readonly<Record<string, Value>>
    const first = keysAt(scene.scan, []).includes('chancery') ? {} : { chancery: `${scene.kind}/1` }
    return { span: cursor.word, text: writtenPart({ ...first, ...rest, ...marked(from) }, 0, pen) }
  }
}

function atAnyText(stand: Stand): Opening | undefined {
  const { cursor } = stand.scene.scan
  const { schema } = stand.scene
  if (cursor.at === 'nowhere' || schema === undefined || schemaAt(schema, cursor.path)?.['x-is'] !== 'prose') return undefined
  return atText(stand, cursor)
}

/** Outside of quotes and brackets, where nothing is lost of what stands there. */
function isFree({ keeps }: Stand, place: Place): boolean {
  return !place.quote && !place.colon && !place.flow && (!keeps || isEmpty(place))
}

function isEmpty({ word }: Place): boolean {
  return word.start === word.end
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

/** Fields of their own, behind their key or on the line below it. */
function asPart(scene: Scene, place: Place): Opening | undefined {
  if (place.at === 'key') return undefined
  return ({ value, from }, pen) => {
    if (!isObject(value)) return undefined
    const part = { ...value, ...marked(from) }
    if (place.at !== 'value') return { span: place.word, text: writtenPart(part, place.column, pen) }
    const { start, end } = place.word
    return { span: { start: behindColon(scene.text, start), end }, text: writtenBehind(part, place.column, pen) }
  }
}

/** Words as the value of a field that has none yet, or among those that stand there. */
function atText(stand: Stand, cursor: Place | Prose): Opening | undefined {
  const { scene, keeps, standing } = stand
  const key = scene.scan.marks.find((each) => each.is === 'key' && isSame(each.path, cursor.path))
  if (!key) return undefined
  const header = /^[ \t]*:[ \t]+(?<header>[|>].*)/.exec(scene.text.slice(key.end, lineAround(scene.text, key.end).end))?.groups?.['header']
  const isNew = cursor.at !== 'prose' && !cursor.quote && !cursor.flow && !cursor.colon && isOneWord(scene, cursor, keeps)
  const scalar = isNew || header !== undefined ? undefined : standing()
  const opening =
    header !== undefined
      ? cursor.at === 'prose' && inBlock(scene, key, header, keeps)
      : isNew
        ? asText(scene, cursor, key)
        : scalar && inScalar(scene, scalar, key, keeps)
  if (!opening) return undefined
  return ({ value, from }, pen) => {
    const put = typeof value === 'string' ? opening(value, pen) : undefined
    return put && { ...put, ...above(scene, key.start, from) }
  }
}

/** Nothing stands there but the word that was begun, which goes. */
function isOneWord(scene: Scene, { word, typed }: Place, keeps: boolean): boolean {
  const rest = scene.text.slice(scene.offset, word.end)
  return keeps ? word.start === word.end : /^[\p{L}\p{N}_-]*$/u.test(rest) && typed === typedInText(scene)
}

function asText(scene: Scene, { at, word }: Place, key: Marked): WordsOpening | undefined {
  if (at === 'key') return undefined
  const column = columnAt(scene.text, key.start)
  const isBehind = at === 'value'
  const span = isBehind ? { start: behindColon(scene.text, word.start), end: word.end } : word
  return (words, pen) => ({ span, text: (isBehind ? ' ' : '') + oneValue(scene, word.end, words, { column, pen }) })
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
