import { type CancellationToken, type Connection, LSPErrorCodes, ResponseError } from 'vscode-languageserver'

/**
 * A request that fails answers with nothing and is logged; one that was cancelled
 * says so, whatever it has found by then. The server lives on.
 */
export function guarded<P, R>(
  connection: Connection,
  name: string,
  answer: (params: P, token: CancellationToken) => R | null | Promise<R | null>,
): (...given: readonly unknown[]) => Promise<R | null> {
  return async (...given) => {
    // The token comes last, behind as many params as the client sent: one, none, or a list of them.
    const token = given.at(-1) as CancellationToken
    const params = (given.length > 1 ? given[0] : undefined) as P
    if (token.isCancellationRequested) throw cancelled()
    const found = await attempt(
      () => answer(params, token),
      (error) => logged(connection, `${name} ${asked(params)}`, error),
    )
    if (token.isCancellationRequested) throw cancelled()
    return found
  }
}

/** An error that is an answer of the protocol, as a refusal is, goes to the client. */
async function attempt<R>(answer: () => R | null | Promise<R | null>, failed: (error: unknown) => void): Promise<R | null> {
  try {
    return await answer()
  } catch (error) {
    if (error instanceof ResponseError) throw error
    failed(error)
    return null
  }
}

/** What was asked, short enough for a line of the log. */
function asked(params: unknown): string {
  const words = JSON.stringify(params) ?? ''
  return words.length > 300 ? `${words.slice(0, 300)}…` : words
}

export function cancelled(): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled.')
}

export function logged(connection: Connection, what: string, error: unknown): void {
  connection.console.error(`${what}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
}
