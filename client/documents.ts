import { type Disposable, type TextDocument, Uri, window, workspace } from 'vscode'
import { languageIds, paperIds } from './language-of.ts'

export function isOurs({ languageId, uri }: TextDocument): boolean {
  return languageIds.includes(languageId) && (uri.scheme === 'file' || uri.scheme === 'untitled')
}

export function isPaper(document: TextDocument): boolean {
  return isOurs(document) && paperIds.includes(document.languageId)
}

/** The document that a command is about: the one that a menu or a lens named, the one being edited, else the one that was edited last. */
export interface Desk extends Disposable {
  readonly meant: (uri: Uri | string | undefined) => Promise<TextDocument | undefined>
}

/** Remembers on which document the writer worked last: while a walkthrough or a preview has the focus, there is no active text. */
export function watchDesk(): Desk {
  let last = window.activeTextEditor?.document
  const watching = window.onDidChangeActiveTextEditor((editor) => {
    if (editor && isOurs(editor.document)) last = editor.document
  })
  return {
    meant: async (uri) => {
      if (uri !== undefined) return workspace.openTextDocument(typeof uri === 'string' ? Uri.parse(uri) : uri)
      const active = window.activeTextEditor?.document ?? window.visibleTextEditors.find(({ document }) => isOurs(document))?.document
      return active ?? (last?.isClosed === false ? last : undefined)
    },
    dispose: () => watching.dispose(),
  }
}
