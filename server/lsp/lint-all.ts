import type { CancellationToken, Connection, ProgressToken } from 'vscode-languageserver'
import { countBySeverity, type FileReport } from '../core/index.ts'
import type { LintWorkspaceResult } from '../protocol.ts'
import type { Desk } from './answers.ts'
import { longWork } from './long-work.ts'

export interface LintAllParams {
  readonly workDoneToken?: ProgressToken
}

/** Checks every file of the open folders and counts what it found; null when it was stopped. */
export async function lintAll(
  connection: Connection,
  desk: Desk,
  { workDoneToken, token }: LintAllParams & { readonly token: CancellationToken },
): Promise<LintWorkspaceResult | null> {
  const shown = longWork(connection, { title: 'Chancery', token: workDoneToken })
  const isStopped = () => token.isCancellationRequested || shown.cancelled()
  const taken = await Promise.all(desk.folders().map((folder) => desk.office.take(folder)))
  const paths = new Set(taken.flat())
  const reports: FileReport[] = []
  let done = 0
  for (const path of paths) {
    shown.report('files checked', done++, paths.size)
    if (isStopped()) break
    const report = await desk.office.report(path)
    if (report) reports.push({ ...report, text: '' })
    // A cancellation is heard only while the server waits.
    await new Promise((done) => setImmediate(done))
  }
  shown.end()
  if (isStopped()) return null
  desk.publish([...paths])
  const { error: errors, warning: warnings, info: infos, hint: hints } = countBySeverity(reports)
  return { files: reports.length, errors, warnings, infos, hints }
}
