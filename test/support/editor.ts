import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath, pathToFileURL } from 'node:url'
import {
  createMessageConnection,
  type Diagnostic,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node'

/** An editor without a screen: it starts the built server as any editor would, over standard input and output. */
export interface Editor {
  readonly connection: MessageConnection
  readonly process: ChildProcess
  /** All that the server wrote to standard output so far that is not the protocol would break this; it is empty. */
  readonly log: string[]
  readonly uri: (path: string) => string
  readonly open: (path: string, text: string, languageId?: string) => void
  readonly change: (path: string, text: string) => void
  readonly close: (path: string) => void
  readonly diagnostics: (path: string) => readonly Diagnostic[] | undefined
  /** Waits until a file's findings are as wanted; fails after ten seconds with what they are. */
  readonly until: (path: string, wanted: (found: readonly Diagnostic[]) => boolean) => Promise<readonly Diagnostic[]>
  readonly quit: () => Promise<number | null>
}

const program = fileURLToPath(new URL('../../dist/chancery.cjs', import.meta.url))

export async function startEditor(
  folder: string,
  options: { readonly initializationOptions?: object; readonly capabilities?: object } = {},
): Promise<Editor> {
  const server = spawn(process.execPath, [program, 'lsp', '--stdio'], { cwd: folder, stdio: ['pipe', 'pipe', 'pipe'] })
  const connection = createMessageConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin))
  const found = new Map<string, readonly Diagnostic[]>()
  const log: string[] = []
  const versions = new Map<string, number>()
  server.stderr.on('data', (data: Buffer) => log.push(data.toString()))
  connection.onNotification('textDocument/publishDiagnostics', ({ uri, diagnostics }: { uri: string; diagnostics: Diagnostic[] }) => {
    found.set(uri, diagnostics)
  })
  connection.onNotification('window/logMessage', ({ message }: { message: string }) => void log.push(message))
  connection.onRequest('client/registerCapability', () => null)
  connection.listen()
  const uri = (path: string) => pathToFileURL(`${folder}/${path}`).toString()
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: pathToFileURL(folder).toString(),
    workspaceFolders: [{ uri: pathToFileURL(folder).toString(), name: 'test' }],
    capabilities: options.capabilities ?? { workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } },
    initializationOptions: options.initializationOptions ?? {},
  })
  await connection.sendNotification('initialized', {})
  const next = (path: string) => {
    const version = (versions.get(path) ?? 0) + 1
    versions.set(path, version)
    return version
  }
  return {
    connection,
    process: server,
    log,
    uri,
    open: (path, text, languageId = 'chancery-brief') =>
      void connection.sendNotification('textDocument/didOpen', { textDocument: { uri: uri(path), languageId, version: next(path), text } }),
    change: (path, text) =>
      void connection.sendNotification('textDocument/didChange', {
        textDocument: { uri: uri(path), version: next(path) },
        contentChanges: [{ text }],
      }),
    close: (path) => void connection.sendNotification('textDocument/didClose', { textDocument: { uri: uri(path) } }),
    diagnostics: (path) => found.get(uri(path)),
    until: async (path, wanted) => {
      const limit = Date.now() + 10_000
      for (;;) {
        const now = found.get(uri(path))
        if (now && wanted(now)) return now
        if (Date.now() > limit) throw new Error(`${path}: ${JSON.stringify(now?.map((d) => `${d.code}: ${d.message}`))}\n${log.join('\n')}`)
        await new Promise((done) => setTimeout(done, 20))
      }
    },
    quit: async () => {
      const ended = new Promise<number | null>((done) => server.once('exit', done))
      await connection.sendRequest('shutdown')
      await connection.sendNotification('exit')
      connection.dispose()
      return ended
    },
  }
}
