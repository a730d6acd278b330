import { TextDocument } from 'vscode-languageserver-textdocument'
import type { CompletionItem, CompletionList } from 'vscode-languageserver-types'
import { complete } from '../../server/core/features/completion.feature.ts'
import type { FeatureContext, TextContext } from '../../server/core/features/feature.ts'
import { openFile, type Project } from '../../server/core/index.ts'
import { client } from '../support/ask-feature.ts'
import { type Files, projectOf, splitFiles, today } from '../support/files.ts'

/** The mark of the cursor; YAML has no use for it. */
export const mark = '<|>'

/** What a completion or a hover is answered from. */
type Context = TextContext & Pick<FeatureContext, 'file' | 'read'>

export interface AtCursor {
  readonly context: Context
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
    context: contextOf(project, path, text),
    document: TextDocument.create(`file:///${path}`, 'yaml', 1, text),
    offset,
  }
}

/** A text as it stands in the editor, in its workspace. `snippets`: the editor has tab stops. */
export function contextOf(project: Project, path: string, text: string, snippets = false): Context {
  return {
    project,
    path,
    text,
    today,
    cancelled: () => false,
    client: { ...client, snippets },
    file: openFile(path, text),
    read: async (other) => {
      const content = await project.workspace.read(other)
      return 'text' in content ? openFile(other, content.text) : undefined
    },
  }
}

export function completionAt({ context, document, offset }: AtCursor): CompletionList {
  return complete(context, { textDocument: { uri: document.uri }, position: document.positionAt(offset) })
}

export function itemsAt(place: AtCursor): readonly CompletionItem[] {
  return completionAt(place).items
}

/**
 * The text that is left once an item is taken and each tab stop is filled: with
 * the first choice, the default or else a word, and the same again.
 */
export function filled(document: TextDocument, { textEdit, additionalTextEdits = [] }: CompletionItem): string {
  if (!textEdit || !('range' in textEdit)) return ''
  const answers = new Map<string, string>()
  const stops =
    /\\(?<sign>[\\$}])|\$\{(?<n>\d+)(?:\|(?<choice>(?:\\.|[^|\\,])+)(?:\\.|[^|\\])*\||:(?<usual>(?:\\.|\$\{\d+[:|](?:\\.|[^}\\])*\}|[^}\\])*))\}|\$(?<again>\d+)/g
  const fill = (text: string): string =>
    text.replace(stops, (...found) => {
      const { sign, n = '', choice, usual, again } = found.at(-1) as Readonly<Record<string, string | undefined>>
      if (sign !== undefined) return sign
      if (again !== undefined) return answers.get(again) ?? 'x'
      const answer = choice?.replace(/\\(.)/g, '$1') ?? fill(usual ?? '')
      answers.set(n, answer)
      return answer
    })
  const newText = fill(textEdit.newText)
  return TextDocument.applyEdits(document, [{ ...textEdit, newText }, ...additionalTextEdits])
}
