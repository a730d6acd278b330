import { EventEmitter, once } from 'node:events'
import { realpathSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { counted, formatOf, kindOfName } from '../../core/index.ts'
import { isFolder } from '../../disk.ts'
import { foldersBelow, isPassedOver } from '../../disk-walk.ts'
import { notice } from '../notice.ts'
import type { Option } from '../options.ts'
import { insidePath, shownPath } from '../paths.ts'
import { isRefusal, systemFailure } from '../refusal.ts'
import type { Shell, Status } from '../shell.ts'
import type { Target } from '../targets.ts'
import { type FolderWatch, watchFolders } from './folder-watch.ts'

export const watchOption: Option = {
  name: 'watch',
  about: 'Check again whenever a file, a folder or a configuration changes, until Ctrl-C; then the status is that of the last report',
}

export interface WatchJob {
  /** Checks everything once. It calls `goOn` between two files, which ends it where the program is to end. */
  readonly run: (goOn: () => void) => Promise<Status>
  /** The files to be checked, by workspaces. */
  readonly targets: () => Promise<readonly Target[]>
  /** Files that count beside those of the workspaces, and files that are written, by their full paths. */
  readonly also: readonly string[]
  readonly written: readonly string[]
}

/** Milliseconds without a change before files are checked: a save is often several changes. */
const rest = 100
/** Milliseconds after which they are checked even if more changes keep coming. */
const longestWait = 2000

const endings = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** Checks, waits for a change, and checks again, until a signal ends it. */
export async function watchLint(job: WatchJob, shell: Shell): Promise<Status> {
  const end = new AbortController()
  const stop = () => end.abort()
  for (const signal of endings) process.on(signal, stop)
  const changed = new Set<string>()
  const news = new EventEmitter()
  const ours = new Set(job.written.flatMap((path) => [path, realPlace(path)]))
  const folders = watchFolders((path) => {
    if (ours.has(path) || ours.has(dirname(path)) || !matters(path, job, folders)) return
    changed.add(path)
    news.emit('change')
  })
  try {
    return await loop({ job, shell, folders, changed, end: end.signal, news })
  } finally {
    folders.close()
    for (const signal of endings) process.off(signal, stop)
  }
}

interface Vigil {
  readonly job: WatchJob
  readonly shell: Shell
  readonly folders: FolderWatch
  readonly changed: Set<string>
  readonly end: AbortSignal
  /** Tells of each change with a `change`. */
  readonly news: EventEmitter
}

async function loop(vigil: Vigil): Promise<Status> {
  const { shell, changed, end } = vigil
  let last: Status | undefined
  while (!end.aborted) {
    if (shell.out.screen.isTerminal) shell.out.write('\u001b[2J\u001b[3J\u001b[H')
    if (last !== undefined) notice(shell.err, `${changeWords(changed, shell.cwd)}`)
    changed.clear()
    // Before the run, so that what comes after it was read is heard of; again, because a folder may come into a folder meanwhile.
    while (await follow(vigil));
    const status = await attempt(vigil, last === undefined)
    if (status === undefined) break
    last = status
    notice(shell.err, 'Waiting for changes. Ctrl-C ends.')
    await nextChange(vigil)
  }
  return last ?? 0
}

/** One run; undefined where it was stopped. What the first cannot do ends the program; later it may be a state that passes. */
async function attempt({ job, shell, end }: Vigil, isFirst: boolean): Promise<Status | undefined> {
  try {
    return await job.run(() => end.throwIfAborted())
  } catch (error) {
    if (end.aborted) return undefined
    const told = isRefusal(error) ? error.message : systemFailure(error)
    if (isFirst || told === undefined) throw error
    notice(shell.err, told)
    return 2
  }
}

/** Watches all folders in which something may change what is found. Tells whether there are new ones. */
async function follow({ job, folders }: Vigil): Promise<boolean> {
  const targets = await job.targets().catch((error: unknown) => {
    // Where nothing is left to check, what was there is waited for.
    if (isRefusal(error)) return undefined
    throw error
  })
  if (!targets) return false
  const wanted = new Set([...targets.flatMap(({ files }) => files), ...job.also].map((path) => dirname(path)))
  for (const { root } of targets) for (const folder of await foldersBelow(root)) wanted.add(folder)
  return folders.follow(wanted)
}

/** Editors leave files of their own for a moment, and reports are written by ourselves. */
function matters(path: string, { also }: WatchJob, folders: FolderWatch): boolean {
  if (also.includes(path)) return true
  if (isPassedOver(insidePath(path, dirname(path)))) return false
  return kindOfName(path) !== undefined || formatOf(path) !== undefined || folders.has(path) || isFolder(path)
}

/** Waits until something has changed and rests again, or until the end. */
async function nextChange({ changed, end, news }: Vigil): Promise<void> {
  if (changed.size === 0) await once(news, 'change', { signal: end }).catch(() => undefined)
  const since = performance.now()
  for (let size = -1; size !== changed.size && performance.now() - since < longestWait && !end.aborted; ) {
    size = changed.size
    await setTimeout(rest, undefined, { signal: end }).catch(() => undefined)
  }
}

/** The system names a file by its real folder. */
function realPlace(path: string): string {
  const folder = dirname(path)
  return isFolder(folder) ? join(realpathSync(folder), basename(path)) : path
}

function changeWords(changed: ReadonlySet<string>, cwd: string): string {
  const [first, ...more] = [...changed].map((path) => shownPath(resolve(path), cwd)).sort()
  if (first === undefined) return 'Checked again.'
  return more.length > 0 ? `${first} and ${counted(more.length, 'other file')} changed.` : `${first} changed.`
}
