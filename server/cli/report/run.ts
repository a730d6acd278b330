import { resolve } from 'node:path'
import { countBySeverity, type FileReport, type Severity } from '../../core/index.ts'
import { insidePath } from '../paths.ts'
import type { Screen } from '../terminal.ts'

/** What a run found: every file that was checked, by its path as it is shown, in the order of these. */
export interface Run {
  readonly files: readonly FileReport[]
  readonly quiet: boolean
  /** The mildest finding for which the run fails. */
  readonly gate: Severity
  /** The folder that the paths start from. */
  readonly cwd: string
  /** The folder from which a CI server counts paths: that of the repository, where the run is inside one. */
  readonly root: string
  readonly tool: Tool
  /** The page of a rule, where there is one to link to. */
  readonly ruleUrl: (id: string) => string | undefined
}

export interface Tool {
  readonly version: string
  readonly homepage: string | undefined
}

/** A way to write a run down. */
export type Format = (run: Run, screen: Screen) => string

export interface Summary {
  readonly counts: Readonly<Record<Severity, number>>
  readonly fixable: number
  readonly suppressed: number
  readonly baselined: number
}

/** A path for formats whose readers count from the repository. */
export function pathFromRoot(path: string, { cwd, root }: Run): string {
  return insidePath(resolve(cwd, path), root)
}

/** The files as they are reported: with `--quiet` only their errors. */
export function reported({ files, quiet }: Run): readonly FileReport[] {
  return quiet ? files.map((file) => ({ ...file, findings: file.findings.filter(({ severity }) => severity === 'error') })) : files
}

/** The files of which there is something to tell. */
export function withFindings(run: Run): readonly FileReport[] {
  return reported(run).filter(({ findings }) => findings.length > 0)
}

export function summaryOf(files: readonly FileReport[]): Summary {
  return {
    counts: countBySeverity(files),
    fixable: files.flatMap(({ findings }) => findings).filter(({ fixes }) => fixes.some(({ safe }) => safe)).length,
    suppressed: files.reduce((sum, { suppressed }) => sum + suppressed.length, 0),
    baselined: files.reduce((sum, { baselined = [] }) => sum + baselined.length, 0),
  }
}
