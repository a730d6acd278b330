import { readBibliography, unreadBibliography } from '../bibliography/bibliography.ts'
import type { FileProblem, Workspace } from './port.ts'
import type { EditablePortfolio } from './portfolio.ts'

/**
 * Reads the bibliographies that files name and that are not held yet, and lets
 * go of those that no file names any more. Tells whether anything changed.
 */
export async function takeUpBibliographies(workspace: Workspace, portfolio: EditablePortfolio): Promise<boolean> {
  const { wanted, unwanted } = portfolio.unsettled()
  for (const path of unwanted) portfolio.setBibliography(path, undefined)
  await Promise.all(wanted.map((path) => readAgain(workspace, portfolio, path)))
  return wanted.length + unwanted.length > 0
}

/** Reads a bibliography that has changed. */
export async function readAgain(workspace: Workspace, portfolio: EditablePortfolio, path: string): Promise<void> {
  const content = await workspace.read(path)
  portfolio.setBibliography(path, 'text' in content ? readBibliography(path, content.text) : unreadBibliography(whyUnread(content.problem)))
}

function whyUnread({ isGone, isTooLarge, message }: FileProblem): string {
  if (isGone)
    return 'is not there, so the sources in it are not known. Correct the path, which counts from the folder of this file, or save the references there.'
  if (isTooLarge)
    return 'is larger than any file that is read here, so the sources in it are not known. Save the references that are cited here, and not a whole library.'
  return `cannot be read, so the sources in it are not known. ${message}`
}
