import { openFile, summaryOf } from '../workspace/file.ts'
import type { Project } from '../workspace/project.ts'
import { type LintOptions, lintText } from './lint.ts'

/** What would be found wrong with a new file at a path, in words; the project stays as it was. */
export function objections(project: Project, path: string, text: string, options: LintOptions): readonly string[] {
  const { portfolio } = project
  const former = portfolio.of(path)
  portfolio.set(path, summaryOf(openFile(path, text)))
  const { findings } = lintText(project, path, text, options)
  portfolio.set(path, former)
  return findings.filter(({ severity }) => severity === 'error' || severity === 'warning').map(({ message }) => message)
}
