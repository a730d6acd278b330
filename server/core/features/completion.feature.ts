import {
  type CompletionItem,
  type CompletionList,
  InsertTextFormat,
  InsertTextMode,
  MarkupKind,
  type Position,
} from 'vscode-languageserver-types'
import { child, type Schema, schemaAt, types } from '../schema/schema.ts'
import { startsWith } from '../text/path.ts'
import { citationItems } from './citation-items.ts'
import type { Place } from './cursor.ts'
import { type AtPosition, type Feature, onDocument, protocolRange, type TextContext } from './feature.ts'
import { type Candidate, insertKey, insertValue, keyWrapFor, wrapFor } from './insertion.ts'
import { firstLines, keyChoices } from './key-choices.ts'
import { ranked } from './ranked.ts'
import { keysAt, type Scene, sceneAt, textsBelow } from './scene.ts'
import { valueChoices } from './value-choices.ts'

export const feature: Feature = {
  id: 'completion',
  summary: 'offers the keys and values that may stand at the cursor, by any name that people use',
  capabilities: { completionProvider: { triggerCharacters: [':', ' ', '-', '[', ',', '{', '@'] } },
  requests: [onDocument('textDocument/completion', (context, { position }: AtPosition) => complete(context, position))],
}

/**
 * What may be written at a position. What was typed is compared here, with all the
 * names that people use; so the list is made anew at every key, and an editor
 * that sorts by the typed word keeps its order.
 */
export function complete(context: TextContext, position: Position): CompletionList {
  if (context.cancelled()) return list([])
  const scene = sceneAt(context, position)
  const { cursor } = scene.scan
  if (cursor.at === 'nowhere') return list([])
  const schema = scene.schema && schemaAt(scene.schema, cursor.path)
  const candidates =
    cursor.at === 'prose' ? citations(scene, schema) : [...citations(scene, schema), ...placeCandidates(scene, cursor, schema)]
  return list(candidates.map((candidate, i) => item(scene, candidate, i)))
}

function list(items: CompletionItem[]): CompletionList {
  return { isIncomplete: items.length > 0, items }
}

function citations(scene: Scene, schema: Schema | undefined): readonly Candidate[] {
  return schema?.['x-is'] === 'prose' ? citationItems(scene) : []
}

function placeCandidates(scene: Scene, place: Place, schema: Schema | undefined): readonly Candidate[] {
  if (place.at === 'key') return keyCandidates(scene, place, schema)
  const values = place.colon ? [] : valueCandidates(scene, place, schema)
  return [...values, ...mappingCandidates(scene, place, schema)]
}

function keyCandidates(scene: Scene, place: Place, schema: Schema | undefined): readonly Candidate[] {
  const atRoot = place.path.length === 0
  const first = atRoot && place.column === 0 && !place.colon && !keysAt(scene.scan, []).includes('chancery') ? firstLines(scene) : []
  const keys = schema
    ? keyChoices(scene, schema, place.path, editedKey(scene, place)).filter(({ text }) => first.length === 0 || text !== 'chancery')
    : []
  return ranked([...first, ...keys], place.typed).map(({ choice, says }) => ({
    choice,
    says,
    insertion: insertKey(place, scene.text, choice, 'bare'),
  }))
}

/** The key in which the writer stands is not used up by itself. */
function editedKey({ scan }: Scene, { word }: Place): string {
  return scan.marks.find((mark) => mark.is === 'key' && mark.start === word.start && mark.end >= word.end)?.text ?? ''
}

function valueCandidates(scene: Scene, place: Place, schema: Schema | undefined): readonly Candidate[] {
  const wrap = wrapFor(place, schema)
  const target = wrap === 'bare' ? schema : schema?.items
  if (!target) return []
  const path = wrap === 'bare' ? place.path : [...place.path, 0]
  const taken = takenIn(scene, place, schema)
  const choices = valueChoices(scene, target, path).filter(({ text }) => !taken.has(text))
  return ranked(choices, place.typed).map(({ choice, says }) => ({ choice, says, insertion: insertValue(place, choice, wrap) }))
}

/** What stands in the list already, but for the item in which the writer is. */
function takenIn({ scan }: Scene, place: Place, schema: Schema | undefined): ReadonlySet<string> {
  if (place.at === 'list') return new Set(schema?.items ? textsBelow(scan, place.path) : [])
  if (typeof place.path.at(-1) !== 'number') return new Set()
  const listPath = place.path.slice(0, -1)
  const others = scan.marks.filter((mark) => mark.is === 'value' && startsWith(mark.path, listPath) && !startsWith(mark.path, place.path))
  return new Set(others.map(({ text }) => text))
}

/** The keys of a mapping that has yet to be begun here. */
function mappingCandidates(scene: Scene, place: Place, schema: Schema | undefined): readonly Candidate[] {
  if (!schema || place.quote) return []
  const isItem = schema.items !== undefined && types(schema).includes('array')
  if (isItem && place.at === 'open') return []
  const target = isItem ? child(schema, 0) : schema
  if (!target || !types(target).includes('object')) return []
  const path = isItem ? [...place.path, nextItem(scene, place)] : place.path
  const wrap = keyWrapFor(place, isItem)
  const keys = keyChoices(scene, target, path, editedKey(scene, place))
  return ranked(keys, place.typed).map(({ choice, says }) => ({ choice, says, insertion: insertKey(place, scene.text, choice, wrap) }))
}

/** An index that no item of the list has yet. */
function nextItem({ scan }: Scene, { path }: Place): number {
  return scan.marks.reduce((next, mark) => {
    const step = startsWith(mark.path, path) ? mark.path[path.length] : undefined
    return typeof step === 'number' ? Math.max(next, step + 1) : next
  }, 0)
}

function item(scene: Scene, { choice, says, insertion }: Candidate, index: number): CompletionItem {
  const { span, text } = insertion
  const range = protocolRange(scene.lines, span)
  const typed = scene.text.slice(span.start, scene.offset)
  const beside = choice.detail ?? choice.code
  const detail = [beside, says].filter((part) => part !== undefined && part !== '').join('; ')
  return {
    label: choice.label,
    ...(choice.code || says
      ? { labelDetails: { ...(choice.code ? { detail: ` ${choice.code}` } : {}), ...(says ? { description: says } : {}) } }
      : {}),
    ...(detail ? { detail } : {}),
    kind: choice.kind,
    documentation: { kind: MarkupKind.Markdown, value: choice.about() },
    sortText: String(index).padStart(4, '0'),
    // The editor compares this with the typed word, and so keeps what was found by another name.
    ...(typed === '' ? {} : { filterText: typed }),
    textEdit: { range, newText: text },
    ...spaceBefore(scene),
    insertTextFormat: InsertTextFormat.PlainText,
    ...(text.includes('\n') ? { insertTextMode: InsertTextMode.asIs } : {}),
  }
}

/** The space that is missing before the bracket in which the word stands. */
function spaceBefore({ scan: { cursor }, lines }: Scene): Pick<CompletionItem, 'additionalTextEdits'> {
  const gap = cursor.at === 'nowhere' || cursor.at === 'prose' ? undefined : cursor.gap
  return gap === undefined ? {} : { additionalTextEdits: [{ range: protocolRange(lines, { start: gap, end: gap }), newText: ' ' }] }
}
