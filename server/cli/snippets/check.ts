import { resolve } from 'node:path'
import { version } from '../../../package.json'
import {
  type FileReport,
  kindOfName,
  lintFile,
  lintUnreadable,
  openFile,
  openProject,
  trialFindings,
  trySnippets,
} from '../../core/index.ts'
import { diskWorkspace } from '../../disk.ts'
import { dateOption, todayOption } from '../lint-options.ts'
import type { Arguments, Option } from '../options.ts'
import { insidePath, shownPath } from '../paths.ts'
import { refuse } from '../refusal.ts'
import { summaryOf } from '../report/run.ts'
import { stylish } from '../report/stylish.ts'
import { homepage, ruleUrl } from '../rule-url.ts'
import type { Shell, Status } from '../shell.ts'
import { type Target, targetsOf } from '../targets.ts'

export const checkSnippetsOptions: readonly Option[] = [todayOption]

interface Checked {
  readonly reports: readonly FileReport[]
  readonly trials: number
}

/** `chancery snippets check`: libraries with all that lint says of them, and each snippet tried at each of its places. 1 where something is wrong. */
export async function checkSnippets(args: Arguments, shell: Shell): Promise<Status> {
  const { cwd, out } = shell
  const today = dateOption(args, shell.today)
  const checked: Checked[] = []
  for (const target of await targetsOf(args.rest.length > 0 ? args.rest : ['.'], cwd)) checked.push(await checkIn(target, today, cwd))
  const files = checked.flatMap(({ reports }) => reports)
  if (files.length === 0)
    return refuse(`There is no snippet library in ${args.rest.join(', ') || 'this folder'}. Their names end in .snippets.yaml.`)
  const run = { files, quiet: false, gate: 'error', cwd, root: cwd, tool: { version, homepage }, ruleUrl } as const
  out.write(stylish(run, out.screen))
  const trials = checked.reduce((sum, one) => sum + one.trials, 0)
  out.write(`Each snippet was tried at each of its places, with each of its choices: ${trials.toLocaleString('en')} trials.\n`)
  return summaryOf(files).counts.error > 0 ? 1 : 0
}

async function checkIn({ root, files }: Target, today: string, cwd: string): Promise<Checked> {
  const project = await openProject(diskWorkspace(root), { keepsFiles: false })
  const reports: FileReport[] = []
  let trials = 0
  for (const path of files.map((file) => insidePath(file, root)).filter((file) => kindOfName(file) === 'snippets')) {
    const content = await project.workspace.read(path)
    const shown = shownPath(resolve(root, path), cwd)
    if ('problem' in content) {
      reports.push({ ...lintUnreadable(project, path, content.problem, { today }), path: shown })
      continue
    }
    const file = openFile(path, content.text)
    const report = lintFile(project, file, { today })
    const tried = trySnippets(project, file, { today })
    trials += tried.length
    const findings = [...report.findings, ...trialFindings(tried, file)].sort((a, b) => a.span.start - b.span.start)
    reports.push({ ...report, path: shown, findings })
  }
  return { reports, trials }
}
