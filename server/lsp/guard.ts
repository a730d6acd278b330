import { type CancellationToken, type Connection, LSPErrorCodes, ResponseError } from 'vscode-languageserver'

/**
 * A request that fails answers with nothing and is logged; one that was cancelled
 * says so, whatever it has found by then. The server lives on.
 */
export function guarded<P, R>(
  connection: Connection,
  name: string,
  answer: (params: P, token: CancellationToken) => R | null | Promise<R | null>,
): (params: P, token: CancellationToken) => Promise<R | null> {
  return async (params, token) => {
    if (token.isCancellationRequested) throw cancelled()
    const found = await attempt(connection, name, () => answer(params, token))
    if (token.isCancellationRequested) throw cancelled()
    return found
  }
}

async function attempt<R>(connection: Connection, name: string, answer: () => R | null | Promise<R | null>): Promise<R | null> {
  try {
    return await answer()
  } catch (error) {
    logged(connection, name, error)
    return null
  }
}

function cancelled(): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled.')
}

export function logged(connection: Connection, what: string, error: unknown): void {
  connection.console.error(`${what}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
}
