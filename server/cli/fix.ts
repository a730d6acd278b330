import { readFileSync, realpathSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import {
  applyEdits,
  countBySeverity,
  counted,
  type FileReport,
  listed,
  mend,
  openFile,
  severities,
  summaryOf,
  takeUpBibliographies,
} from '../core/index.ts'
import { codeOf, decodeText } from '../disk.ts'
import { inTurn } from './in-turn.ts'
import { type Linted, type LintRun, lintTarget, type OpenTarget, type Overlays, openTarget } from './lint-files.ts'
import { notice } from './notice.ts'
import { reasonOf } from './outputs.ts'
import { shownPath } from './paths.ts'
import type { Shell } from './shell.ts'
import type { Target } from './targets.ts'
import { writeAtomically } from './write-atomically.ts'

/** What becomes of safe fixes: they are proposed in the report alone, written to the files, or shown as a difference. */
export type Mending = 'propose' | 'write' | 'show'

/** A file by its full path, as it was read and as it is, or would be, once mended. */
export interface MendedFile {
  readonly file: string
  readonly before: string
  readonly after: string
  /** How many findings that mends. */
  readonly made: number
}

/** What is found in the files of a target once they are mended. */
export interface Fixed extends Linted {
  readonly mended: readonly MendedFile[]
  /** Files that could not be mended, each with the reason in words. */
  readonly unwritten: readonly { readonly file: string; readonly why: string }[]
}

export async function fixTarget(target: Target, run: LintRun, mending: Mending, given: Overlays = new Map()): Promise<Fixed> {
  const first = await lintTarget(target, run, given)
  const nothing: Fixed = { ...first, mended: [], unwritten: [] }
  if (mending === 'propose' || !first.reports.some(isMendable)) return nothing
  const mended = await mendFiles(target, run, given)
  const unwritten = mending === 'write' ? await writeFiles(mended) : []
  const failed = new Set(unwritten.map(({ file }) => file))
  const shown = mending === 'show' ? mended.map(({ file, after }) => [file, { text: after }] as const) : []
  const left = await lintTarget(target, run, new Map([...given, ...shown]))
  return { ...left, mended: mended.filter(({ file }) => !failed.has(file)).map((each) => withMark(each, given)), unwritten }
}

/** A byte order mark is no part of the text, and of the file all the same. */
function withMark(mended: MendedFile, given: Overlays): MendedFile {
  const mark = given.has(mended.file) ? '' : markOf(readFileSync(mended.file))
  return { ...mended, before: mark + mended.before, after: mark + mended.after }
}

function markOf(bytes: Uint8Array): string {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? '\ufeff' : ''
}

function isMendable({ findings }: FileReport): boolean {
  return findings.some(({ fixes }) => fixes.some(({ safe }) => safe))
}

/** What is mended in one file may make room for a fix in another; what would go on for longer needs a person. */
const mostPasses = 10

/** All files of a target with their safe fixes, pass by pass until there are no more; nothing is written. */
async function mendFiles(target: Target, run: LintRun, given: Overlays): Promise<readonly MendedFile[]> {
  const mended = new Map<string, MendedFile>()
  const overlays = new Map(given)
  let opened = await openTarget(target, run, overlays)
  for (let pass = 0; pass < mostPasses; pass++) {
    const { project, kept } = opened
    const decides = (path: string) => project.settingFiles.has(path)
    const changed: string[] = []
    for (const path of [...kept.filter(decides), ...kept.filter((path) => !decides(path))]) {
      if (!decides(path) && changed.some(decides)) break
      const file = resolve(target.root, path)
      const now = await mendedFile(opened, path, run, { file, former: mended.get(file) })
      if (!now) continue
      mended.set(file, now)
      overlays.set(file, { text: now.after })
      changed.push(path)
      run.progress.show('Mending', mended.size, kept.length)
    }
    if (changed.length === 0) break
    // What a configuration or a vocabulary says decides over other files, so all is read anew before they are mended.
    if (changed.some(decides)) opened = await openTarget(target, run, overlays)
    else await takeUpBibliographies(project.workspace, project.portfolio)
  }
  return [...mended.values()].filter(({ before, after }) => before !== after)
}

/** A file after its safe fixes, and the index told of it; undefined where there are none. */
async function mendedFile(
  { project }: OpenTarget,
  path: string,
  run: LintRun,
  { file, former }: { readonly file: string; readonly former: MendedFile | undefined },
): Promise<MendedFile | undefined> {
  const content = await project.workspace.read(path)
  if ('problem' in content) return undefined
  const { edits, made } = mend(project, openFile(path, content.text), run.lint)
  if (edits.length === 0) return undefined
  const after = applyEdits(content.text, edits)
  project.portfolio.set(path, summaryOf(openFile(path, after)))
  return { file, before: former?.before ?? content.text, after, made: made + (former?.made ?? 0) }
}

/** Writes each file whole or not at all. */
async function writeFiles(files: readonly MendedFile[]): Promise<Fixed['unwritten']> {
  const unwritten: { file: string; why: string }[] = []
  await inTurn(files, (mended) => {
    const why = replace(mended)
    if (why !== undefined) unwritten.push({ file: mended.file, why })
  })
  return unwritten
}

/** Links are followed, so that the link stays one; a byte order mark and the mode are kept. Gives the reason where it cannot be done. */
function replace({ file, before, after }: MendedFile): string | undefined {
  try {
    const path = realpathSync(file)
    const bytes = readFileSync(path)
    const now = decodeText(bytes)
    if (!('text' in now && now.text === before)) return 'somebody else changed it meanwhile. Run this again to mend it as it is now.'
    writeAtomically(path, markOf(bytes) + after, statSync(path))
    return undefined
  } catch (error) {
    if (codeOf(error) === undefined) throw error
    return reasonOf(error)
  }
}

/** Tells what was mended and what was not; on standard error, so that reports for programs stay whole. */
export function tellMended(fixed: readonly Fixed[], left: readonly FileReport[], mending: Mending, { err, cwd }: Shell): void {
  const mended = fixed.flatMap((each) => each.mended)
  const made = mended.reduce((sum, file) => sum + file.made, 0)
  const what = `${counted(made, 'finding')} in ${counted(mended.length, 'file')}`
  if (mending === 'write' && made > 0) notice(err, `Mended ${what}.`)
  if (mending === 'show') {
    const counts = countBySeverity(left)
    const words = [...severities].reverse().flatMap((severity) => (counts[severity] > 0 ? counted(counts[severity], severity) : []))
    const would = made > 0 ? `${what} would be mended` : 'There is nothing that would safely be mended'
    notice(err, `${would}; ${words.length > 0 ? `left would be ${listed(words)}` : 'nothing would be left'}.`)
  }
  for (const { file, why } of fixed.flatMap(({ unwritten }) => unwritten)) {
    notice(err, `${shownPath(file, cwd)} was not mended: ${why}`)
  }
}
