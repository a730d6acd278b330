import {
  blufLength,
  briefLength,
  briefLimits,
  countBySeverity,
  type FileReport,
  minutesToRead,
  type OpenFile,
  type Project,
} from '../core/index.ts'
import type { Length, StatusResult } from '../protocol.ts'

/** What the status bar shows of a file. */
export function statusOf(report: FileReport, file: OpenFile, project: Project): StatusResult {
  const { error: errors, warning: warnings, info: infos, hint: hints } = countBySeverity([report])
  const findings = { errors, warnings, infos, hints }
  const [part] = file.parts
  if (part?.document.kind !== 'brief') return findings
  const { model } = part.document
  const limits = briefLimits(project, report.path, model)
  const whole = lengthOf(briefLength(model), limits.whole)
  return { ...findings, ...whole, minutes: minutesToRead(whole.words), bluf: lengthOf(blufLength(model), limits.bluf) }
}

function lengthOf(words: number, limit: number | undefined): Length {
  return limit === undefined ? { words } : { words, limit }
}
