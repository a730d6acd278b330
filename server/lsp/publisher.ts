import type { CancellationToken, Connection } from 'vscode-languageserver'
import type { Buffers } from './buffers.ts'
import { logged } from './guard.ts'
import type { Change, Office } from './office.ts'

/** Decides when files are checked: soon what is typed, later and in small portions what else it touches. */
export interface Publisher {
  /** A buffer was edited: it and what it touches are checked after a short rest. */
  readonly edited: (path: string) => void
  /** A buffer was opened or closed: there is nothing to wait for. */
  readonly swapped: (path: string) => void
  /** Files were changed on the disk; as one change often comes with many, they are looked at together. */
  readonly touched: (paths: readonly string[]) => void
  /** These files are checked again, one by one, as time allows. */
  readonly check: (paths: readonly string[]) => void
  /** These files wait to be checked no longer. */
  readonly drop: (paths: Iterable<string>) => void
  /** Waits until the last edit of a file has been taken in. */
  readonly settled: (path: string, token: CancellationToken) => Promise<void>
}

/** What a publisher works with. */
export interface Work {
  readonly connection: Connection
  readonly office: Pick<Office, 'changed'>
  readonly buffers: Pick<Buffers, 'text'>
  /** Tells the editor the findings of a file. */
  readonly tell: (path: string) => Promise<void>
  /** What follows from a change beyond the files that are checked again. */
  readonly onChange: (change: Change, edited: ReadonlySet<string>) => void
  readonly onChecked?: (path: string) => void
}

/** Milliseconds without a keystroke before a file is checked. */
const rest = 120
/** Milliseconds after which changes on the disk are looked at even if more keep coming. */
const longestWait = 1000

interface Rest {
  timer: NodeJS.Timeout | undefined
  readonly over: Promise<void>
  readonly end: () => void
}

/** What a publisher has still to do. */
interface Desk extends Work {
  /** Buffers that were edited a moment ago. */
  readonly resting: Map<string, Rest>
  /** Files that were changed on the disk a moment ago. */
  readonly touched: Set<string>
  touchedSince: number
  timer: NodeJS.Timeout | undefined
  /** Files that a writer works on; they do not wait for the rest of the workspace. */
  readonly urgent: Set<string>
  /** Other files that are to be checked. */
  readonly waiting: Set<string>
  running: boolean
}

export function createPublisher(work: Work): Publisher {
  const desk: Desk = {
    ...work,
    resting: new Map(),
    touched: new Set(),
    touchedSince: 0,
    timer: undefined,
    urgent: new Set(),
    waiting: new Set(),
    running: false,
  }
  return {
    check: (paths) => check(desk, paths),
    edited: (path) => edited(desk, path, rest),
    swapped: (path) => edited(desk, path, 0),
    touched: (paths) => touched(desk, paths),
    drop: (paths) => {
      for (const path of paths) desk.waiting.delete(path)
    },
    settled: (path, token) => settled(desk, path, token),
  }
}

function edited(desk: Desk, path: string, wait: number): void {
  const mine = desk.resting.get(path) ?? newRest()
  desk.resting.set(path, mine)
  clearTimeout(mine.timer)
  const timer = setTimeout(async () => {
    await take(desk, [path], [path])
    // What was typed meanwhile has a rest of its own.
    if (mine.timer !== timer) return
    desk.resting.delete(path)
    mine.end()
  }, wait)
  mine.timer = timer
}

function newRest(): Rest {
  const keep: { promise?: () => void } = {}
  const over = new Promise<void>((done) => {
    keep.promise = done
  })
  return { timer: undefined, over, end: () => keep.promise?.() }
}

async function settled({ resting }: Desk, path: string, token: CancellationToken): Promise<void> {
  const cancelled = new Promise<void>((done) => token.onCancellationRequested(() => done()))
  await Promise.race([resting.get(path)?.over, cancelled])
}

function touched(desk: Desk, paths: readonly string[]): void {
  if (paths.length === 0) return
  const now = performance.now()
  if (desk.touched.size === 0) desk.touchedSince = now
  for (const path of paths) desk.touched.add(path)
  clearTimeout(desk.timer)
  const wait = Math.min(rest, Math.max(0, desk.touchedSince + longestWait - now))
  desk.timer = setTimeout(async () => {
    const all = [...desk.touched]
    desk.touched.clear()
    // None of them was edited in the editor: one that has been opened meanwhile may still show what was.
    await take(desk, all, [])
  }, wait)
}

/** Takes changes in and sees to what follows from them. Of what was edited in the editor, it asks by itself. */
async function take(desk: Desk, paths: readonly string[], edited: readonly string[]): Promise<void> {
  try {
    const change = await desk.office.changed(paths)
    desk.onChange(change, new Set(edited))
    check(desk, change.paths)
  } catch (error) {
    logged(desk.connection, `reading ${paths.join(', ').slice(0, 300)}`, error)
  }
}

function check(desk: Desk, paths: readonly string[]): void {
  for (const path of paths) (desk.buffers.text(path) === undefined ? desk.waiting : desk.urgent).add(path)
  work(desk).catch((error: unknown) => logged(desk.connection, 'checking', error))
}

async function work(desk: Desk): Promise<void> {
  const { connection, urgent, waiting, tell, onChecked } = desk
  if (desk.running) return
  desk.running = true
  for (let path = next(desk); path !== undefined; path = next(desk)) {
    urgent.delete(path)
    waiting.delete(path)
    await tell(path).catch((error: unknown) => logged(connection, `checking ${path}`, error))
    onChecked?.(path)
    // Requests that came in meanwhile go first.
    await new Promise((done) => setImmediate(done))
  }
  desk.running = false
}

function next({ urgent, waiting }: Desk): string | undefined {
  return urgent.values().next().value ?? waiting.values().next().value
}
