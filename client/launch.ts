import { workspace } from 'vscode'
import {
  LanguageClient,
  type LanguageClientOptions,
  RevealOutputChannelOn,
  TransportKind,
  WorkDoneProgress,
} from 'vscode-languageclient/node'
import { silenceCommand } from '../server/protocol.ts'
import type { Client } from './checker.ts'
import { languageIds } from './language-of.ts'

/** Starts the checker as a process of its own and waits until it answers. */
export async function launch(module: string): Promise<Client> {
  const server = { module, transport: TransportKind.ipc }
  const client = new LanguageClient('chancery', 'Chancery', { run: server, debug: server }, options())
  await client.start()
  return {
    sendRequest: client.sendRequest.bind(client),
    stop: client.stop.bind(client),
    restart: client.restart.bind(client),
    onStep: (token, listener) => client.onProgress(WorkDoneProgress.type, token, listener),
  }
}

function options(): LanguageClientOptions {
  return {
    // Only what can be saved: the old side of a comparison would have every finding twice.
    documentSelector: languageIds.flatMap((language) => ['file', 'untitled'].map((scheme) => ({ scheme, language }))),
    diagnosticCollectionName: 'chancery',
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    // Asked for at every start: the folder may be trusted by then.
    initializationOptions: () => {
      const settings = workspace.getConfiguration('chancery')
      return {
        lint: settings.get('lint'),
        inlayHints: settings.get('inlayHints'),
        pages: true,
        reasonCommand: silenceCommand,
        trusted: workspace.isTrusted,
      }
    },
    synchronize: { configurationSection: 'chancery' },
  }
}
