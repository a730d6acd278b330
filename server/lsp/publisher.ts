import { resolve } from 'node:path'
import type { Connection } from 'vscode-languageserver'
import type { Buffers } from './buffers.ts'
import { diagnosticOf } from './diagnostics.ts'
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

export function createPublisher(
  connection: Connection,
  office: Office,
  isWanted: (path: string) => boolean,
  { version, uri: uriOf }: Buffers,
): Publisher {
  const timers = new Map<string, NodeJS.Timeout>()
  const waiting = new Set<string>()
  let running = false

  const publish = async (path: string): Promise<void> => {
    const at = version(path)
    const report = isWanted(path) ? await office.report(path) : undefined
    // What was computed for an older text would stand at the wrong places; the newer text has its own turn coming.
    if (version(path) !== at) return
    const root = (await office.room(path)).root
    const uri = uriOf(path)
    const diagnostics = (report?.findings ?? []).map((finding) => diagnosticOf(finding, (inside) => uriOf(resolve(root, inside))))
    await connection.sendDiagnostics({ uri, diagnostics, ...(at === undefined ? {} : { version: at }) })
  }

  const work = async (): Promise<void> => {
    if (running) return
    running = true
    for (let path = first(waiting); path !== undefined; path = first(waiting)) {
      waiting.delete(path)
      await publish(path).catch((error: unknown) => logged(connection, `checking ${path}`, error))
      // Requests that came in meanwhile go first.
      await new Promise((done) => setImmediate(done))
    }
    running = false
  }

  const check = (paths: readonly string[]): void => {
    for (const path of paths) waiting.add(path)
    void work()
  }

  return {
    check,
    edited: (path) => {
      clearTimeout(timers.get(path))
      const timer = setTimeout(() => {
        timers.delete(path)
        office.changed(path).then(check, (error: unknown) => logged(connection, `reading ${path}`, error))
      }, rest)
      timers.set(path, timer)
    },
    clear: (path) => {
      waiting.delete(path)
      void connection.sendDiagnostics({ uri: uriOf(path), diagnostics: [] })
    },
  }
}

function first<T>(set: ReadonlySet<T>): T | undefined {
  return set.values().next().value
}
