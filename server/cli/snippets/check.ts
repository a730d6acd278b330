import { join, resolve } from 'node:path'
import { version } from '../../../package.json'
import {
  builtInText,
  checkLibrary,
  counted,
  type FileReport,
  isBuiltIn,
  kindOfName,
  lintUnreadable,
  type OpenFile,
  openFile,
  openProject,
  type Project,
} from '../../core/index.ts'
import { diskWorkspace, workspaceRoot } from '../../disk.ts'
import { dateOption, todayOption, trustOption } from '../lint-options.ts'
import type { Arguments, Option } from '../options.ts'
import { insidePath, shownPath } from '../paths.ts'
import { refuse } from '../refusal.ts'
import { summaryOf } from '../report/run.ts'
import { stylish } from '../report/stylish.ts'
import { homepage, ruleUrl } from '../rule-url.ts'
import type { Shell, Status } from '../shell.ts'
import { type Target, targetsOf } from '../targets.ts'
import { printable } from '../text.ts'
import { projectHere, snippetsHere } from './libraries.ts'
import { libraryLock, lockChanges, lockName, readLock, writeLock } from './lock.ts'

export const checkSnippetsOptions: readonly Option[] = [
  { name: 'update', about: `Record the libraries of the workspace in ${lockName}, with their versions and a hash of their words` },
  todayOption,
  trustOption,
]

interface Checked {
  readonly reports: readonly FileReport[]
  readonly trials: number
}

/** `chancery snippets check`: libraries with all that lint says of them, and each snippet tried at each of its places. 1 where something is wrong. */
export async function checkSnippets(args: Arguments, shell: Shell): Promise<Status> {
  const { cwd, isTrusted } = shell
  const today = dateOption(args, shell.today)
  const checked: Checked[] = []
  for (const target of await targetsOf(args.rest.length > 0 ? args.rest : ['.'], cwd))
    checked.push(await checkIn(target, today, { cwd, isTrusted }))
  if (args.rest.length === 0) checked.push(await checkBuiltIn(today, { cwd, isTrusted }))
  const files = checked.flatMap(({ reports }) => reports)
  // The libraries of packages are checked where they are made, and only their lock is looked at here.
  if (files.length === 0 && (args.rest.length > 0 || snippetsHere(await projectHere(shell)).length === 0))
    return refuse(`There is no snippet library in ${args.rest.join(', ') || 'this folder'}. Their names end in .snippets.yaml.`)
  if (files.length > 0) tellChecked(checked, shell)
  const agrees = await checkLock(args, shell)
  return summaryOf(files).counts.error > 0 || !agrees ? 1 : 0
}

function tellChecked(checked: readonly Checked[], { cwd, out }: Shell): void {
  const { reports: files, trials } = together(checked)
  out.write(stylish({ files, quiet: false, gate: 'error', cwd, root: cwd, tool: { version, homepage }, ruleUrl }, out.screen))
  out.write(`Each snippet was tried at each of its places, with each of its choices: ${counted(trials, 'trial')}.\n`)
}

/** Compares the libraries with the lock of the workspace, or writes it anew; false where they differ. */
async function checkLock(args: Arguments, shell: Shell): Promise<boolean> {
  const { cwd, out } = shell
  const isAsked = args.has('update')
  if (args.rest.length > 0 && !isAsked) return true
  const path = join(workspaceRoot(cwd, cwd), lockName)
  const name = shownPath(path, cwd)
  const known = readLock(path, name)
  if (!known && !isAsked) return true
  if (known && 'problem' in known) {
    // It may be a file of somebody's that only has the name, or hold what a merge has to settle.
    if (isAsked) return refuse(known.problem)
    out.write(`${printable(known.problem)}\n`)
    return false
  }
  const now = await libraryLock(await projectHere(shell))
  const changes = lockChanges(known?.lock ?? new Map(), now)
  for (const words of changes) out.write(`${name}: ${printable(words)}\n`)
  if (isAsked) {
    await writeLock(path, name, now)
    out.write(`Wrote ${name}: ${now.size === 1 ? '1 library' : `${now.size} libraries`}.\n`)
    return true
  }
  if (changes.length > 0) out.write('Look at what changed, then record it: chancery snippets check --update\n')
  return changes.length === 0
}

type Place = Pick<Shell, 'cwd' | 'isTrusted'>

async function checkIn({ root, files }: Target, today: string, { cwd, isTrusted }: Place): Promise<Checked> {
  const project = await openProject(diskWorkspace(root, { isTrusted }), { keepsFiles: false })
  const checked: Checked[] = []
  for (const path of files.map((file) => insidePath(file, root)).filter((file) => kindOfName(file) === 'snippets')) {
    const content = await project.workspace.read(path)
    const shown = shownPath(resolve(root, path), cwd)
    if ('text' in content) checked.push(checkOne(project, openFile(path, content.text), { today, shown }))
    else checked.push({ reports: [{ ...lintUnreadable(project, path, content.problem, { today }), path: shown }], trials: 0 })
  }
  return together(checked)
}

/** The libraries that come with Chancery, where the current folder has not switched them off. */
async function checkBuiltIn(today: string, place: Place): Promise<Checked> {
  const project = await projectHere(place)
  const paths = new Set(snippetsHere(project).flatMap(({ path }) => (isBuiltIn(path) ? [path] : [])))
  return together([...paths].map((path) => checkOne(project, openFile(path, builtInText(path)), { today, shown: path })))
}

function checkOne(project: Project, file: OpenFile, { today, shown }: { readonly today: string; readonly shown: string }): Checked {
  const { report, trials } = checkLibrary(project, file, { today })
  return { reports: [{ ...report, path: shown }], trials }
}

function together(checked: readonly Checked[]): Checked {
  return { reports: checked.flatMap(({ reports }) => reports), trials: checked.reduce((sum, { trials }) => sum + trials, 0) }
}
