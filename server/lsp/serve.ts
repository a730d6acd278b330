import {
  type Connection,
  DidChangeWatchedFilesNotification,
  DidChangeWorkspaceFoldersNotification,
  type InitializeParams,
  type InitializeResult,
  PositionEncodingKind,
  TextDocumentSyncKind,
  WatchKind,
  type WorkspaceFoldersChangeEvent,
} from 'vscode-languageserver'
import type { ClientAbilities, Workspace } from '../core/index.ts'
import { abilitiesOf } from './abilities.ts'
import { answerRequests } from './answers.ts'
import { type Buffers, createBuffers } from './buffers.ts'
import { changedOnDisk } from './disk-changes.ts'
import { capabilitiesOf } from './features.ts'
import { logged } from './guard.ts'
import { createOffice, type Office } from './office.ts'
import { pathOfUri } from './paths.ts'
import { createPublisher, type Publisher } from './publisher.ts'

/** What the server needs of the machine it runs on. */
export interface Machine {
  readonly workspace: (root: string, folders: readonly string[]) => Workspace
  readonly rootOf: (path: string, folders: readonly string[]) => string
  readonly isFolder: (path: string) => boolean
  readonly today: () => string
  readonly cwd: string
}

interface LintSettings {
  readonly enable: boolean
  /** Also files that are not open. */
  readonly workspace: boolean
}

/** What a client may say of itself beyond the protocol. */
interface ClientOptions {
  readonly lint?: Partial<LintSettings>
  readonly pages?: boolean
}

/** What is known of the client, from its first request on. */
interface Session {
  folders: readonly string[]
  lint: LintSettings
  /** It tells of changes on disk when it is asked to. */
  watches: boolean
  client: ClientAbilities
}

/** What an event needs to be answered. */
interface Service {
  readonly connection: Connection
  readonly session: Session
  readonly buffers: Buffers
  readonly office: Office
  readonly publisher: Publisher
  readonly isFolder: (path: string) => boolean
}

/** Serves the Language Server Protocol on a connection until it ends. */
export function serve(connection: Connection, machine: Machine): void {
  const session: Session = { folders: [], lint: { enable: true, workspace: true }, watches: false, client: abilitiesOf({}, false) }
  const folders = () => session.folders
  const buffers = createBuffers(() => session.folders[0] ?? machine.cwd)
  const office = createOffice({
    workspace: (root) => machine.workspace(root, session.folders),
    rootOf: (path) => machine.rootOf(path, session.folders),
    buffer: buffers.text,
    today: machine.today,
  })
  const isWanted = (path: string) => session.lint.enable && (session.lint.workspace || buffers.text(path) !== undefined)
  const publisher = createPublisher(connection, office, isWanted, buffers)
  const service: Service = { connection, session, buffers, office, publisher, isFolder: machine.isFolder }

  connection.onInitialize((params) => initialize(session, params))
  connection.onInitialized(() => initialized(service))
  connection.onDidChangeConfiguration((params) => configured(service, params))
  connection.onNotification(DidChangeWorkspaceFoldersNotification.type, ({ event }) => foldersChanged(service, event))
  connection.onDidChangeWatchedFiles(({ changes }) => changedOnDisk(service, changes))
  buffers.onChange(publisher.edited)
  buffers.onClose(publisher.edited)
  answerRequests(connection, { office, buffers, folders, today: machine.today, client: () => session.client, publish: publisher.check })
  buffers.listen(connection)
  connection.listen()
}

function initialize(session: Session, params: InitializeParams): InitializeResult {
  session.folders = foldersOf(params)
  const options: ClientOptions = params.initializationOptions ?? {}
  session.lint = { ...session.lint, ...options.lint }
  session.client = abilitiesOf(params.capabilities, options.pages ?? false)
  session.watches = params.capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration ?? false
  return { capabilities: { ...capabilitiesOf(), ...capabilities }, serverInfo: { name: 'chancery' } }
}

function initialized(service: Service): void {
  const { connection, session } = service
  const watchers = [
    { globPattern: '**/*.{engagement,brief,vocabulary,snippets}.{yaml,yml}' },
    { globPattern: '**/chancery.{yaml,yml}' },
    // Files of references; those that no brief names are passed over.
    { globPattern: '**/*.{json,bib}', kind: WatchKind.Change },
    // Of a folder that is moved or deleted an editor may tell the folder alone.
    { globPattern: '**/*', kind: WatchKind.Create | WatchKind.Delete },
  ]
  if (session.watches) {
    const asked = connection.client.register(DidChangeWatchedFilesNotification.type, { watchers })
    asked.catch((error: unknown) => logged(connection, 'asking to be told of changes on disk', error))
  }
  takeAll(service)
}

function configured(service: Service, { settings }: { settings?: { chancery?: { lint?: Partial<LintSettings> } } | null }): void {
  const { session } = service
  session.lint = { ...session.lint, ...settings?.chancery?.lint }
  takeAll(service)
}

/** A folder that was added is read; of one that was taken away nothing is said any more. */
function foldersChanged(service: Service, { added, removed }: WorkspaceFoldersChangeEvent): void {
  const { connection, session, office, publisher } = service
  const gone = removed.flatMap(({ uri }) => pathOfUri(uri) ?? [])
  session.folders = [...session.folders.filter((folder) => !gone.includes(folder)), ...added.flatMap(({ uri }) => pathOfUri(uri) ?? [])]
  const forget = async () => {
    for (const folder of gone) for (const path of await office.below(folder)) publisher.clear(path)
  }
  forget().catch((error: unknown) => logged(connection, 'forgetting a folder', error))
  takeAll(service)
}

function takeAll({ connection, session, office, publisher }: Service): void {
  const takeEach = async () => {
    for (const folder of session.folders) publisher.check(await office.take(folder))
  }
  takeEach().catch((error: unknown) => logged(connection, 'reading the workspace', error))
}

const capabilities: InitializeResult['capabilities'] = {
  positionEncoding: PositionEncodingKind.UTF16,
  textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
  workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
}

function foldersOf({ workspaceFolders, rootUri }: InitializeParams): readonly string[] {
  const uris = workspaceFolders?.map((folder) => folder.uri) ?? (rootUri ? [rootUri] : [])
  return uris.flatMap((uri) => pathOfUri(uri) ?? [])
}
