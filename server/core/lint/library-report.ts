import { find } from '../syntax/locate.ts'
import type { OpenFile } from '../workspace/file.ts'
import type { Project } from '../workspace/project.ts'
import { problemFinding } from './findings.ts'
import { catalogue, type FileReport, judgementOf, type LintOptions, lintFile } from './lint.ts'
import { type Trial, trialFindings, trySnippets } from './snippet-trials.ts'
import { suppress, suppressionsIn } from './suppressions.ts'

/** A library with all that lint says of it and what comes of trying its snippets, as far as no directive silences it; and how many trials that took. */
export function checkLibrary(
  project: Project,
  file: OpenFile,
  options: LintOptions,
): { readonly report: FileReport; readonly trials: number } {
  const report = lintFile(project, file, options)
  const tried = trySnippets(project, file, options)
  const roots = file.parts.map(({ tree }) => tree.root)
  const { active } = suppressionsIn(file.text, roots, file.lines, options.today, catalogue)
  // Lint does not know which directives the trials need, so it calls none of them needless.
  const known = report.suppressed.map(({ finding }) => finding)
  const { kept, silenced, problems } = suppress([...known, ...trialFindings(tried.filter(isNews(report, file)), file)], {
    active,
    problems: [],
  })
  const { level } = judgementOf(project, file, options)
  const needless = problems.flatMap((problem) => problemFinding(problem, file, level(problem.rule)))
  const findings = [...report.findings, ...kept, ...needless].sort((a, b) => a.span.start - b.span.start)
  return { report: { ...report, findings, suppressed: silenced }, trials: tried.length }
}

/** Of a snippet whose body cannot be valid lint has told the very place, and a trial says the same once more. */
function isNews({ findings }: FileReport, { parts }: OpenFile): (trial: Trial) => boolean {
  const list = find(parts[0]?.tree.root, ['snippets']).node
  const told = findings.filter(({ rule }) => rule === 'snippet-body').map(({ span }) => span.start)
  return ({ index }) => {
    const item = list?.kind === 'sequence' ? list.items[index] : undefined
    return !item || !told.some((start) => item.start <= start && start < item.end)
  }
}
