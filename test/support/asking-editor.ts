import type {
  Diagnostic,
  DocumentDiagnosticReport,
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

export async function startAskingEditor(folder: string, options: { readonly initializationOptions?: object } = {}): Promise<AskingEditor> {
  const shown = new Map<string, readonly Diagnostic[]>()
  const tracked = new Map<string, string | undefined>()
  const heard: AskingEditor['heard'] = { reports: [], sent: [], refreshes: 0 }
  const editor = await startEditor(folder, {
    ...options,
    capabilities,
    hear: (connection) => {
      connection.onNotification('$/progress', ({ token, value }: { token: unknown; value: WorkspaceDiagnosticReport }) => {
        if (token === 'all') for (const item of value.items) take(item)
      })
      connection.onNotification('textDocument/publishDiagnostics', ({ uri }: { uri: string }) => {
        heard.sent.push(uri)
      })
      connection.onRequest('workspace/diagnostic/refresh', () => {
        heard.refreshes++
        for (const uri of tracked.keys()) soon(ask(uri))
        return null
      })
    },
  })
  const soon = (work: Promise<void>) => {
    work.catch((error: unknown) => editor.log.push(String(error)))
  }
  const take = (item: WorkspaceDocumentDiagnosticReport) => {
    heard.reports.push(item)
    if (item.kind === 'full' && !tracked.has(item.uri)) shown.set(item.uri, item.items)
  }
  const answer = (uri: string) =>
    editor.connection.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', {
      textDocument: { uri },
      ...(tracked.get(uri) === undefined ? {} : { previousResultId: tracked.get(uri) }),
    })
  const ask = async (uri: string): Promise<void> => {
    const report = await answer(uri)
    if (!tracked.has(uri)) return
    if (report.kind === 'full') shown.set(uri, report.items)
    tracked.set(uri, report.resultId)
  }
  soon(
    editor.connection
      .sendRequest<WorkspaceDiagnosticReport>('workspace/diagnostic', { previousResultIds: [], partialResultToken: 'all' })
      .then(() => undefined),
  )
  const base = editor.uri('')
  return {
    editor,
    heard,
    shown: () =>
      new Map([...shown].filter(([, items]) => items.length > 0).map(([uri, items]) => [decodeURI(uri.slice(base.length)), items])),
    open: (path, text) => {
      tracked.set(editor.uri(path), undefined)
      editor.open(path, text)
      return ask(editor.uri(path))
    },
    change: (path, text) => {
      editor.change(path, text)
      return ask(editor.uri(path))
    },
    close: async (path) => {
      const last = answer(editor.uri(path))
      editor.close(path)
      await last
      tracked.delete(editor.uri(path))
    },
  }
}
