import type { CancellationToken, Connection } from 'vscode-languageserver'

/** A request that fails answers with nothing and is logged; the server lives on. */
export function guarded<P, R>(
  connection: Connection,
  name: string,
  answer: (params: P, token: CancellationToken) => R | null | Promise<R | null>,
): (params: P, token: CancellationToken) => Promise<R | null> {
  return async (params, token) => {
    if (token.isCancellationRequested) return null
    try {
      return await answer(params, token)
    } catch (error) {
      logged(connection, name, error)
      return null
    }
  }
}

export function logged(connection: Connection, what: string, error: unknown): void {
  connection.console.error(`${what}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
}
