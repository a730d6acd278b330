import { realpath } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { type FileReport, type Finding, formatOf, kindOfName, type LintOptions, lintText, type Project } from '../core/index.ts'
import { changedSpans, touches } from './changed-lines.ts'
import { type Change, type Changes, changesSince } from './changes.ts'
import type { OpenTarget } from './lint-files.ts'
import { insidePath, shownPath } from './paths.ts'
import { type Upset, upsetBy } from './referents.ts'
import { refuse } from './refusal.ts'
import { likeness } from './report/fingerprint.ts'
import type { Target } from './targets.ts'

/** Whether a finding has to do with what has changed. */
export type Concern = (finding: Finding) => boolean

/** Tells of each report of a target which of its findings have to do with what has changed. */
export type Narrowing = (opened: OpenTarget, root: string, lint: LintOptions) => Promise<(path: string, report: FileReport) => Concern>

/** `--changed-since`: what has changed is asked once, before anything is checked. */
export async function narrowingSince(ref: string, targets: readonly Target[], cwd: string): Promise<Narrowing> {
  const named = new Set<string>()
  for (const file of targets.flatMap(({ files }) => files)) named.add(await realpath(file).catch(() => file))
  const matters = (file: string) => kindOfName(file) !== undefined || formatOf(file) !== undefined || named.has(file)
  const changes = await changesSince(ref, cwd, matters)
  const outside = [...named].find((file) => insidePath(file, changes.top).startsWith('../'))
  if (outside !== undefined)
    refuse(`${shownPath(outside, cwd)} lies outside the git repository of this folder, so nobody can tell what has changed in it.`)
  return async ({ project, kept }, root, lint) => {
    const realRoot = await realpath(root)
    const inside = (file: string) => insidePath(file, realRoot)
    const touched = await touchedFiles(changes, project, inside)
    const upset = upsetBy(project, touched, inside)
    const places = new Map<string, string>()
    for (const path of kept) places.set(path, inside(await realpath(resolve(root, path)).catch(() => resolve(root, path))))
    return (path, report) => concernOf(project, report, { change: touched.get(places.get(path) ?? path), upset, lint })
  }
}

/** Changes by the path of their file; one in nothing but its mode is none. */
async function touchedFiles({ all }: Changes, project: Project, inside: (file: string) => string): Promise<ReadonlyMap<string, Change>> {
  const touched = new Map<string, Change>()
  for (const change of all) {
    const path = inside(change.file)
    const now = change.before === undefined || change.isGone ? undefined : await project.workspace.read(path)
    if (now && 'text' in now && now.text === change.before && !change.formerly) continue
    touched.set(path, change)
  }
  return touched
}

interface Circumstances {
  readonly change: Change | undefined
  readonly upset: Upset
  readonly lint: LintOptions
}

function concernOf(project: Project, report: FileReport, { change, upset, lint }: Circumstances): Concern {
  if (upset(report.path)) return () => true
  if (!change) return () => false
  const { before, formerly, file } = change
  if (before === undefined || (formerly !== undefined && basename(formerly) !== basename(file))) return () => true
  const spans = changedSpans(before, report.text)
  const brought = broughtAbout(project, report, before, lint)
  return (finding) => touches(spans, finding.span) || brought(finding)
}

/** What a change brings about elsewhere, as the key that is missing now where the line with it was deleted. */
function broughtAbout(project: Project, { path, text, findings }: FileReport, before: string, lint: LintOptions): Concern {
  if (findings.length === 0) return () => false
  const [then, now] = [likeness(before), likeness(text)]
  const former = new Set(lintText(project, path, before, lint).findings.map(then))
  return (finding) => !former.has(now(finding))
}
