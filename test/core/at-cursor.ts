import { TextDocument } from 'vscode-languageserver-textdocument'
import type { CompletionItem } from 'vscode-languageserver-types'
import { complete } from '../../server/core/features/completion.feature.ts'
import type { TextContext } from '../../server/core/features/feature.ts'
import { type Files, projectOf, splitFiles, today } from '../support/files.ts'

/** The mark of the cursor; YAML has no use for it. */
export const mark = '<|>'

export interface AtCursor {
  readonly context: TextContext
  readonly document: TextDocument
  readonly offset: number
}

/** The files of a case without the mark, and where it stood. */
export function marked(source: string): { readonly files: Files; readonly path: string; readonly text: string; readonly offset: number } {
  const files = splitFiles(source)
  const [path, before] = Object.entries(files).find(([, text]) => text.includes(mark)) ?? ['', mark]
  const text = before.replace(mark, '')
  return { files: { ...files, [path]: text }, path, text, offset: before.indexOf(mark) }
}

/** A workspace in which the writer stands at the mark. The other files are as given, unless the text names them itself. */
export async function atCursor(source: string, others: Files = {}): Promise<AtCursor> {
  const { files, path, text, offset } = marked(source)
  const project = await projectOf({ ...others, ...files })
  return {
    context: { project, path, text, today, cancelled: () => false },
    document: TextDocument.create(`file:///${path}`, 'yaml', 1, text),
    offset,
  }
}

export function itemsAt({ context, document, offset }: AtCursor): readonly CompletionItem[] {
  return complete(context, document.positionAt(offset)).items
}
