import { type TextDocument, Uri, window, workspace } from 'vscode'
import { languageIds, paperIds } from './language-of.ts'

export function isOurs({ languageId, uri }: TextDocument): boolean {
  return languageIds.includes(languageId) && (uri.scheme === 'file' || uri.scheme === 'untitled')
}

export function isPaper(document: TextDocument): boolean {
  return isOurs(document) && paperIds.includes(document.languageId)
}

/** The document that a command is about: the one that a menu or a lens named, else the one being edited. */
export async function meantDocument(uri: Uri | string | undefined): Promise<TextDocument | undefined> {
  if (uri === undefined) return window.activeTextEditor?.document
  return workspace.openTextDocument(typeof uri === 'string' ? Uri.parse(uri) : uri)
}
