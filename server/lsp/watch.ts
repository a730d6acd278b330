import {
  type ClientCapabilities,
  type Connection,
  DidChangeWatchedFilesNotification,
  type FileSystemWatcher,
  WatchKind,
} from 'vscode-languageserver'
import { logged } from './guard.ts'
import { isWithin, uriOfPath } from './paths.ts'

/** Has the editor tell of changes on the disk, where it can be asked to. */
export interface Watch {
  readonly folders: () => void
  /** A workspace may begin above the open folders, where its configuration lies; of changes there an editor tells only on request. */
  readonly root: (root: string, folders: readonly string[]) => void
}

// Of files that are not ours by name a configuration may extend some, and those of references a brief may name.
const files = '**/*.{yaml,yml,json,bib}'

export function createWatch(connection: Connection, client: () => ClientCapabilities): Watch {
  const watched = new Set<string>()
  const can = () => client().workspace?.didChangeWatchedFiles
  const watch = (watchers: FileSystemWatcher[]): void => {
    connection.client
      .register(DidChangeWatchedFilesNotification.type, { watchers })
      .catch((error: unknown) => logged(connection, 'asking to be told of changes on the disk', error))
  }
  return {
    folders: () => {
      // Of a folder that is moved or deleted an editor may tell the folder alone.
      if (can()?.dynamicRegistration) watch([{ globPattern: files }, { globPattern: '**/*', kind: WatchKind.Create | WatchKind.Delete }])
    },
    root: (root, folders) => {
      const isAbove = folders.some((folder) => folder !== root && isWithin(folder, root))
      const isCovered = [...folders, ...watched].some((folder) => isWithin(root, folder))
      if (!isAbove || isCovered || !can()?.dynamicRegistration || !can()?.relativePatternSupport) return
      watched.add(root)
      watch([{ globPattern: { baseUri: uriOfPath(root), pattern: files } }])
    },
  }
}
