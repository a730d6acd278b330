import { type Connection, FileChangeType, type FileEvent } from 'vscode-languageserver'
import { formatOf, kindOfName } from '../core/index.ts'
import type { Buffers } from './buffers.ts'
import { logged } from './guard.ts'
import type { Office } from './office.ts'
import { pathOfUri } from './paths.ts'
import type { Publisher } from './publisher.ts'

interface Listener {
  readonly connection: Connection
  readonly buffers: Buffers
  readonly office: Office
  readonly publisher: Publisher
  readonly isFolder: (path: string) => boolean
}

/** Follows what happens on disk outside the editor: a file, or a folder with all that lies in it. */
export function changedOnDisk(listener: Listener, changes: readonly FileEvent[]): void {
  for (const { uri, type } of changes) {
    const path = pathOfUri(uri)
    if (path === undefined) continue
    const isGone = type === FileChangeType.Deleted
    if (kindOfName(path) !== undefined || formatOf(path)) fileChanged(listener, path, isGone)
    else if (isGone || listener.isFolder(path)) {
      folderChanged(listener, path, isGone).catch((error: unknown) => logged(listener.connection, `following ${path}`, error))
    }
  }
}

async function folderChanged(listener: Listener, folder: string, isGone: boolean): Promise<void> {
  const { office } = listener
  const paths = isGone ? await office.below(folder) : await office.take(folder)
  for (const path of [...paths, ...(await office.bibliographies(folder))]) fileChanged(listener, path, isGone)
}

function fileChanged({ buffers, publisher }: Listener, path: string, isGone: boolean): void {
  // A buffer counts more than the file below it.
  if (buffers.text(path) !== undefined) return
  if (isGone && !formatOf(path)) publisher.clear(path)
  publisher.edited(path)
}
