import { existsSync } from 'node:fs'
import { dirname, relative, resolve } from 'node:path'
import { counted, type FileReport, type Finding, listed } from '../core/index.ts'
import { type Baseline, type Known, readBaseline, writeBaseline } from './baseline-file.ts'
import { notice } from './notice.ts'
import { withSlashes } from './paths.ts'
import { digest, likeness } from './report/fingerprint.ts'
import type { Output, Shell } from './shell.ts'

/** The file in the current folder that is written where none is named. */
export const usualBaseline = 'chancery-baseline.json'

/** Which file holds the findings that are known, and whether it is to be brought up to date. */
export interface BaselineRequest {
  /** As it was named. */
  readonly file: string
  readonly updates: boolean
}

/** Parts what a baseline knows from what is new; the baseline itself is read before anything is checked. */
export type BaselineCheck = (files: readonly FileReport[]) => Promise<readonly FileReport[]>

export async function baselineCheck({ file, updates }: BaselineRequest, { cwd, err }: Shell): Promise<BaselineCheck> {
  const path = resolve(cwd, file)
  const folder = dirname(path)
  const former = await readBaseline(path, file, updates)
  return async (files) => {
    const checked = files.map((report) => checkedFile(report, withSlashes(relative(folder, resolve(cwd, report.path)))))
    const now = updates ? updated(former, checked, folder) : former
    if (updates) await bringUpToDate({ path, file, former, now }, err)
    else tellGone(file, former, checked, folder, err)
    return checked.map(({ report, at, names }) => parted(report, names, now.get(at)))
  }
}

/** A file that was looked at, its path in the baseline, and what each of its findings is known by. */
interface CheckedFile {
  readonly report: FileReport
  readonly at: string
  readonly names: ReadonlyMap<Finding, string>
}

function checkedFile(report: FileReport, at: string): CheckedFile {
  const likenessOf = likeness(report.text)
  return { report, at, names: new Map(report.findings.map((finding) => [finding, `${finding.rule} ${digest(likenessOf(finding))}`])) }
}

function keyOf({ rule, fingerprint }: Known): string {
  return `${rule} ${fingerprint}`
}

/** The first of several that are alike count as known, as many as there were. */
function parted(report: FileReport, names: CheckedFile['names'], known: readonly Known[] = []): FileReport {
  const left = countsOf(known)
  const findings: Finding[] = []
  const baselined: Finding[] = []
  for (const finding of report.findings) {
    const name = names.get(finding) ?? ''
    const count = left.get(name) ?? 0
    left.set(name, count - 1)
    if (count > 0) baselined.push(finding)
    else findings.push(finding)
  }
  return { ...report, findings, baselined }
}

function countsOf(known: readonly Known[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const each of known) counts.set(keyOf(each), (counts.get(keyOf(each)) ?? 0) + each.count)
  return counts
}

/** What is found now in the files that were looked at; of others the baseline stays, unless they are there no more. */
function updated(former: Baseline, checked: readonly CheckedFile[], folder: string): Baseline {
  const looked = new Map(checked.map(({ at, names }) => [at, knownOf(names)]))
  const others = [...former].filter(([at]) => !looked.has(at) && existsSync(resolve(folder, at)))
  return new Map([...others, ...looked].filter(([, known]) => known.length > 0))
}

function knownOf(names: CheckedFile['names']): readonly Known[] {
  const found = new Map<string, Known>()
  for (const [{ rule }, name] of names) {
    found.set(name, { rule, fingerprint: name.slice(rule.length + 1), count: (found.get(name)?.count ?? 0) + 1 })
  }
  return [...found.values()]
}

interface Update {
  readonly path: string
  readonly file: string
  readonly former: Baseline
  readonly now: Baseline
}

async function bringUpToDate({ path, file, former, now }: Update, err: Output): Promise<void> {
  const [before, after] = [former, now].map((baseline) => countsOf(entriesOf(baseline))) as [Map<string, number>, Map<string, number>]
  const added = surplus(after, before)
  const gone = surplus(before, after)
  const knows = `${counted(total(after), 'finding')} in ${counted(now.size, 'file')}`
  if (added + gone > 0 || !existsSync(path)) await writeBaseline(path, file, now)
  const change = added + gone > 0 ? ` (${added.toLocaleString('en')} added, ${gone.toLocaleString('en')} taken out)` : ', as before'
  notice(err, `${file} knows ${knows}${change}.`)
}

/** All entries, with the path in the place of the rule's name, so that those of two files are two. */
function entriesOf(baseline: Baseline): readonly Known[] {
  return [...baseline].flatMap(([at, known]) => known.map((each) => ({ ...each, rule: `${at}\0${each.rule}` })))
}

function total(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((sum, count) => sum + count, 0)
}

/** How many there are of each that the other has not. */
function surplus(counts: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): number {
  return [...counts].reduce((sum, [key, count]) => sum + Math.max(0, count - (other.get(key) ?? 0)), 0)
}

const mostNamed = 3

/** What was mended since the baseline was written; it fails nothing, and as long as it stands it would hide the same mistake. */
function tellGone(file: string, former: Baseline, checked: readonly CheckedFile[], folder: string, err: Output): void {
  const looked = new Map(checked.map(({ at, names }) => [at, knownOf(names)]))
  const gone = [...former].flatMap(([at, known]) => {
    const now = looked.get(at) ?? (existsSync(resolve(folder, at)) ? known : [])
    const count = surplus(countsOf(known), countsOf(now))
    return count > 0 ? [{ at, count }] : []
  })
  if (gone.length === 0) return
  const count = gone.reduce((sum, each) => sum + each.count, 0)
  const named = gone.slice(0, mostNamed).map(({ at }) => at)
  const rest = gone.length - named.length
  const where = listed(rest > 0 ? [...named, counted(rest, 'other file')] : named)
  notice(
    err,
    `${counted(count, 'finding')} that ${file} knows ${count === 1 ? 'is' : 'are'} there no more, in ${where}. To take ${count === 1 ? 'it' : 'them'} out, add --update-baseline.`,
  )
}
