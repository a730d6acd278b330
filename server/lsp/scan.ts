import type { Connection } from 'vscode-languageserver'
import { logged } from './guard.ts'
import { type LongWork, longWork } from './long-work.ts'
import type { Office } from './office.ts'
import type { Publisher } from './publisher.ts'

/** Reads and checks all files of the open folders, in the background. */
export interface Scanner {
  readonly begin: () => void
  /** A file was checked, whoever asked for it. */
  readonly checked: (path: string) => void
  /** Once the folders have been read. */
  readonly read: () => Promise<void>
}

interface Work {
  readonly connection: Connection
  readonly office: Pick<Office, 'take'>
  readonly publisher: () => Pick<Publisher, 'check' | 'drop'>
  readonly folders: () => readonly string[]
}

interface Desk extends Work {
  /** Files that are still to be checked. */
  readonly left: Set<string>
  all: number
  shown: LongWork | undefined
}

/**
 * Whoever stops it has no half-read workspace: the index of a folder that was
 * begun is finished, for no answer is right without it. Files that were not
 * checked yet are when they are opened or changed, and folders that were not
 * read when one of their files is asked for.
 */
export function createScanner(work: Work): Scanner {
  const desk: Desk = { ...work, left: new Set(), all: 0, shown: undefined }
  let reading: Promise<void> = Promise.resolve()
  return {
    begin: () => {
      reading = scan(desk).catch((error: unknown) => logged(work.connection, 'reading the workspace', error))
    },
    checked: (path) => checked(desk, path),
    read: () => reading,
  }
}

async function scan(desk: Desk): Promise<void> {
  const { connection, office, publisher, folders, left } = desk
  desk.shown?.end()
  const shown = longWork(connection, { title: 'Chancery', onCancel: () => stop(desk) })
  desk.shown = shown
  for (const folder of folders()) {
    const onIndexed = (done: number, all: number) => shown.report('files read', done, all)
    const paths = await office.take(folder, { onIndexed, cancelled: shown.cancelled })
    if (shown.cancelled()) break
    for (const path of paths) left.add(path)
    publisher().check(paths)
  }
  desk.all = left.size
  if (left.size === 0) shown.end()
}

function checked({ left, all, shown }: Desk, path: string): void {
  if (!left.delete(path)) return
  if (left.size === 0) shown?.end()
  else shown?.report('files checked', Math.max(0, all - left.size), all)
}

function stop({ publisher, left, shown }: Desk): void {
  publisher().drop(left)
  left.clear()
  shown?.end()
}
