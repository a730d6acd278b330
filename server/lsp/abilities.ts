import type { ClientCapabilities } from 'vscode-languageserver'
import type { ClientAbilities } from '../core/index.ts'

/** What a client may say of itself beyond the protocol. */
export interface ClientOptions {
  /** It shows pages of built-in words. */
  readonly pages?: boolean
  /** Its command that asks for a reason and silences a finding with it. */
  readonly reasonCommand?: string
}

/** What the client said that it can do, as far as an answer depends on it. */
export function abilitiesOf({ textDocument, workspace }: ClientCapabilities, options: ClientOptions): ClientAbilities {
  const { resourceOperations = [] } = workspace?.workspaceEdit ?? {}
  return {
    snippets: textDocument?.completion?.completionItem?.snippetSupport ?? false,
    nestedSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport ?? false,
    // Whoever can rename files takes document changes, also where it does not say so, as Neovim 0.7.
    renamesFiles: resourceOperations.includes('rename'),
    pages: options.pages ?? false,
    resolvesActions:
      (textDocument?.codeAction?.dataSupport ?? false) && (textDocument?.codeAction?.resolveSupport?.properties.includes('edit') ?? false),
    reasonCommand: options.reasonCommand,
  }
}
