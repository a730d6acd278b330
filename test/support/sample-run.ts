import type { Run } from '../../server/cli/report/run.ts'
import { type FileReport, type Finding, lineStarts, rangeOf } from '../../server/core/index.ts'

/** A run as the command line hands it to a format. */
export function runOf(files: readonly FileReport[], more: Partial<Run> = {}): Run {
  return {
    files,
    quiet: false,
    gate: 'error',
    cwd: '/house/of briefs',
    root: '/house/of briefs',
    tool: { version: '1.2.3', homepage: undefined },
    ruleUrl: () => undefined,
    ...more,
  }
}

/** A finding at the first place of a word in a text. */
export function findingAt(text: string, word: string, more: Partial<Finding> = {}): Finding {
  const start = text.indexOf(word)
  const span = { start, end: start + word.length }
  return {
    rule: 'rec-owner',
    severity: 'error',
    message: 'No owner.',
    span,
    ...rangeOf(lineStarts(text), span),
    fixes: [],
    related: [],
    ...more,
  }
}

export function reportOf(path: string, text: string, findings: readonly Finding[], more: Partial<FileReport> = {}): FileReport {
  return { path, text, findings, suppressed: [], ...more }
}
