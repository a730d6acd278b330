import type { CancellationToken } from 'vscode-languageserver'
import { countBySeverity, type FileReport } from '../core/index.ts'
import type { LintWorkspaceResult } from '../protocol.ts'
import type { Desk } from './answers.ts'

/** Checks every file of the open folders and counts what it found; null when it was cancelled. */
export async function lintAll(desk: Desk, token: CancellationToken): Promise<LintWorkspaceResult | null> {
  const paths = new Set((await Promise.all(desk.folders().map(desk.office.take))).flat())
  const reports: FileReport[] = []
  for (const path of paths) {
    if (token.isCancellationRequested) return null
    const report = await desk.office.report(path)
    if (report) reports.push({ ...report, text: '' })
    // A cancellation is heard only while the server waits.
    await new Promise((done) => setImmediate(done))
  }
  desk.publish([...paths])
  const { error: errors, warning: warnings, info: infos, hint: hints } = countBySeverity(reports)
  return { files: reports.length, errors, warnings, infos, hints }
}
