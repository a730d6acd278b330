import { type FileReport, type Finding, type Fix, lineStarts, type Related, rangeOf } from '../../core/index.ts'
import { type Run, reported, summaryOf } from './run.ts'

/** Version 1 of the machine-readable report. Programs rely on every key and on their order. */
export function json(run: Run): string {
  const files = reported(run)
  const { counts, fixable, suppressed } = summaryOf(files)
  const report = {
    version: 1,
    summary: {
      files: files.length,
      errors: counts.error,
      warnings: counts.warning,
      infos: counts.info,
      hints: counts.hint,
      fixable,
      suppressed,
    },
    files: files.filter(({ findings }) => findings.length > 0).map((file) => fileEntry(file, run)),
  }
  return `${JSON.stringify(report, null, 2)}\n`
}

function fileEntry({ path, text, findings }: FileReport, run: Run) {
  const starts = lineStarts(text)
  return { path, findings: findings.map((finding) => findingEntry(finding, starts, run)) }
}

function findingEntry({ rule, severity, message, start, end, fixes, related }: Finding, starts: readonly number[], { ruleUrl }: Run) {
  return {
    rule,
    severity,
    message,
    start,
    end,
    url: ruleUrl(rule),
    fixes: fixes.map((fix) => fixEntry(fix, starts)),
    related: related.map(relatedEntry),
  }
}

function fixEntry({ title, safe, edits }: Fix, starts: readonly number[]) {
  return { title, safe, edits: edits.map(({ span, text }) => ({ ...rangeOf(starts, span), text })) }
}

function relatedEntry({ path, start, end, message }: Related) {
  return { path, start, end, message }
}
