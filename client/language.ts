import { Disposable, languages, Range, type TextDocument, workspace } from 'vscode'
import { languageOf } from './language-of.ts'

/** A first entry that stands below as many lines is none. */
const beginning = new Range(0, 0, 100, 0)

/**
 * Gives our files that the editor took for plain YAML their own language. Once
 * for each document: who then chooses another language has the last word.
 */
export function watchLanguages(): Disposable {
  const seen = new Set<string>()
  const look = (document: TextDocument): void => {
    const key = document.uri.toString()
    if (document.languageId !== 'yaml' || seen.has(key)) return
    const language = languageOf(document.uri.path, document.getText(beginning))
    if (language === undefined) return
    seen.add(key)
    // The document may have been closed meanwhile, and then there is nothing left to do.
    languages.setTextDocumentLanguage(document, language).then(undefined, () => seen.delete(key))
  }
  for (const document of workspace.textDocuments) look(document)
  // What was empty when it was opened may say by now what it is.
  return Disposable.from(workspace.onDidOpenTextDocument(look), workspace.onDidSaveTextDocument(look))
}
