import type { Connection, ProgressToken, WorkDoneProgressReporter, WorkDoneProgressServerReporter } from 'vscode-languageserver'
import { logged } from './guard.ts'

/** Work that may take long. The person who waits sees how far it is, and may stop it. */
export interface LongWork {
  /** `what`: the files or the like that are counted, in words. */
  readonly report: (what: string, done: number, all: number) => void
  readonly cancelled: () => boolean
  readonly end: () => void
}

interface Options {
  readonly title: string
  /** The request's own, where the editor gave one; otherwise the editor is asked to show something. */
  readonly token?: ProgressToken | undefined
  readonly onCancel?: () => void
}

/** Work on fewer things is done before anybody could read of it. */
const fewest = 200

function isServerReporter(made: WorkDoneProgressReporter): made is WorkDoneProgressServerReporter {
  return 'token' in made
}

/** Shows nothing before the first report of enough things to be long. */
export function longWork(connection: Connection, { title, token, onCancel }: Options): LongWork {
  let reporter: WorkDoneProgressReporter | undefined
  let percent = -1
  let [isBegun, isOver, isCancelled] = [false, false, false]
  const begin = async (): Promise<void> => {
    const made = token === undefined ? await connection.window.createWorkDoneProgress() : connection.window.attachWorkDoneProgress(token)
    made.begin(title, 0, undefined, true)
    if (isServerReporter(made))
      made.token.onCancellationRequested(() => {
        isCancelled = true
        onCancel?.()
      })
    if (isOver) made.done()
    else reporter = made
  }
  return {
    report: (what, done, all) => {
      if (isOver || all < fewest) return
      if (!isBegun) begin().catch((error: unknown) => logged(connection, 'showing how far the work is', error))
      isBegun = true
      const now = Math.floor((done / all) * 100)
      if (!reporter || now === percent) return
      percent = now
      reporter.report(now, `${what}: ${done.toLocaleString('en')} of ${all.toLocaleString('en')}`)
    },
    cancelled: () => isCancelled,
    end: () => {
      isOver = true
      reporter?.done()
      reporter = undefined
    },
  }
}
