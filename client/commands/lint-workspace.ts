import { commands, ProgressLocation, window } from 'vscode'
import { type LintWorkspaceResult, lintWorkspaceRequest } from '../../server/protocol.ts'
import type { Checker } from '../checker.ts'
import { summaryOf } from '../summary.ts'

/** Checks every file of the workspace and gives the counts; it can be stopped at any time. */
export function lintWorkspace(checker: Checker) {
  return async (): Promise<LintWorkspaceResult | undefined> => {
    const result = await window.withProgress(
      { location: ProgressLocation.Notification, title: 'Chancery checks all files', cancellable: true },
      (progress, token) => {
        let shown = 0
        return checker
          .askLong<LintWorkspaceResult>(lintWorkspaceRequest, token, ({ percentage = shown, message = '' }) => {
            progress.report({ increment: percentage - shown, message })
            shown = percentage
          })
          .catch((error: unknown) => unlessStopped(error, token))
      },
    )
    // Whoever stopped it knows.
    if (!result) return undefined
    const summary = summaryOf(result)
    if (summary) await commands.executeCommand('workbench.actions.view.problems')
    window.showInformationMessage(words(result.files, summary))
    return result
  }
}

/** A request that was cancelled ends in an error of its own, which is none to the writer. */
function unlessStopped(error: unknown, token: { readonly isCancellationRequested: boolean }): null {
  if (token.isCancellationRequested) return null
  throw error
}

function words(files: number, summary: string | undefined): string {
  if (files === 0) return 'There is no file of Chancery in this folder yet. "New Engagement" writes the first one.'
  const all = files === 1 ? 'One file was' : `${files.toLocaleString('en')} files were`
  return `${all} checked: ${summary ?? 'nothing to mend'}.`
}
