import type { ClientCapabilities, Connection } from 'vscode-languageserver'
import { logged } from './guard.ts'

/** What an editor shows of a document and can be told to ask for anew, by the server's capability. */
const refreshes = {
  diagnosticProvider: { method: 'workspace/diagnostic/refresh', can: (c) => c.diagnostics?.refreshSupport },
  codeLensProvider: { method: 'workspace/codeLens/refresh', can: (c) => c.codeLens?.refreshSupport },
  inlayHintProvider: { method: 'workspace/inlayHint/refresh', can: (c) => c.inlayHint?.refreshSupport },
  semanticTokensProvider: { method: 'workspace/semanticTokens/refresh', can: (c) => c.semanticTokens?.refreshSupport },
} satisfies Readonly<Record<string, Refresh>>

interface Refresh {
  readonly method: string
  readonly can: (workspace: NonNullable<ClientCapabilities['workspace']>) => boolean | undefined
}

type Refreshed = keyof typeof refreshes

export interface Refresher {
  /** Tells the editor to ask anew, where it asked at all and can be told. */
  readonly ask: (what: readonly Refreshed[]) => void
}

/** All but findings depends on other files as the findings do, without the server keeping count. */
export const shownBesideFindings: readonly Refreshed[] = ['codeLensProvider', 'inlayHintProvider', 'semanticTokensProvider']

/** `client`: what the editor can do, known once it has greeted; `offered`: what the server does. */
export function createRefresher(
  connection: Connection,
  client: () => ClientCapabilities,
  offered: () => Readonly<Record<string, unknown>>,
): Refresher {
  const running = new Set<Refreshed>()
  const again = new Set<Refreshed>()
  const ask = (what: Refreshed): void => {
    const { method, can } = refreshes[what]
    if (!(what in offered()) || !can(client().workspace ?? {})) return
    // One that is under way may have been answered from what was before.
    if (running.has(what)) {
      again.add(what)
      return
    }
    running.add(what)
    connection
      .sendRequest(method)
      .catch((error: unknown) => logged(connection, method, error))
      .finally(() => {
        running.delete(what)
        if (again.delete(what)) ask(what)
      })
  }
  return { ask: (all) => all.forEach(ask) }
}
