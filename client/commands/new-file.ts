import { FileType, Uri, window, workspace } from 'vscode'
import { type DateResult, dateRequest, type NewFileParams, type NewFileResult, newFileRequest } from '../../server/protocol.ts'
import type { Checker } from '../checker.ts'

/** Has the file written from the answers, puts it into the folder and opens it; whether it is there now. Nothing is ever overwritten. */
export async function createFile(checker: Checker, params: NewFileParams): Promise<boolean> {
  const folder = Uri.file(params.folder)
  const result = await checker.ask<NewFileResult>(newFileRequest, params)
  if (!result) return false
  if ('problems' in result) {
    window.showWarningMessage(`No file was written. ${result.problems.join(' ')}`)
    return false
  }
  const file = Uri.joinPath(folder, result.fileName)
  if (!(await isThere(file))) {
    await workspace.fs.createDirectory(folder)
    await workspace.fs.writeFile(file, new TextEncoder().encode(result.text))
  } else {
    window.showWarningMessage(`There is a file ${result.fileName} already, and it stays as it is. Choose another title to write a new one.`)
  }
  await window.showTextDocument(file)
  return true
}

/** Reads a date by asking the checker. */
export function dateReader(checker: Checker): (text: string) => Promise<DateResult | null> {
  return (text) => checker.ask<DateResult>(dateRequest, { text })
}

/** Where the file goes: the folder that was clicked, the workspace's own folder for its kind, or one that the writer chooses. */
export async function folderFor(kind: 'engagements' | 'briefs', given: unknown): Promise<Uri | undefined> {
  if (given instanceof Uri) return given
  const root = await rootFolder()
  if (!root) return undefined
  const usual = Uri.joinPath(root, kind)
  return (await isThere(usual, FileType.Directory)) ? usual : root
}

async function rootFolder(): Promise<Uri | undefined> {
  const folders = workspace.workspaceFolders ?? []
  if (folders.length > 1) return (await window.showWorkspaceFolderPick({ placeHolder: 'In which folder shall the file lie?' }))?.uri
  if (folders[0]) return folders[0].uri
  const chosen = await window.showOpenDialog({
    canSelectFiles: false,
    canSelectFolders: true,
    title: 'In which folder shall the file lie?',
    openLabel: 'Write it here',
  })
  return chosen?.[0]
}

async function isThere(uri: Uri, type?: FileType): Promise<boolean> {
  // The only way to ask; an error says that there is nothing.
  const stat = await workspace.fs.stat(uri).then(undefined, () => undefined)
  return stat !== undefined && (type === undefined || (stat.type & type) !== 0)
}
