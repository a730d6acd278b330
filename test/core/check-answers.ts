import { expect } from 'vitest'
import { TextDocument } from 'vscode-languageserver-textdocument'
import type { CompletionItem, Hover } from 'vscode-languageserver-types'
import type { AtCursor } from './at-cursor.ts'
import type { Case } from './completion-keys.ts'
import type { HoverCase } from './hover-cases.ts'

/** The text that an answer is about, and where in it the writer stands. */
type Place = Pick<AtCursor, 'document' | 'offset'>

/** What is offered at a place is as wanted, and any editor can take it. */
export function checkItems({ first, has, lacks, gives, detail, none }: Case, place: Place, items: readonly CompletionItem[]): void {
  const texts = items.map(inserted)
  if (none) expect(texts).toEqual([])
  else expect(texts).not.toEqual([])
  if (first) expect(texts.slice(0, first.length)).toEqual(first)
  if (has) expect(texts).toEqual(expect.arrayContaining([...has]))
  if (lacks) expect(texts.filter((text) => lacks.includes(text))).toEqual([])
  if (gives !== undefined) expect(taken(place, items[0])).toBe(gives)
  if (detail !== undefined) expect(items[0]?.detail).toBe(detail)
  expect(items.flatMap((item) => brokenItem(place, item) ?? [])).toEqual([])
}

/** What a hover says is as wanted. */
export function checkHover({ says = [], without = [], none }: HoverCase, answer: Hover | null): void {
  const words = hoverText(answer)
  if (none) expect(words).toBe('')
  for (const part of says) expect(words).toContain(part)
  for (const part of without) expect(words).not.toContain(part)
}

/** What is wrong with an item for any editor: where it reaches, and whether it is kept while the writer types. */
export function brokenItem({ document, offset }: Place, { label, textEdit, filterText }: CompletionItem): string | undefined {
  if (!textEdit || !('range' in textEdit)) return `${label} has no edit`
  const { start, end } = textEdit.range
  const cursor = document.positionAt(offset)
  const before = start.line === cursor.line && start.character <= cursor.character
  const after = end.line === cursor.line && end.character >= cursor.character
  if (!before || !after || document.positionAt(document.offsetAt(end)).character !== end.character) return `${label} reaches too far`
  const typed = document.getText({ start, end: cursor })
  return typed === '' || filterText?.startsWith(typed) ? undefined : `${label} would be dropped at "${typed}"`
}

/** What is put into the file when an item is taken. */
function inserted({ textEdit }: CompletionItem): string {
  return textEdit?.newText ?? ''
}

/** The text once an item is taken. */
function taken({ document }: Place, item: CompletionItem | undefined): string {
  const edit = item?.textEdit
  return edit && 'range' in edit ? TextDocument.applyEdits(document, [edit, ...(item.additionalTextEdits ?? [])]) : ''
}

function hoverText(answer: Hover | null): string {
  const contents = answer?.contents
  return contents && typeof contents === 'object' && 'value' in contents ? contents.value : ''
}
