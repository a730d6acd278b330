import { TextDocument } from 'vscode-languageserver-textdocument'
import type { CompletionItem } from 'vscode-languageserver-types'
import { complete, type FeatureContext, hover } from '../../server/core/index.ts'
import { type Files, projectOf, splitFiles, today } from '../support/files.ts'

/** The mark of the cursor; YAML has no use for it. */
export const mark = '<|>'

export interface AtCursor {
  readonly context: FeatureContext
  readonly document: TextDocument
  readonly offset: number
}

/** A workspace in which the writer stands at the mark. The other files are as given, unless the text names them itself. */
export async function atCursor(source: string, others: Files = {}): Promise<AtCursor> {
  const files = splitFiles(source)
  const [path, marked] = Object.entries(files).find(([, text]) => text.includes(mark)) ?? ['', mark]
  const text = marked.replace(mark, '')
  const project = await projectOf({ ...others, ...files, [path]: text })
  return {
    context: { project, path, text, today, cancelled: () => false },
    document: TextDocument.create(`file:///${path}`, 'yaml', 1, text),
    offset: marked.indexOf(mark),
  }
}

export function itemsAt({ context, document, offset }: AtCursor): readonly CompletionItem[] {
  return complete(context, document.positionAt(offset)).items
}

/** What is put into the file when an item is taken. */
export function inserted({ textEdit }: CompletionItem): string {
  return textEdit?.newText ?? ''
}

/** The text once an item is taken. */
export function taken({ document }: AtCursor, item: CompletionItem | undefined): string {
  const edit = item?.textEdit
  return edit && 'range' in edit ? TextDocument.applyEdits(document, [edit]) : ''
}

/** What is wrong with an item for any editor: where it reaches, and whether it is kept while the writer types. */
export function brokenItem({ document, offset }: AtCursor, { label, textEdit, filterText }: CompletionItem): string | undefined {
  if (!textEdit || !('range' in textEdit)) return `${label} has no edit`
  const { start, end } = textEdit.range
  const cursor = document.positionAt(offset)
  const before = start.line === cursor.line && start.character <= cursor.character
  const after = end.line === cursor.line && end.character >= cursor.character
  if (!before || !after || document.positionAt(document.offsetAt(end)).character !== end.character) return `${label} reaches too far`
  const typed = document.getText({ start, end: cursor })
  return typed !== '' && filterText !== typed ? `${label} would be dropped at "${typed}"` : undefined
}

export function hoverText({ context, document, offset }: AtCursor): string {
  const contents = hover(context, document.positionAt(offset))?.contents
  return contents && typeof contents === 'object' && 'value' in contents ? contents.value : ''
}
