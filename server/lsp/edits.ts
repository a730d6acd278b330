import type { TextDocumentContentChangeEvent } from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'

type Change = TextDocumentContentChangeEvent

/**
 * The document after the changes that an editor tells, one after the other. A
 * place behind the end of a line or of the text counts as that end.
 */
export function edited(document: TextDocument, changes: readonly Change[], version: number): TextDocument {
  return changes.reduce((now, change) => editedOnce(now, change, version), document)
}

function editedOnce(document: TextDocument, change: Change, version: number): TextDocument {
  if (!('range' in change)) return TextDocument.update(document, [change], version)
  const { start, end } = change.range
  const [from, to] = ordered(document.offsetAt(start), document.offsetAt(end))
  const text = document.getText()
  const isAtRim = text[from - 1] === '\r' || (text[to] === '\n' && (text[to - 1] === '\r' || change.text.endsWith('\r')))
  // The library keeps the lines that it knows. It does not notice that a line end comes about, or falls apart, at the rim of a change.
  if (isAtRim) return TextDocument.create(document.uri, document.languageId, version, text.slice(0, from) + change.text + text.slice(to))
  // Nor does it move a place that lies outside of the text before it counts lines from there.
  const range = { start: document.positionAt(from), end: document.positionAt(to) }
  return TextDocument.update(document, [{ range, text: change.text }], version)
}

function ordered(a: number, b: number): readonly [number, number] {
  return a <= b ? [a, b] : [b, a]
}
