import { join, resolve } from 'node:path'
import { type Connection, TextDocuments } from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { URI } from 'vscode-uri'
import { formatOf, kindOfName } from '../core/index.ts'
import { edited } from './edits.ts'
import { isWithin, pathOfUri, uriOfPath } from './paths.ts'

/** The documents that are open in the editor, by the paths under which the office knows them. */
export interface Buffers {
  readonly listen: (connection: Connection) => void
  readonly onOpen: (listener: (path: string) => void) => void
  readonly onChange: (listener: (path: string) => void) => void
  readonly onClose: (listener: (path: string) => void) => void
  readonly text: (path: string) => string | undefined
  readonly version: (path: string) => number | undefined
  /** The paths of all of them. */
  readonly paths: () => Iterable<string>
  /** The URI as the client spells it, so that an answer is about the document that was asked for. */
  readonly uri: (path: string) => string
  /** The path of a URI, undefined for documents that are not ours to judge, such as the old side of a diff. */
  readonly path: (uri: string) => string | undefined
}

/** `folders`: in the first of them, documents that were never saved are taken to lie. */
export function createBuffers(folders: () => readonly [string, ...string[]]): Buffers {
  const documents = new TextDocuments({ create: TextDocument.create, update: edited })
  const pathOf = (uri: string) => pathIn(folders(), uri)
  const open = keepOpen(documents, pathOf)
  const opening = new WeakSet<TextDocument>()
  // An editor that spells a URI in its own way may not know the file again under another spelling.
  const spelled = new Map<string, string>()
  const about = (listener: (path: string) => void, document: TextDocument): void => {
    const path = pathOf(document.uri)
    if (path !== undefined) listener(path)
  }
  documents.onDidOpen(({ document }) => {
    opening.add(document)
    const path = pathOfUri(document.uri)
    if (path !== undefined) spelled.set(path, document.uri)
  })
  return {
    listen: (connection) => {
      documents.listen(connection)
    },
    onOpen: (listener) => documents.onDidOpen(({ document }) => about(listener, document)),
    onChange: (listener) =>
      documents.onDidChangeContent(({ document }) => {
        // What is opened is told as a change once more.
        if (!opening.delete(document)) about(listener, document)
      }),
    onClose: (listener) => documents.onDidClose(({ document }) => about(listener, document)),
    text: (path) => open.get(path)?.getText(),
    version: (path) => open.get(path)?.version,
    paths: () => open.keys(),
    uri: (path) => open.get(path)?.uri ?? spelled.get(path) ?? uriOfPath(path),
    path: pathOf,
  }
}

/** The documents that are ours, by their paths. */
function keepOpen(documents: TextDocuments<TextDocument>, pathOf: (uri: string) => string | undefined): ReadonlyMap<string, TextDocument> {
  const open = new Map<string, TextDocument>()
  const remember = ({ document }: { readonly document: TextDocument }): void => {
    const path = pathOf(document.uri)
    if (path === undefined) return
    if (isOurs(path, document)) open.set(path, document)
    else open.delete(path)
  }
  documents.onDidOpen(remember)
  documents.onDidChangeContent(remember)
  documents.onDidClose(({ document }) => {
    const path = pathOf(document.uri) ?? ''
    // A file that was just saved for the first time is open under its new URI before the old one is closed.
    if (open.get(path)?.uri === document.uri) open.delete(path)
  })
  return open
}

/** An editor may give a file that is not saved yet the path that it shall have. */
function pathIn(folders: readonly [string, ...string[]], uri: string): string | undefined {
  const { scheme, path, fsPath } = URI.parse(uri)
  if (scheme !== 'untitled') return pathOfUri(uri)
  const wanted = resolve(fsPath)
  if (path.startsWith('/') && folders.some((folder) => isWithin(wanted, folder))) return wanted
  return join(folders[0], path.replace(/^\/+/, ''))
}

/** An editor may show us all YAML there is: ours is what has our language, one of our names or our first line; and what may be a file of references. */
function isOurs(path: string, document: TextDocument): boolean {
  const { languageId } = document
  return languageId.startsWith('chancery-') || (kindOfName(path) ?? formatOf(path)) !== undefined || firstLine.test(document.getText())
}

const firstLine = /^\ufeff?chancery:\s*["']?[a-z]+\/\d/
