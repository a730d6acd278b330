import { commands, type Uri, window } from 'vscode'
import { type StatusParams, type StatusResult, statusRequest } from '../../server/protocol.ts'
import type { Checker } from '../checker.ts'
import { type Desk, isOurs } from '../documents.ts'
import { summaryOf } from '../summary.ts'

/** Says how many findings the file has and shows them. */
export function lintDocument(checker: Checker, desk: Desk) {
  return async (uri?: Uri): Promise<void> => {
    const document = await desk.meant(uri)
    if (!document || !isOurs(document)) {
      window.showInformationMessage(
        'Open a file of Chancery first: an engagement, a brief, a vocabulary, a snippet library or chancery.yaml.',
      )
      return
    }
    const params: StatusParams = { uri: document.uri.toString() }
    const status = await checker.ask<StatusResult>(statusRequest, params)
    const summary = status && summaryOf(status)
    if (summary) await commands.executeCommand('workbench.actions.view.problems')
    window.showInformationMessage(summary ? `This file has ${summary}.` : 'There is nothing to mend in this file.')
  }
}
