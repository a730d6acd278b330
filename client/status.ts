import { Disposable, languages, StatusBarAlignment, type StatusBarItem, window, workspace } from 'vscode'
import { type StatusParams, type StatusResult, statusRequest } from '../server/protocol.ts'
import type { Checker } from './checker.ts'
import { isOurs } from './documents.ts'
import { lengthSentences, shortLength } from './length.ts'
import { summaryOf } from './summary.ts'

/** Milliseconds without a change before the counts are asked for. */
const rest = 300

/** Findings of the file being edited and, for a brief, how much of its length is used; a click opens the list. */
export function showStatus(checker: Checker): Disposable {
  const item = window.createStatusBarItem('chancery.status', StatusBarAlignment.Right, 110)
  item.name = 'Chancery'
  item.command = 'workbench.actions.view.problems'
  let timer: NodeJS.Timeout | undefined
  const refresh = async (): Promise<void> => {
    const document = window.activeTextEditor?.document
    if (!document || !isOurs(document)) return item.hide()
    const params: StatusParams = { uri: document.uri.toString() }
    const status = await checker.ask<StatusResult>(statusRequest, params)
    // Another file may have come to the front meanwhile.
    if (window.activeTextEditor?.document !== document) return
    if (status) write(item, status)
    else item.hide()
  }
  const soon = (): void => {
    clearTimeout(timer)
    // A checker that does not answer says so elsewhere; the counts of an older text must not stay.
    timer = setTimeout(() => refresh().catch(() => item.hide()), rest)
  }
  soon()
  return Disposable.from(
    item,
    window.onDidChangeActiveTextEditor(soon),
    workspace.onDidChangeTextDocument(({ document }) => document === window.activeTextEditor?.document && soon()),
    // A restarted checker tells of every file anew, and so do other extensions.
    languages.onDidChangeDiagnostics(({ uris }) => {
      const shown = window.activeTextEditor?.document.uri.toString()
      if (uris.some((uri) => uri.toString() === shown)) soon()
    }),
    { dispose: () => clearTimeout(timer) },
  )
}

function write(item: StatusBarItem, status: StatusResult): void {
  const { errors, warnings } = status
  const found = errors + warnings === 0 ? '$(check) Chancery' : `$(error) ${errors} $(warning) ${warnings}`
  const length = shortLength(status)
  item.text = length === undefined ? found : `${found}  ${length}`
  const told = summaryOf(status)
  item.tooltip = [
    told ? `Chancery found ${told} in this file.` : 'Chancery found nothing to mend in this file.',
    ...lengthSentences(status),
  ].join('\n')
  item.accessibilityInformation = { label: item.tooltip }
  item.show()
}
