import { Uri, window, workspace } from 'vscode'
import { type DocumentEdits, type SilenceArgument, type SilenceParams, silenceRequest } from '../../server/protocol.ts'
import { applyEdits } from '../apply-edits.ts'
import type { Checker } from '../checker.ts'
import { needed } from './words.ts'

/** Asks why a finding is right as it stands, and silences it with that reason. */
export function silence(checker: Checker) {
  return async (finding?: SilenceArgument): Promise<void> => {
    if (!finding) {
      window.showInformationMessage('Open the light bulb beside a finding, and choose there to silence it.')
      return
    }
    const reason = await window.showInputBox({
      title: `Silence ${finding.rule}`,
      prompt: 'Why is it right as it stands? The reason is kept in the file, for the next reader.',
      placeHolder: 'The ministry prints it so. Add until=2026-12-31 to be told again after that day.',
      validateInput: (line) => needed(line.trim()),
      ignoreFocusOut: true,
    })
    if (reason === undefined) return
    const params: SilenceParams = { ...finding, reason }
    const directive = await checker.ask<DocumentEdits>(silenceRequest, params)
    const document = await workspace.openTextDocument(Uri.parse(finding.uri))
    if (!directive || !(await applyEdits(document, directive)))
      window.showInformationMessage('The text has changed meanwhile, so nothing was silenced. Choose the finding again.')
  }
}
