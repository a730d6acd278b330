import { realpath } from 'node:fs/promises'
import { resolve } from 'node:path'
import {
  type FileContent,
  type FileReport,
  type Finding,
  ignores,
  kindOfName,
  type LintOptions,
  lintText,
  lintUnreadable,
  openFile,
  openProject,
  type Project,
  summarized,
  takeUpBibliographies,
  type Workspace,
} from '../core/index.ts'
import { batchReader, diskWorkspace, readText } from '../disk.ts'
import type { Cache } from './cache/cache.ts'
import type { Checker, Memory } from './cache/memory.ts'
import type { Concern, Narrowing } from './concern.ts'
import { insidePath, shownPath } from './paths.ts'
import type { Progress } from './progress.ts'
import { refuse } from './refusal.ts'
import type { Target } from './targets.ts'

export interface LintRun {
  readonly cwd: string
  readonly isTrusted: boolean
  readonly lint: LintOptions
  /** The full path of a configuration for every file. */
  readonly config: string | undefined
  readonly progress: Progress
  readonly cache: Cache | undefined
  /** Where only what has changed counts. */
  readonly narrowing?: Narrowing | undefined
}

/** Texts that take the place of files, by their full paths; they are looked up whenever a file is read. */
export type Overlays = ReadonlyMap<string, FileContent>

export interface Linted {
  readonly reports: readonly FileReport[]
  /** Configurations with errors that hold for these files but were not checked with them, by their paths as shown. */
  readonly brokenConfigs: readonly string[]
  /** By the path of a report, which of its findings count; all of them where there is none. */
  readonly concerns: ReadonlyMap<string, Concern>
}

/** The files of one workspace that are to be checked, with the workspace around them. */
export interface OpenTarget {
  readonly project: Project
  /** Paths from the root of the workspace, each once and without those that are ignored. */
  readonly kept: readonly string[]
  readonly memory: Memory | undefined
}

export async function openTarget({ root, files }: Target, run: LintRun, overlays: Overlays = new Map()): Promise<OpenTarget> {
  const workspace = withOverlays(root, overlays, run)
  const memory = run.cache?.of(root)
  const project = await openProject(memory?.attend(workspace) ?? workspace, {
    ...(memory ? { summaries: memory } : {}),
    ...(run.config === undefined ? {} : { config: insidePath(run.config, root) }),
    onIndexed: (done, all) => run.progress.show('Reading', done, all),
  })
  const listed = new Set(project.paths)
  const paths = await Promise.all(files.map((file) => listedPath(file, root, listed)))
  const kept = [...new Set(paths)].filter((path) => !ignores(project, path))
  await addUnlisted(project, kept, { listed, memory })
  return { project, kept, memory }
}

/** Checks files of one workspace; paths in the reports are as they are shown. */
export async function lintTarget(target: Target, run: LintRun, overlays?: Overlays): Promise<Linted> {
  const { root } = target
  const opened = await openTarget(target, run, overlays)
  const { project, kept, memory } = opened
  const checker = memory?.checker(project, run)
  const concernOf = await run.narrowing?.(opened, root, run.lint)
  const concerns = new Map<string, Concern>()
  const reports: FileReport[] = []
  for (const [done, path] of kept.entries()) {
    const report = checker?.recall(path) ?? (await lintFile(project, path, { run, root, checker }))
    const placed = shown(report, root, run.cwd)
    reports.push(placed)
    if (concernOf) concerns.set(placed.path, concernOf(path, report))
    run.progress.show('Checking', done + 1, kept.length)
  }
  memory?.prune(project)
  return { reports, brokenConfigs: await brokenConfigs(project, kept, { run, root, checker }), concerns }
}

interface Checking {
  readonly run: LintRun
  readonly root: string
  readonly checker: Checker | undefined
}

function withOverlays(root: string, overlays: Overlays, { isTrusted }: LintRun): Workspace {
  const workspace = diskWorkspace(root, { read: batchReader(), isTrusted })
  return {
    ...workspace,
    list: async () => [...(await workspace.list()), ...[...overlays.keys()].map((file) => insidePath(file, root))],
    read: async (path) => overlays.get(resolve(root, path)) ?? workspace.read(path),
  }
}

/** The path under which the workspace lists a file that was named by a link to it. */
async function listedPath(file: string, root: string, listed: ReadonlySet<string>): Promise<string> {
  const path = insidePath(file, root)
  if (listed.has(path)) return path
  const [real, realRoot] = await Promise.all([realpath(file), realpath(root)]).catch(() => [file, root] as const)
  const other = insidePath(real, realRoot)
  return listed.has(other) ? other : path
}

/** A file of a name that Chancery does not know is indexed here, as its first key says what it is. */
async function addUnlisted(
  project: Project,
  paths: readonly string[],
  { listed, memory }: { listed: ReadonlySet<string>; memory: Memory | undefined },
): Promise<void> {
  for (const path of paths) {
    if (kindOfName(path) && listed.has(path)) continue
    const content = await project.workspace.read(path)
    if ('text' in content) project.portfolio.set(path, summarized(path, content.text, memory).summary)
  }
  await takeUpBibliographies(project.workspace, project.portfolio)
}

async function lintFile(project: Project, path: string, { run: { lint, cwd }, root, checker }: Checking): Promise<FileReport> {
  const content = await project.workspace.read(path)
  if ('problem' in content) return lintUnreadable(project, path, content.problem, lint)
  try {
    const report = checker ? checker.check(path, content.text) : lintText(project, path, content.text, lint)
    // The text is kept only where a report has to quote it.
    return report.findings.length + report.suppressed.length > 0 ? report : { ...report, text: '' }
  } catch (error) {
    throw new Error(
      `${shownPath(resolve(root, path), cwd)} could not be checked (${error instanceof Error ? error.message : String(error)})`,
      { cause: error },
    )
  }
}

function shown(report: FileReport, root: string, cwd: string): FileReport {
  const path = (inside: string) => shownPath(resolve(root, inside), cwd)
  const placed = (f: Finding): Finding => ({ ...f, related: f.related.map((r) => ({ ...r, path: path(r.path) })) })
  return {
    ...report,
    path: path(report.path),
    findings: report.findings.map(placed),
    suppressed: report.suppressed.map(({ finding, reason }) => ({ finding: placed(finding), reason })),
  }
}

async function brokenConfigs(project: Project, linted: readonly string[], checking: Checking): Promise<readonly string[]> {
  const { run, root, checker } = checking
  const holding = new Set(linted.flatMap((path) => project.configOf(path)?.path ?? []))
  const broken: string[] = []
  for (const path of holding) {
    if (linted.includes(path)) continue
    const report = checker?.recall(path) ?? (await lintFile(project, path, checking))
    if (report.findings.some(({ severity }) => severity === 'error')) broken.push(shownPath(resolve(root, path), run.cwd))
  }
  return broken
}

/** A configuration that was named has to be there; what is wrong in it is told like any other mistake. */
export async function checkConfig(config: string, cwd: string): Promise<string> {
  const path = resolve(cwd, config)
  const content = await readText(path)
  if ('problem' in content) return refuse(`--config ${config} cannot be read. ${content.problem.message}`)
  const kind = openFile('chancery.yaml', content.text).parts[0]?.document.kind
  return kind === 'config' ? path : refuse(`--config ${config} is no configuration: its first key says that it holds something else.`)
}
