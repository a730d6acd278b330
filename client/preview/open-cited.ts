import { Position, Selection, Uri, type ViewColumn, window } from 'vscode'
import { type WhereaboutsParams, type WhereaboutsResult, whereaboutsRequest } from '../../server/protocol.ts'
import type { Checker } from '../checker.ts'

interface Page {
  /** The file that the page shows, where it is that of one. */
  readonly uri?: Uri
  /** Where its files open. */
  readonly column: ViewColumn
}

/** A click on an engagement or a brief that a page names opens its file. */
export async function openCited(checker: Checker, id: unknown, { uri, column }: Page): Promise<void> {
  if (typeof id !== 'string' || !/^[a-z0-9-]+$/.test(id)) return
  const params: WhereaboutsParams = { id, ...(uri ? { uri: uri.toString() } : {}) }
  const found = await checker.ask<WhereaboutsResult>(whereaboutsRequest, params)
  if (!found) {
    window.showInformationMessage(`No file of the open folders has the id "${id}".`)
    return
  }
  const at = new Position(found.position.line, found.position.character)
  await window.showTextDocument(Uri.parse(found.uri), { viewColumn: column, selection: new Selection(at, at) })
}
