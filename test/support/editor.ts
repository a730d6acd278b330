import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath, pathToFileURL } from 'node:url'
import {
  createMessageConnection,
  type Diagnostic,
  type InitializeResult,
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
  /** What the server says of itself. */
  readonly greeting: InitializeResult
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

interface EditorOptions {
  readonly initializationOptions?: object
  readonly capabilities?: object
  /** The folders that are open, by their paths in the folder; without them, the folder itself. */
  readonly folders?: readonly string[]
  /** Answers what the server asks and listens to what it tells beyond findings. */
  readonly hear?: (connection: MessageConnection) => void
}

export async function startEditor(folder: string, options: EditorOptions = {}): Promise<Editor> {
  const server = spawn(process.execPath, [program, 'lsp', '--stdio'], { cwd: folder, stdio: ['pipe', 'pipe', 'pipe'] })
  const connection = createMessageConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin))
  const found = new Map<string, readonly Diagnostic[]>()
  const log: string[] = []
  server.stderr.on('data', (data: Buffer) => log.push(data.toString()))
  hear(connection, found, log)
  options.hear?.(connection)
  connection.listen()
  const uri = (path: string) => pathToFileURL(`${folder}/${path}`).toString()
  const greeting = await greet(connection, folder, options)
  return {
    connection,
    process: server,
    log,
    greeting,
    uri,
    ...typing(connection, uri, log),
    diagnostics: (path) => found.get(uri(path)),
    until: (path, wanted) => until(path, () => found.get(uri(path)), wanted, log),
    quit: () => quit(connection, server),
  }
}

/** Takes down what the server says of its own accord. */
function hear(connection: MessageConnection, found: Map<string, readonly Diagnostic[]>, log: string[]): void {
  connection.onNotification('textDocument/publishDiagnostics', ({ uri, diagnostics }: { uri: string; diagnostics: Diagnostic[] }) => {
    found.set(uri, diagnostics)
  })
  connection.onNotification('window/logMessage', ({ message }: { message: string }) => {
    log.push(message)
  })
  connection.onRequest('client/registerCapability', () => null)
}

async function greet(connection: MessageConnection, folder: string, options: EditorOptions): Promise<InitializeResult> {
  const uri = pathToFileURL(folder).toString()
  const folders = options.folders?.map((name) => ({ uri: `${uri}/${name}`, name })) ?? [{ uri, name: 'test' }]
  const greeting = await connection.sendRequest<InitializeResult>('initialize', {
    processId: process.pid,
    rootUri: uri,
    workspaceFolders: folders,
    capabilities: options.capabilities ?? { workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } },
    initializationOptions: options.initializationOptions ?? {},
  })
  await connection.sendNotification('initialized', {})
  return greeting
}

/** Opening, changing and closing buffers. */
function typing(connection: MessageConnection, uriOf: (path: string) => string, log: string[]): Pick<Editor, 'open' | 'change' | 'close'> {
  const versions = new Map<string, number>()
  const next = (path: string) => {
    const version = (versions.get(path) ?? 0) + 1
    versions.set(path, version)
    return version
  }
  const tell = (what: string, params: object) => {
    connection.sendNotification(`textDocument/${what}`, params).catch((error: unknown) => log.push(`${what}: ${String(error)}`))
  }
  return {
    open: (path, text, languageId = 'chancery-brief') =>
      tell('didOpen', { textDocument: { uri: uriOf(path), languageId, version: next(path), text } }),
    change: (path, text) => tell('didChange', { textDocument: { uri: uriOf(path), version: next(path) }, contentChanges: [{ text }] }),
    close: (path) => tell('didClose', { textDocument: { uri: uriOf(path) } }),
  }
}

async function until(
  path: string,
  found: () => readonly Diagnostic[] | undefined,
  wanted: (found: readonly Diagnostic[]) => boolean,
  log: readonly string[],
): Promise<readonly Diagnostic[]> {
  const limit = Date.now() + 10_000
  for (;;) {
    const now = found()
    if (now && wanted(now)) return now
    if (Date.now() > limit) throw new Error(`${path}: ${JSON.stringify(now?.map((d) => `${d.code}: ${d.message}`))}\n${log.join('\n')}`)
    await new Promise((done) => setTimeout(done, 20))
  }
}

async function quit(connection: MessageConnection, server: ChildProcess): Promise<number | null> {
  const ended = new Promise<number | null>((done) => server.once('exit', done))
  await connection.sendRequest('shutdown')
  await connection.sendNotification('exit')
  connection.dispose()
  return ended
}
