import { Range, type TextDocument, WorkspaceEdit, workspace } from 'vscode'
import type { DocumentEdits } from '../server/protocol.ts'

/** Makes edits as one step that can be undone; false where the text has moved on since they were worked out. */
export async function applyEdits(document: TextDocument, { version, edits }: DocumentEdits): Promise<boolean> {
  // The writer typed on; edits for the older text would hit the wrong places.
  if (version !== null && version !== document.version) return false
  const edit = new WorkspaceEdit()
  for (const { range, newText } of edits) {
    edit.replace(document.uri, new Range(range.start.line, range.start.character, range.end.line, range.end.character), newText)
  }
  return workspace.applyEdit(edit)
}
