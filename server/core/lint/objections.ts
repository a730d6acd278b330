import { openFile, summaryOf } from '../workspace/file.ts'
import type { Project } from '../workspace/project.ts'
import { type LintOptions, lintFile } from './lint.ts'

/** What would be found wrong with a new file at a path, in words; the project stays as it was. */
export function objections(project: Project, path: string, text: string, options: LintOptions): readonly string[] {
  const { portfolio } = project
  const former = portfolio.of(path)
  const file = openFile(path, text)
  portfolio.set(path, summaryOf(file))
  const { findings } = lintFile(project, file, options)
  portfolio.set(path, former)
  return findings.filter(({ severity }) => severity === 'error' || severity === 'warning').map(({ message }) => message)
}
