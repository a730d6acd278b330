import { Position, Selection, Uri, ViewColumn, window } from 'vscode'
import { type WhereaboutsParams, type WhereaboutsResult, whereaboutsRequest } from '../../server/protocol.ts'
import type { Checker } from '../checker.ts'

/** A click on an engagement or a brief that a page names opens its file; the page may be that of a file. */
export async function openCited(checker: Checker, id: unknown, page?: Uri): Promise<void> {
  if (typeof id !== 'string' || !/^[a-z0-9-]+$/.test(id)) return
  const params: WhereaboutsParams = { id, ...(page ? { uri: page.toString() } : {}) }
  const found = await checker.ask<WhereaboutsResult>(whereaboutsRequest, params)
  if (!found) {
    window.showInformationMessage(`No file of the open folders has the id "${id}".`)
    return
  }
  const at = new Position(found.position.line, found.position.character)
  await window.showTextDocument(Uri.parse(found.uri), { viewColumn: ViewColumn.One, selection: new Selection(at, at) })
}
