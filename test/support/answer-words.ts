import { TextDocument } from 'vscode-languageserver-textdocument'
import type { Location, Position, Range, TextEdit } from 'vscode-languageserver-types'
import { stringify } from 'yaml'
import type { Files } from './files.ts'
import { structureWords } from './structure-words.ts'

/** The files of a fixture as the server sees them, for putting an answer into words. */
export interface Setting {
  readonly files: Files
  /** The file that the question was about. */
  readonly path: string
  /** The path of a URI within the fixture; undefined for another. */
  readonly pathOf: (uri: string) => string | undefined
}

/**
 * An answer of the server as text that a person can check: places as
 * `path line:column-line:column «what stands there»`, lines and columns from 1,
 * edits as the texts that they make, all else as YAML.
 */
export function answerWords(answer: unknown, setting: Setting): string {
  if (answer === null || answer === undefined) return 'nothing\n'
  if (isEdits(answer)) return changed(setting, setting.path, answer)
  if (isObject(answer) && isWorkspaceEdit(answer)) return workspaceEdit(answer, setting)
  const structure = structureWords(answer, {
    here: (range) => rangeWords(range, setting.files[setting.path]),
    anywhere: (location) => locationWords(location, setting),
  })
  if (structure !== undefined) return structure
  return stringify(simpler(answer, setting, setting.path), { lineWidth: 0 })
}

function simpler(value: unknown, setting: Setting, path: string | undefined): unknown {
  if (Array.isArray(value)) {
    if (value.length > 0 && isEdits(value) && path !== undefined) return changed(setting, path, value)
    return value.map((item) => simpler(item, setting, path))
  }
  if (isRange(value)) return path === undefined ? rangeWords(value, undefined) : rangeWords(value, setting.files[path])
  if (isPosition(value)) return positionWords(value)
  if (!isObject(value)) return typeof value === 'string' ? (setting.pathOf(value) ?? value) : value
  if (isWorkspaceEdit(value)) return workspaceEdit(value, setting)
  const { uri, range } = value
  if (typeof uri === 'string' && isRange(range) && Object.keys(value).length === 2) return locationWords({ uri, range }, setting)
  const there = typeof uri === 'string' ? setting.pathOf(uri) : path
  if (isAction(value))
    return { ...value, ...(simpler({ ...value, diagnostics: undefined }, setting, path) as object), diagnostics: about(value, setting) }
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, simpler(inner, setting, there)]))
}

function locationWords({ uri, range }: Location, { files, pathOf }: Setting): string {
  const target = pathOf(uri)
  return `${target ?? uri} ${rangeWords(range, target === undefined ? undefined : files[target])}`
}

interface Action {
  readonly title: string
  readonly diagnostics: readonly { readonly range: Range; readonly code: string }[]
}

function isAction(value: Readonly<Record<string, unknown>>): value is Readonly<Record<string, unknown>> & Action {
  return typeof value['title'] === 'string' && Array.isArray(value['diagnostics'])
}

/** The findings that an action is about, which the client has been told in full, by their places and rules. */
function about({ diagnostics }: Action, { files, path }: Setting): readonly string[] {
  return diagnostics.map(({ range, code }) => `${rangeWords(range, files[path])} ${code}`)
}

interface WorkspaceEdit {
  readonly changes?: Readonly<Record<string, readonly TextEdit[]>>
  readonly documentChanges?: readonly Change[]
}
type Change =
  | { readonly textDocument: { readonly uri: string }; readonly edits: readonly TextEdit[] }
  | { readonly kind: string; readonly oldUri?: string; readonly newUri?: string; readonly uri?: string }

function isWorkspaceEdit(value: Readonly<Record<string, unknown>>): value is Readonly<Record<string, unknown>> & WorkspaceEdit {
  return isObject(value['changes']) || Array.isArray(value['documentChanges'])
}

function workspaceEdit({ changes = {}, documentChanges = [] }: WorkspaceEdit, setting: Setting): string {
  const name = (uri: string | undefined) => setting.pathOf(uri ?? '') ?? uri ?? ''
  const lines = documentChanges.map((change) => {
    if ('edits' in change) return changed(setting, name(change.textDocument.uri), change.edits)
    return change.oldUri ? `${change.kind} ${name(change.oldUri)} -> ${name(change.newUri)}\n` : `${change.kind} ${name(change.uri)}\n`
  })
  return [...Object.entries(changes).map(([uri, edits]) => changed(setting, name(uri), edits)), ...lines].join('')
}

/** The text that edits make, behind a line with the file's name. */
function changed({ files }: Setting, path: string, edits: readonly TextEdit[]): string {
  const text = TextDocument.applyEdits(TextDocument.create('file:///a', 'yaml', 1, files[path] ?? ''), [...edits])
  return `--- ${path}\n${text}`
}

function rangeWords({ start, end }: Range, text: string | undefined): string {
  const words = `${positionWords(start)}-${positionWords(end)}`
  if (text === undefined) return words
  const [first, ...more] = TextDocument.create('file:///a', 'yaml', 1, text).getText({ start, end }).split('\n')
  return first === '' && more.length === 0 ? words : `${words} «${first}${more.length > 0 ? '…' : ''}»`
}

function positionWords({ line, character }: Position): string {
  return `${line + 1}:${character + 1}`
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isPosition(value: unknown): value is Position {
  return isObject(value) && typeof value['line'] === 'number' && typeof value['character'] === 'number' && Object.keys(value).length === 2
}

function isRange(value: unknown): value is Range {
  return isObject(value) && isPosition(value['start']) && isPosition(value['end']) && Object.keys(value).length === 2
}

function isEdits(value: unknown): value is readonly TextEdit[] {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((item) => isObject(item) && typeof item['newText'] === 'string' && isRange(item['range']))
  )
}
