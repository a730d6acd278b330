import { type TextDocument, type Uri, window, workspace } from 'vscode'
import { languageIds, paperIds } from './language-of.ts'

export function isOurs({ languageId, uri }: TextDocument): boolean {
  return languageIds.includes(languageId) && (uri.scheme === 'file' || uri.scheme === 'untitled')
}

export function isPaper(document: TextDocument): boolean {
  return isOurs(document) && paperIds.includes(document.languageId)
}

/** The document that a command is about: the one that a menu named, else the one being edited. */
export async function meantDocument(uri: Uri | undefined): Promise<TextDocument | undefined> {
  return uri ? workspace.openTextDocument(uri) : window.activeTextEditor?.document
}
