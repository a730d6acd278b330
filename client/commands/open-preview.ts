import { type Uri, ViewColumn, window } from 'vscode'
import { isPaper, meantDocument } from '../documents.ts'
import type { Previews } from '../preview/panels.ts'

/** Opens the page in the place of the text. */
export function openPreview(previews: Previews) {
  return (uri?: Uri): Promise<void> => open(previews, uri, ViewColumn.Active)
}

/** Opens the page beside the text, and leaves the cursor in the text. */
export function openPreviewToSide(previews: Previews) {
  return (uri?: Uri | string): Promise<void> => open(previews, uri, ViewColumn.Beside)
}

async function open(previews: Previews, uri: Uri | string | undefined, column: ViewColumn): Promise<void> {
  const document = await meantDocument(uri)
  if (document && isPaper(document)) previews.open(document.uri, column)
  else window.showInformationMessage('Open an engagement or a brief first; the preview shows it as its reader will see it.')
}
