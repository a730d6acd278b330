import { type TextDocument, type Uri, ViewColumn, window } from 'vscode'
import { type Desk, isPaper } from '../documents.ts'
import type { Previews } from '../preview/panels.ts'

/** Opens the page in the place of the text. */
export function openPreview(previews: Previews, desk: Desk) {
  return async (uri?: Uri): Promise<boolean> => open(previews, await desk.meant(uri), ViewColumn.Active)
}

/** Opens the page beside the text, and leaves the cursor in the text. */
export function openPreviewToSide(previews: Previews, desk: Desk) {
  return async (uri?: Uri | string): Promise<boolean> => open(previews, await desk.meant(uri), ViewColumn.Beside)
}

function open(previews: Previews, document: TextDocument | undefined, column: ViewColumn): boolean {
  if (document && isPaper(document)) {
    previews.open(document.uri, column)
    return true
  }
  window.showInformationMessage('Open an engagement or a brief first; the preview shows it as its reader will see it.')
  return false
}
