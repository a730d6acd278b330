import { briefLength, countBySeverity, type FileReport, type OpenFile, type Project } from '../core/index.ts'
import type { StatusResult } from '../protocol.ts'

/** What the status bar shows of a file. */
export function statusOf(report: FileReport, file: OpenFile, project: Project): StatusResult {
  const { error: errors, warning: warnings, info: infos, hint: hints } = countBySeverity([report])
  const [part] = file.parts
  if (part?.document.kind !== 'brief') return { errors, warnings, infos, hints }
  const { profiles } = project.vocabularyOf(project.configOf(report.path))
  const limit = profiles.get(part.document.model.profile ?? '')?.words.whole
  return { errors, warnings, infos, hints, words: briefLength(part.document.model), ...(limit === undefined ? {} : { limit }) }
}
