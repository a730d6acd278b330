import type { ClientCapabilities } from 'vscode-languageserver'
import type { ClientAbilities } from '../core/index.ts'

/** What the client said that it can do, as far as an answer depends on it. `pages`: it shows pages of built-in words. */
export function abilitiesOf({ textDocument, workspace }: ClientCapabilities, pages: boolean): ClientAbilities {
  const { documentChanges = false, resourceOperations = [] } = workspace?.workspaceEdit ?? {}
  return {
    snippets: textDocument?.completion?.completionItem?.snippetSupport ?? false,
    nestedSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport ?? false,
    renamesFiles: documentChanges && resourceOperations.includes('rename'),
    pages,
  }
}
