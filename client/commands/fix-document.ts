import { Range, type TextDocument, type Uri, WorkspaceEdit, window, workspace } from 'vscode'
import { type FixesParams, type FixesResult, fixesRequest } from '../../server/protocol.ts'
import type { Checker } from '../checker.ts'
import { type Desk, isOurs } from '../documents.ts'

/** A fix may make room for the next one; what then is left needs a person. */
const mostRounds = 5

/** Makes every correction that neither deletes nor invents what the writer meant. */
export function fixDocument(checker: Checker, desk: Desk) {
  return async (uri?: Uri): Promise<boolean> => {
    const document = await desk.meant(uri)
    if (!document || !isOurs(document)) {
      window.showInformationMessage('Open the file that is to be mended first.')
      return false
    }
    let made = 0
    for (let round = 0; round < mostRounds; round++) {
      const corrections = await mend(checker, document)
      if (corrections === 0) break
      made += corrections
    }
    window.showInformationMessage(madeWords(made))
    return made > 0
  }
}

/** One round as one step that can be undone; how many corrections it made. */
async function mend(checker: Checker, document: TextDocument): Promise<number> {
  const params: FixesParams = { uri: document.uri.toString() }
  const fixes = await checker.ask<FixesResult>(fixesRequest, params)
  if (!fixes || fixes.edits.length === 0) return 0
  // The writer typed on; edits for the older text would hit the wrong places.
  if (fixes.version !== null && fixes.version !== document.version) return 0
  const edit = new WorkspaceEdit()
  for (const { range, newText } of fixes.edits) {
    edit.replace(document.uri, new Range(range.start.line, range.start.character, range.end.line, range.end.character), newText)
  }
  return (await workspace.applyEdit(edit)) ? fixes.edits.length : 0
}

function madeWords(made: number): string {
  if (made === 0)
    return 'There is nothing here that can safely be corrected without you. The light bulb beside a finding shows suggestions.'
  return made === 1 ? 'One correction was made.' : `${made} corrections were made.`
}
