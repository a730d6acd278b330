import type {
  Diagnostic,
  DocumentDiagnosticReport,
  MessageConnection,
  WorkspaceDiagnosticReport,
  WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver-protocol'
import { type Editor, startEditor } from './editor.ts'

/**
 * An editor that asks for findings, in the way in which Visual Studio Code's
 * client does: for a document when it is opened, changed, and once more while it
 * is closed, of which it lets the answer pass; for all files in one request that
 * is answered in parts, of which it lets those pass that are about documents
 * which it asks for by themselves.
 */
export interface AskingEditor {
  readonly editor: Editor
  /** What a person would see, by paths; a file of which nothing is said is not in it. */
  readonly shown: () => ReadonlyMap<string, readonly Diagnostic[]>
  readonly open: (path: string, text: string) => Promise<void>
  readonly change: (path: string, text: string) => Promise<void>
  readonly close: (path: string) => Promise<void>
  /** What the server answered and sent, by the kind of message. */
  readonly heard: { readonly reports: WorkspaceDocumentDiagnosticReport[]; readonly sent: string[]; refreshes: number }
}

const capabilities = {
  workspace: { didChangeWatchedFiles: { dynamicRegistration: true }, diagnostics: { refreshSupport: true } },
  textDocument: { diagnostic: { dynamicRegistration: true, relatedDocumentSupport: false } },
}

/** What an asking editor holds. */
interface Desk {
  readonly shown: Map<string, readonly Diagnostic[]>
  /** The documents that it asks for by themselves, by URI, with the ids of what it has of them. */
  readonly tracked: Map<string, string | undefined>
  readonly heard: AskingEditor['heard']
  editor: Editor | undefined
}

export async function startAskingEditor(folder: string, options: { readonly initializationOptions?: object } = {}): Promise<AskingEditor> {
  const desk: Desk = { shown: new Map(), tracked: new Map(), heard: { reports: [], sent: [], refreshes: 0 }, editor: undefined }
  const editor = await startEditor(folder, { ...options, capabilities, hear: (connection) => hear(desk, connection) })
  desk.editor = editor
  const all = { previousResultIds: [], partialResultToken: 'all' }
  soon(desk, editor.connection.sendRequest('workspace/diagnostic', all))
  const inside = (uri: string) => decodeURI(uri.slice(editor.uri('').length))
  return {
    editor,
    heard: desk.heard,
    shown: () => new Map([...desk.shown].filter(([, items]) => items.length > 0).map(([uri, items]) => [inside(uri), items])),
    open: (path, text) => {
      desk.tracked.set(editor.uri(path), undefined)
      editor.open(path, text)
      return ask(desk, editor.uri(path))
    },
    change: (path, text) => {
      editor.change(path, text)
      return ask(desk, editor.uri(path))
    },
    close: async (path) => {
      const last = answer(desk, editor.uri(path))
      editor.close(path)
      await last
      desk.tracked.delete(editor.uri(path))
    },
  }
}

function hear(desk: Desk, connection: MessageConnection): void {
  const { shown, tracked, heard } = desk
  connection.onNotification('$/progress', ({ token, value }: { token: unknown; value: WorkspaceDiagnosticReport }) => {
    if (token !== 'all') return
    for (const item of value.items) {
      heard.reports.push(item)
      if (item.kind === 'full' && !tracked.has(item.uri)) shown.set(item.uri, item.items)
    }
  })
  connection.onNotification('textDocument/publishDiagnostics', ({ uri }: { uri: string }) => {
    heard.sent.push(uri)
  })
  connection.onRequest('workspace/diagnostic/refresh', () => {
    heard.refreshes++
    for (const uri of tracked.keys()) soon(desk, ask(desk, uri))
    return null
  })
}

function soon({ editor }: Desk, work: Promise<unknown>): void {
  work.catch((error: unknown) => editor?.log.push(String(error)))
}

async function answer({ editor, tracked }: Desk, uri: string): Promise<DocumentDiagnosticReport> {
  const known = tracked.get(uri)
  const params = { textDocument: { uri }, ...(known === undefined ? {} : { previousResultId: known }) }
  if (!editor) throw new Error('The editor asks before it was started.')
  return editor.connection.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', params)
}

async function ask(desk: Desk, uri: string): Promise<void> {
  const report = await answer(desk, uri)
  if (!desk.tracked.has(uri)) return
  if (report.kind === 'full') desk.shown.set(uri, report.items)
  desk.tracked.set(uri, report.resultId)
}
