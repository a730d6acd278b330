import { dirname } from 'node:path'
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
  /** It lies where nothing is read, as in `node_modules`, of which there may be very many. */
  readonly isLeftOut: (path: string) => boolean
}

/** Follows what happens on disk outside the editor: a file, or a folder with all that lies in it. */
export function changedOnDisk(listener: Listener, changes: readonly FileEvent[]): void {
  const { buffers, publisher, isFolder, isLeftOut } = listener
  const files: string[] = []
  const gone = new Set<string>()
  const made = new Set<string>()
  for (const { uri, type } of changes) {
    const path = pathOfUri(uri)
    if (path === undefined) continue
    if (isRead(path)) files.push(path)
    else if (isLeftOut(path)) continue
    else if (type === FileChangeType.Deleted) gone.add(path)
    else if (type === FileChangeType.Created && isFolder(path)) made.add(path)
  }
  // A buffer counts more than the file below it.
  publisher.touched(files.filter((path) => buffers.text(path) === undefined))
  if (gone.size + made.size > 0)
    foldersChanged(listener, gone, made).catch((error: unknown) => logged(listener.connection, 'following a folder on the disk', error))
}

/** A file of ours, one that a configuration may extend, or one of references that a brief may name. */
function isRead(path: string): boolean {
  return kindOfName(path) !== undefined || /\.ya?ml$/i.test(path) || formatOf(path) !== undefined
}

async function foldersChanged(
  { office, buffers, publisher }: Listener,
  gone: ReadonlySet<string>,
  made: ReadonlySet<string>,
): Promise<void> {
  const paths = gone.size > 0 ? (await office.known()).filter((path) => isBelow(path, gone)) : []
  for (const folder of made) {
    if (!isBelow(folder, made)) paths.push(...(await office.take(folder)))
  }
  const libraries = (await office.bibliographies()).filter((path) => isBelow(path, gone) || isBelow(path, made))
  publisher.touched([...paths, ...libraries].filter((path) => buffers.text(path) === undefined))
}

/** Whether one of these folders is above a path. */
function isBelow(path: string, folders: ReadonlySet<string>): boolean {
  const above = dirname(path)
  return above !== path && (folders.has(above) || isBelow(above, folders))
}
