import type { ClientCapabilities, Connection } from 'vscode-languageserver'
import { logged } from './guard.ts'

/** What a client asks for again when it is told to. */
export interface Refreshable {
  readonly hints: boolean
  readonly tokens: boolean
}

export function refreshableIn({ workspace }: ClientCapabilities): Refreshable {
  return { hints: workspace?.inlayHint?.refreshSupport ?? false, tokens: workspace?.semanticTokens?.refreshSupport ?? false }
}

/** Milliseconds in which changes are gathered: a branch that is checked out changes many files at once. */
const rest = 100

/**
 * Tells the client that what it shows in open texts may have become wrong though
 * they did not change: hints and colours depend on settings, on vocabularies and
 * on which engagements there are.
 */
export function createRefresh(connection: Connection, can: () => Refreshable): () => void {
  const { inlayHint, semanticTokens } = connection.languages
  let timer: NodeJS.Timeout | undefined
  const ask = (): void => {
    timer = undefined
    const asked = [can().hints ? inlayHint.refresh() : undefined, can().tokens ? semanticTokens.refresh() : undefined]
    Promise.all(asked).catch((error: unknown) => logged(connection, 'asking the editor to look again', error))
  }
  return () => {
    timer ??= setTimeout(ask, rest)
  }
}
