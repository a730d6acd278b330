import { counted, type FileReport, listed } from '../../core/index.ts'
import { type Run, reported, type Summary, summaryOf } from './run.ts'
import { gravestFirst } from './severity-words.ts'

export interface SummaryWords {
  /** One sentence: what was found, and where. */
  readonly found: string
  /** What `--quiet` keeps back; empty where it keeps nothing back. */
  readonly hidden: string
}

export function summaryWords(run: Run): SummaryWords {
  const files = reported(run)
  const summary = summaryOf(files)
  const { counts, fixable } = summary
  const found = listed(countsInWords(counts))
  const untold = untoldInWords(summary)
  const hidden = run.quiet ? hiddenInWords(summaryOf(run.files)) : ''
  if (found === '') return { found: `${counted(files.length, 'file')}, ${hidden ? 'no errors' : 'nothing to report'}${untold}.`, hidden }
  const fixes = fixable > 0 ? `; ${fixable.toLocaleString('en')} can be fixed` : ''
  return { found: `${found} ${whereInWords(files)}${fixes}${untold}.`, hidden }
}

/** What was found and does not count. */
function untoldInWords({ suppressed, baselined }: Summary): string {
  const silenced = suppressed > 0 ? `; ${suppressed.toLocaleString('en')} silenced with a reason` : ''
  return baselined > 0 ? `${silenced}; ${baselined.toLocaleString('en')} known from the baseline` : silenced
}

function whereInWords(files: readonly FileReport[]): string {
  const affected = files.filter(({ findings }) => findings.length > 0).length
  return files.length === 1 ? 'in 1 file' : `in ${affected.toLocaleString('en')} of ${counted(files.length, 'file')}`
}

/** "2 errors", "1 hint": of each severity that there is, gravest first. */
export function countsInWords(counts: Summary['counts']): readonly string[] {
  return gravestFirst.filter((severity) => counts[severity] > 0).map((severity) => counted(counts[severity], severity))
}

function hiddenInWords({ counts }: Summary): string {
  const rest = countsInWords({ ...counts, error: 0 })
  return rest.length > 0 ? `Not shown: ${listed(rest)}.` : ''
}
