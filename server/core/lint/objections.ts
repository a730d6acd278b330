import { openFile } from '../workspace/file.ts'
import type { Project } from '../workspace/project.ts'
import { type LintOptions, lintFile } from './lint.ts'
import { whileReading } from './trial.ts'

/** What would be found wrong with a new file at a path, in words; the project stays as it was. */
export function objections(project: Project, path: string, text: string, options: LintOptions): readonly string[] {
  const file = openFile(path, text)
  const { findings } = whileReading(project, file, () => lintFile(project, file, options))
  return findings.filter(({ severity }) => severity === 'error' || severity === 'warning').map(({ message }) => message)
}
