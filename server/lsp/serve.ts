import {
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWorkspaceFoldersNotification,
  type DocumentDiagnosticParams,
  DocumentDiagnosticRequest,
  type InitializeParams,
  type InitializeResult,
  PositionEncodingKind,
  TextDocumentSyncKind,
  WorkspaceDiagnosticRequest,
  type WorkspaceFoldersChangeEvent,
} from 'vscode-languageserver'
import { abilitiesOf, type ClientOptions } from './abilities.ts'
import { answerRequests } from './answers.ts'
import { changedOnDisk } from './disk-changes.ts'
import { guarded, logged } from './guard.ts'
import { insidePath, isWithin, pathOfUri } from './paths.ts'
import { refuseOutOfTurn } from './phases.ts'
import { capabilitiesFor, checkAll, createService, leaveStrayRoots, type Machine, type Service, type Session } from './service.ts'
import { askedSettings, sentSettings, withSettings } from './settings.ts'

interface InitializationOptions extends ClientOptions {
  readonly lint?: unknown
  readonly inlayHints?: unknown
  /** The user trusts what is open, so that libraries outside of it may be named. */
  readonly trusted?: unknown
}

/** Serves the Language Server Protocol on a connection until it ends. */
export function serve(connection: Connection, machine: Machine): void {
  const service = createService(connection, machine)
  const { session, buffers, office, publisher, delivery } = service
  refuseOutOfTurn(connection)
  connection.onInitialize((params) => initialize(session, params))
  connection.onInitialized(() => initialized(service))
  connection.onShutdown(() => delivery.end())
  connection.onDidChangeConfiguration((params) => configured(service, params))
  connection.onNotification(DidChangeWorkspaceFoldersNotification.type, ({ event }) => foldersChanged(service, event))
  connection.onDidChangeWatchedFiles(({ changes }) =>
    changedOnDisk({ ...service, ...machine, isLeftOut: (path) => isLeftOut(service, path) }, changes),
  )
  buffers.onOpen(publisher.swapped)
  buffers.onChange(publisher.edited)
  buffers.onClose((path) => {
    delivery.closed(path)
    publisher.swapped(path)
  })
  connection.onRequest(
    DocumentDiagnosticRequest.method,
    guarded<DocumentDiagnosticParams, unknown>(connection, 'findings of a file', delivery.document),
  )
  connection.onRequest(WorkspaceDiagnosticRequest.method, guarded(connection, 'findings of all files', delivery.workspace))
  answerRequests(connection, {
    office,
    buffers,
    folders: () => session.folders,
    today: machine.today,
    assets: machine.assets,
    isReadable: (text) => 'text' in machine.readBuffer(text),
    client: () => session.client,
    hints: () => session.settings.hints,
    read: service.scanner.read,
    publish: publisher.check,
  })
  buffers.listen(connection)
  connection.listen()
}

function initialize(session: Session, params: InitializeParams): InitializeResult {
  session.folders = foldersOf(params)
  const options: InitializationOptions = params.initializationOptions ?? {}
  session.settings = withSettings(session.settings, options)
  session.capabilities = params.capabilities
  session.isTrusted = options.trusted === true
  session.client = abilitiesOf(params.capabilities, options)
  return { capabilities: capabilitiesFor(session, capabilities)(), serverInfo: { name: 'chancery' } }
}

function initialized(service: Service): void {
  const { connection, session, scanner, watch } = service
  const { workspace = {} } = session.capabilities
  watch.folders()
  if (workspace.didChangeConfiguration?.dynamicRegistration) {
    connection.client
      .register(DidChangeConfigurationNotification.type, { section: 'chancery' })
      .catch((error: unknown) => logged(connection, 'asking to be told of the settings', error))
  }
  askSettings(service)
  scanner.begin()
}

/** An editor may tell its settings, or only that they changed. */
function configured(service: Service, params: unknown): void {
  const sent = sentSettings(params)
  if (sent === undefined) askSettings(service)
  else applySettings(service, sent)
}

function askSettings(service: Service): void {
  const { connection, session } = service
  askedSettings(connection, session.capabilities).then(
    (settings) => applySettings(service, settings),
    (error: unknown) => logged(connection, 'asking for the settings', error),
  )
}

function applySettings(service: Service, sent: unknown): void {
  const { session, refresher } = service
  const former = session.settings
  session.settings = withSettings(former, sent)
  if (JSON.stringify(session.settings) === JSON.stringify(former)) return
  refresher.ask(['inlayHintProvider'])
  checkAll(service)
}

/** A folder that was added is read; of one that was taken away nothing is said any more. */
function foldersChanged(service: Service, { added, removed }: WorkspaceFoldersChangeEvent): void {
  const { connection, session, office, buffers, publisher, scanner } = service
  const gone = removed.flatMap(({ uri }) => pathOfUri(uri) ?? [])
  session.folders = [...session.folders.filter((folder) => !gone.includes(folder)), ...added.flatMap(({ uri }) => pathOfUri(uri) ?? [])]
  const forget = async () => {
    const all = await office.known()
    leaveStrayRoots(session, office, buffers)
    publisher.check(all.filter((path) => gone.some((folder) => isWithin(path, folder))))
  }
  forget().catch((error: unknown) => logged(connection, 'forgetting a folder', error))
  scanner.begin()
}

function isLeftOut({ session, machine }: Service, path: string): boolean {
  const folder = session.folders.find((each) => isWithin(path, each))
  return folder !== undefined && machine.isPassedOver(insidePath(path, folder))
}

const capabilities = {
  positionEncoding: PositionEncodingKind.UTF16,
  textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
  workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
} satisfies InitializeResult['capabilities']

function foldersOf({ workspaceFolders, rootUri }: InitializeParams): readonly string[] {
  const uris = workspaceFolders?.map((folder) => folder.uri) ?? (rootUri ? [rootUri] : [])
  return uris.flatMap((uri) => pathOfUri(uri) ?? [])
}
