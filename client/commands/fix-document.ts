import { type Uri, window } from 'vscode'
import { type FixesParams, type FixesResult, fixesRequest } from '../../server/protocol.ts'
import { applyEdits } from '../apply-edits.ts'
import type { Checker } from '../checker.ts'
import { type Desk, isOurs } from '../documents.ts'

/** Makes every correction that neither deletes nor invents what the writer meant. */
export function fixDocument(checker: Checker, desk: Desk) {
  return async (uri?: Uri): Promise<boolean> => {
    const document = await desk.meant(uri)
    if (!document || !isOurs(document)) {
      window.showInformationMessage('Open the file that is to be mended first.')
      return false
    }
    const params: FixesParams = { uri: document.uri.toString() }
    const fixes = await checker.ask<FixesResult>(fixesRequest, params)
    if (!fixes || fixes.made === 0) {
      window.showInformationMessage(nothing)
      return false
    }
    const done = await applyEdits(document, fixes)
    window.showInformationMessage(done ? madeWords(fixes.made) : 'The text has changed meanwhile, so nothing was corrected. Try again.')
    return done
  }
}

const nothing = 'There is nothing here that can safely be corrected without you. The light bulb beside a finding shows suggestions.'

function madeWords(made: number): string {
  return made === 1 ? 'One correction was made.' : `${made} corrections were made.`
}
