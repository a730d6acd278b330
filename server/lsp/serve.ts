import {
  type Connection,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type InitializeParams,
  type InitializeResult,
  PositionEncodingKind,
  TextDocumentSyncKind,
} from 'vscode-languageserver'
import { kindOfName, type Workspace } from '../core/index.ts'
import { answerRequests } from './answers.ts'
import { createBuffers } from './buffers.ts'
import { logged } from './guard.ts'
import { createOffice } from './office.ts'
import { pathOfUri } from './paths.ts'
import { createPublisher } from './publisher.ts'

/** What the server needs of the machine it runs on. */
export interface Machine {
  readonly workspace: (root: string, folders: readonly string[]) => Workspace
  readonly rootOf: (path: string, folders: readonly string[]) => string
  readonly today: () => string
  readonly cwd: string
}

interface LintSettings {
  readonly enable: boolean
  /** Also files that are not open. */
  readonly workspace: boolean
}

/** Serves the Language Server Protocol on a connection until it ends. */
export function serve(connection: Connection, machine: Machine): void {
  let folders: readonly string[] = []
  let lint: LintSettings = { enable: true, workspace: true }
  let watches = false

  const buffers = createBuffers(() => folders[0] ?? machine.cwd)
  const office = createOffice({
    workspace: (root) => machine.workspace(root, folders),
    rootOf: (path) => machine.rootOf(path, folders),
    buffer: buffers.text,
    today: machine.today,
  })
  const isWanted = (path: string) => lint.enable && (lint.workspace || buffers.text(path) !== undefined)
  const publisher = createPublisher(connection, office, isWanted, buffers)
  const takeAll = async () => {
    for (const folder of folders) publisher.check(await office.take(folder))
  }

  connection.onInitialize((params: InitializeParams): InitializeResult => {
    folders = foldersOf(params)
    lint = { ...lint, ...(params.initializationOptions as { lint?: Partial<LintSettings> } | undefined)?.lint }
    watches = params.capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration ?? false
    return { capabilities, serverInfo: { name: 'chancery' } }
  })
  connection.onInitialized(() => {
    const watchers = [{ globPattern: '**/*.{engagement,brief,vocabulary,snippets}.{yaml,yml}' }, { globPattern: '**/chancery.{yaml,yml}' }]
    if (watches) void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers })
    takeAll().catch((error: unknown) => logged(connection, 'reading the workspace', error))
  })
  connection.onDidChangeConfiguration(({ settings }: { settings?: { chancery?: { lint?: Partial<LintSettings> } } | null }) => {
    lint = { ...lint, ...settings?.chancery?.lint }
    takeAll().catch((error: unknown) => logged(connection, 'reading the workspace', error))
  })
  connection.onDidChangeWatchedFiles(({ changes }) => {
    for (const { uri, type } of changes) {
      const path = pathOfUri(uri)
      // A buffer counts more than the file below it.
      if (path === undefined || kindOfName(path) === undefined || buffers.text(path) !== undefined) continue
      if (type === FileChangeType.Deleted) publisher.clear(path)
      publisher.edited(path)
    }
  })
  buffers.onChange(publisher.edited)
  buffers.onClose(publisher.edited)
  answerRequests(connection, { office, buffers, folders: () => folders, today: machine.today, publish: publisher.check })
  buffers.listen(connection)
  connection.listen()
}

const capabilities: InitializeResult['capabilities'] = {
  positionEncoding: PositionEncodingKind.UTF16,
  textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
  completionProvider: { triggerCharacters: [':', ' ', '-', '[', ',', '{', '@'] },
  hoverProvider: true,
  codeActionProvider: { codeActionKinds: ['quickfix'] },
}

function foldersOf({ workspaceFolders, rootUri }: InitializeParams): readonly string[] {
  const uris = workspaceFolders?.map((folder) => folder.uri) ?? (rootUri ? [rootUri] : [])
  return uris.flatMap((uri) => pathOfUri(uri) ?? [])
}
