import type { Screen } from '../terminal.ts'
import { printable } from '../text.ts'
import { type Format, reported } from './run.ts'
import { summaryLine } from './stylish.ts'

/** A line for each finding, `path:line:column: severity: message [rule]`, which editors and other programs of the shell know to read. */
export const unix: Format = (run, screen: Screen) => {
  const files = reported(run)
  const lines = files.flatMap(({ path, findings }) =>
    findings.map(
      ({ start, severity, message, rule }) =>
        `${printable(path)}:${start.line}:${start.column}: ${severity}: ${printable(message)} [${rule}]\n`,
    ),
  )
  return `${lines.join('')}${lines.length > 0 ? '\n' : ''}${summaryLine(run, files, screen)}\n`
}
