import type { CancellationToken, Disposable } from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'

/** The language server as the commands see it. The first question starts it. */
export interface Checker extends Disposable {
  readonly start: () => Promise<void>
  readonly ask: <R>(method: string, params: object, token?: CancellationToken) => Promise<R | null>
  /** Asks for what takes long, and hears how far it is. */
  readonly askLong: <R>(method: string, token: CancellationToken, onStep: (step: Step) => void) => Promise<R | null>
  readonly restart: () => Promise<void>
}

/** What is needed of the protocol's client; the one for Node and the one for a browser both have it. */
export interface Client extends Pick<BaseLanguageClient, 'sendRequest' | 'stop'> {
  readonly restart: () => Promise<void>
  /** Hears how far the work is for which this token was given. */
  readonly onStep: (token: string, listener: (step: Step) => void) => Disposable
}

/** How far work is, of a hundred parts, and what was done, in words. */
export interface Step {
  readonly percentage?: number
  readonly message?: string
}

export type Launch = () => Promise<Client>

export function createChecker(launch: Launch): Checker {
  let running: Promise<Client> | undefined
  const tokens = numbered('chancery')
  const client = (): Promise<Client> => {
    running ??= launch().catch((error: unknown) => {
      // The next question may try again.
      running = undefined
      throw error
    })
    return running
  }
  return {
    start: async () => {
      await client()
    },
    ask: async (method, params, token) => {
      const asked = await client()
      // A token that is undefined would be sent as a second parameter.
      return token ? asked.sendRequest(method, params, token) : asked.sendRequest(method, params)
    },
    askLong: async (method, token, onStep) => {
      const asked = await client()
      const workDoneToken = tokens()
      const listener = asked.onStep(workDoneToken, onStep)
      return asked.sendRequest<never>(method, { workDoneToken }, token).finally(() => listener.dispose())
    },
    restart: async () => {
      const isNew = running === undefined
      const started = await client()
      if (!isNew) await started.restart()
    },
    dispose: () => {
      // The editor is closing; a checker that no longer answers ends with its parent.
      running?.then((started) => started.stop()).catch(() => undefined)
    },
  }
}

/** Words of which no two are the same. */
function numbered(word: string): () => string {
  let last = 0
  return () => {
    last++
    return `${word}-${last}`
  }
}
