import type { FileReport, Finding } from '../../core/index.ts'
import { printable } from '../text.ts'
import { type Run, reported } from './run.ts'
import { atOrAbove } from './severity-words.ts'

/** The Test Anything Protocol, version 14: a test for each file, which fails where the run fails. */
export function tap(run: Run): string {
  const files = reported(run)
  return ['TAP version 14', `1..${files.length}`, ...files.map((file, i) => testPoint(file, i + 1, run)), ''].join('\n')
}

function testPoint({ path, findings }: FileReport, number: number, run: Run): string {
  const fails = findings.some(({ severity }) => atOrAbove(severity, run.gate))
  const head = `${fails ? 'not ok' : 'ok'} ${number} - ${printable(path).replace(/[\\#]/g, '\\$&')}`
  if (findings.length === 0) return head
  const entries = findings.map((finding) => `    - ${entryLines(finding, run).join('\n      ')}`)
  return [head, '  ---', '  findings:', ...entries, '  ...'].join('\n')
}

function entryLines({ rule, severity, message, start }: Finding, { ruleUrl }: Run): readonly string[] {
  const url = ruleUrl(rule)
  return [
    `severity: ${severity}`,
    `rule: ${rule}`,
    `message: ${quoted(message)}`,
    `line: ${start.line}`,
    `column: ${start.column}`,
    ...(url === undefined ? [] : [`url: ${quoted(url)}`]),
  ]
}

/** A text in JSON is one in YAML too, but for a few signs that YAML wants by their number. */
function quoted(words: string): string {
  return JSON.stringify(words).replace(
    /[\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
