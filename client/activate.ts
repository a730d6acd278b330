import { commands, type ExtensionContext, window, workspace } from 'vscode'
import { type Checker, createChecker, type Launch } from './checker.ts'
import { explainRule } from './commands/explain-rule.ts'
import { exportBrief } from './commands/export-brief.ts'
import { fixDocument } from './commands/fix-document.ts'
import { exportPreview, openSource, zoomPage } from './commands/in-preview.ts'
import { insertSnippet } from './commands/insert-snippet.ts'
import { lintDocument } from './commands/lint-document.ts'
import { lintWorkspace } from './commands/lint-workspace.ts'
import { newBrief } from './commands/new-brief.ts'
import { newEngagement } from './commands/new-engagement.ts'
import { openPreview, openPreviewToSide } from './commands/open-preview.ts'
import { restartServer } from './commands/restart-server.ts'
import { saveSelectionAsSnippet } from './commands/save-selection-as-snippet.ts'
import { showReferences } from './commands/show-references.ts'
import { silence } from './commands/silence.ts'
import { type Desk, isOurs, watchDesk } from './documents.ts'
import { watchLanguages } from './language.ts'
import { createNetwork, type Network } from './preview/network.ts'
import { createPreviews, type Previews } from './preview/panels.ts'
import { provideRulePages } from './rule-pages.ts'
import { type Branch, findUses, openBranch, type SnippetBranch, showSnippetTree } from './snippet-tree.ts'
import { showStatus } from './status.ts'
import { provideTermPages } from './term-pages.ts'

/** What the extension gives to other extensions. */
export interface Chancery {
  /** The page in the preview that was opened last; nothing while there is none. */
  readonly previewHtml: () => string | undefined
  /** The page of all engagements; nothing while it is not open. */
  readonly networkHtml: () => string | undefined
}

/** Wires the editor to the checker. Nothing is started before a file of ours is opened or a command is run. */
export function activateChancery(context: ExtensionContext, launch: Launch): Chancery {
  const checker = createChecker(launch)
  const previews = createPreviews(checker, context.extensionUri)
  const network = createNetwork(checker, context.extensionUri)
  const desk = watchDesk()
  const start = (): void => {
    checker.start().catch(tell)
  }
  context.subscriptions.push(
    checker,
    previews,
    network,
    desk,
    watchLanguages(),
    provideRulePages(checker),
    provideTermPages(checker),
    showStatus(checker),
    showSnippetTree(checker),
    ...Object.entries(commandsOf({ checker, previews, network, desk })).map(([name, run]) =>
      commands.registerCommand(`chancery.${name}`, (...given: never[]) =>
        run(...given)
          .then((result) => markDone(name, result))
          .catch(tell),
      ),
    ),
    // Libraries that lie outside of the folder may be read from now on.
    workspace.onDidGrantWorkspaceTrust(() => checker.restart().catch(tell)),
    workspace.onDidOpenTextDocument((document) => {
      if (isOurs(document)) start()
    }),
  )
  if (workspace.textDocuments.some(isOurs)) start()
  return { previewHtml: previews.html, networkHtml: network.html }
}

interface House {
  readonly checker: Checker
  readonly previews: Previews
  readonly network: Network
  readonly desk: Desk
}

/** The commands by their names in the manifest. */
function commandsOf({ checker, previews, network, desk }: House): Readonly<Record<string, (...given: never[]) => Promise<unknown>>> {
  return {
    openPreview: openPreview(previews, desk),
    openPreviewToSide: openPreviewToSide(previews, desk),
    lintDocument: lintDocument(checker, desk),
    lintWorkspace: lintWorkspace(checker),
    fixDocument: fixDocument(checker, desk),
    explainRule: explainRule(checker),
    showReferences: showReferences(checker),
    newEngagement: newEngagement(checker),
    newBrief: newBrief(checker),
    restartServer: restartServer(checker),
    silence: silence(checker),
    exportBrief: exportBrief(checker, desk),
    exportPreview: exportPreview(previews),
    showNetwork: async () => network.open(),
    insertSnippet: insertSnippet(checker),
    saveSelectionAsSnippet: saveSelectionAsSnippet(checker),
    openSnippet: async (branch: Branch | undefined) => openBranch(branch),
    insertThisSnippet: async (branch: SnippetBranch | undefined) => insertSnippet(checker)(branch),
    findSnippetUses: async (branch: SnippetBranch | undefined) => findUses(branch),
    openSource: openSource(previews),
    zoomIn: zoomPage(previews, network, 1),
    zoomOut: zoomPage(previews, network, -1),
    zoomReset: zoomPage(previews, network, 0),
  }
}

/** Ticks the step of the walkthrough where a command says that it did its work: with nothing to work on it has done nothing. */
async function markDone<R>(name: string, result: R): Promise<R> {
  if (result === true) await commands.executeCommand('setContext', `chancery.done.${name}`, true)
  return result
}

/** What went wrong, where the writer sees it. */
function tell(error: unknown): void {
  const words = error instanceof Error ? error.message : String(error)
  window.showErrorMessage(
    `Chancery could not do this: ${words} If it happens again, run "Chancery: Restart the Checker"; the output channel "Chancery" says more.`,
  )
}
