import { find } from '../syntax/locate.ts'
import type { Path } from '../text/path.ts'
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
  const { kept, silenced, problems } = suppress([...known, ...trialFindings(tried.map(withoutTold(report, file)), file)], {
    active,
    problems: [],
  })
  const { level } = judgementOf(project, file, options)
  const needless = problems.flatMap((problem) => problemFinding(problem, file, level(problem.rule)))
  const findings = [...report.findings, ...kept, ...needless].sort((a, b) => a.span.start - b.span.start)
  return { report: { ...report, findings, suppressed: silenced }, trials: tried.length }
}

const aboutForm = ['country-code', 'unknown-key', 'unknown-value', 'wrong-format', 'wrong-type']

/** A trial without what lint says as an error at the very place: that the body cannot be valid there. */
function withoutTold({ findings }: FileReport, { parts: [part] }: OpenFile): (trial: Trial) => Trial {
  const told = findings.filter(({ rule, severity }) => rule === 'snippet-body' && severity === 'error').map(({ span }) => span.start)
  const isTold = (at: Path) => {
    const { node, missing } = find(part?.tree.root, at)
    return node !== undefined && missing === 0 && told.some((place) => node.start <= place && place < node.end)
  }
  return (trial) => {
    const { index, scope } = trial
    const places = part?.document.kind === 'snippets' ? (part.document.model.snippets?.[index]?.scope ?? []) : []
    if (!isTold(['snippets', index, 'yaml']) && !isTold(['snippets', index, 'scope', places.indexOf(scope)])) return trial
    return { ...trial, faults: trial.faults.filter(({ rule }) => !aboutForm.includes(rule)) }
  }
}
