import { join } from 'node:path'
import { type Connection, TextDocuments } from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { URI } from 'vscode-uri'
import { pathOfUri, uriOfPath } from './paths.ts'

/** The documents that are open in the editor, by the paths under which the office knows them. */
export interface Buffers {
  readonly listen: (connection: Connection) => void
  readonly onOpen: (listener: (path: string) => void) => void
  readonly onChange: (listener: (path: string) => void) => void
  readonly onClose: (listener: (path: string) => void) => void
  readonly text: (path: string) => string | undefined
  readonly version: (path: string) => number | undefined
  /** The URI as the client spells it, so that an answer is about the document that was asked for. */
  readonly uri: (path: string) => string
  /** The path of a URI, undefined for documents that are not ours to judge, such as the old side of a diff. */
  readonly path: (uri: string) => string | undefined
}

/** `folder`: where documents that were never saved are taken to lie. */
export function createBuffers(folder: () => string): Buffers {
  const documents = new TextDocuments(TextDocument)
  const open = new Map<string, TextDocument>()
  const pathOf = (uri: string): string | undefined => {
    const { scheme, path } = URI.parse(uri)
    return scheme === 'untitled' ? join(folder(), path.replace(/^\/+/, '')) : pathOfUri(uri)
  }
  const listenTo = (event: typeof documents.onDidOpen, listener: (path: string) => void) => {
    event(({ document }) => {
      const path = pathOf(document.uri)
      if (path !== undefined) listener(path)
    })
  }
  documents.onDidOpen(({ document }) => remember(document))
  documents.onDidChangeContent(({ document }) => remember(document))
  documents.onDidClose(({ document }) => open.delete(pathOf(document.uri) ?? ''))
  function remember(document: TextDocument): void {
    const path = pathOf(document.uri)
    if (path !== undefined) open.set(path, document)
  }
  return {
    listen: (connection) => {
      documents.listen(connection)
    },
    onOpen: (listener) => listenTo(documents.onDidOpen, listener),
    onChange: (listener) => listenTo(documents.onDidChangeContent, listener),
    onClose: (listener) => listenTo(documents.onDidClose, listener),
    text: (path) => open.get(path)?.getText(),
    version: (path) => open.get(path)?.version,
    uri: (path) => open.get(path)?.uri ?? uriOfPath(path),
    path: pathOf,
  }
}
