import { resolve } from 'node:path'
import type { Connection } from 'vscode-languageserver'
import { diagnosticOf } from '../core/index.ts'
import type { Buffers } from './buffers.ts'
import { logged } from './guard.ts'
import type { Office } from './office.ts'

/** Sends findings to the editor: soon for what is typed, later and in small portions for what else it touches. */
export interface Publisher {
  /** The file was edited: it and what it touches are checked again after a short rest. */
  readonly edited: (path: string) => void
  /** These files are checked again, one by one, as time allows. */
  readonly check: (paths: readonly string[]) => void
  readonly clear: (path: string) => void
}

/** Milliseconds without a keystroke before a file is checked. */
const rest = 120

/** What a publisher works with, and what it has still to do. */
interface Desk {
  readonly connection: Connection
  readonly office: Office
  readonly isWanted: (path: string) => boolean
  readonly buffers: Buffers
  /** Files that were edited a moment ago. */
  readonly timers: Map<string, NodeJS.Timeout>
  /** Files that a writer works on; they do not wait for the rest of the workspace. */
  readonly urgent: Set<string>
  /** Other files that are to be checked. */
  readonly waiting: Set<string>
  running: boolean
}

export function createPublisher(connection: Connection, office: Office, isWanted: (path: string) => boolean, buffers: Buffers): Publisher {
  const desk: Desk = { connection, office, isWanted, buffers, timers: new Map(), urgent: new Set(), waiting: new Set(), running: false }
  return {
    check: (paths) => check(desk, paths),
    edited: (path) => edited(desk, path),
    clear: (path) => {
      desk.urgent.delete(path)
      desk.waiting.delete(path)
      connection
        .sendDiagnostics({ uri: buffers.uri(path), diagnostics: [] })
        .catch((error: unknown) => logged(connection, `clearing ${path}`, error))
    },
  }
}

function edited(desk: Desk, path: string): void {
  const { connection, office, timers } = desk
  clearTimeout(timers.get(path))
  const timer = setTimeout(() => {
    timers.delete(path)
    office.changed(path).then(
      (paths) => check(desk, paths),
      (error: unknown) => logged(connection, `reading ${path}`, error),
    )
  }, rest)
  timers.set(path, timer)
}

function check(desk: Desk, paths: readonly string[]): void {
  for (const path of paths) (desk.buffers.text(path) === undefined ? desk.waiting : desk.urgent).add(path)
  work(desk).catch((error: unknown) => logged(desk.connection, 'checking', error))
}

async function work(desk: Desk): Promise<void> {
  const { connection, urgent, waiting } = desk
  if (desk.running) return
  desk.running = true
  for (let path = next(desk); path !== undefined; path = next(desk)) {
    urgent.delete(path)
    waiting.delete(path)
    await publish(desk, path).catch((error: unknown) => logged(connection, `checking ${path}`, error))
    // Requests that came in meanwhile go first.
    await new Promise((done) => setImmediate(done))
  }
  desk.running = false
}

async function publish(desk: Desk, path: string): Promise<void> {
  const { office, isWanted, buffers } = desk
  const at = buffers.version(path)
  const report = isWanted(path) ? await office.report(path) : undefined
  // What was computed for an older text would stand at the wrong places; the newer text has its own turn coming.
  if (buffers.version(path) !== at) return
  const { root } = await office.room(path)
  const uri = buffers.uri(path)
  const diagnostics = (report?.findings ?? []).map((finding) => diagnosticOf(finding, (inside) => buffers.uri(resolve(root, inside))))
  await desk.connection.sendDiagnostics({ uri, diagnostics, ...(at === undefined ? {} : { version: at }) })
}

function next({ urgent, waiting }: Desk): string | undefined {
  return urgent.values().next().value ?? waiting.values().next().value
}
