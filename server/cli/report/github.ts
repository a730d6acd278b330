import type { Finding } from '../../core/index.ts'
import { printable } from '../text.ts'
import { digest } from './fingerprint.ts'
import { pathFromRoot, type Run, withFindings } from './run.ts'
import { severityWords } from './severity-words.ts'

/** Commands of GitHub Actions, each of which puts a finding beside its line in the files of a pull request. */
export function github(run: Run): string {
  return withFindings(run)
    .flatMap(({ path, findings }) => findings.map((finding) => `${annotation(finding, pathFromRoot(path, run), run)}\n`))
    .join('')
}

function annotation({ rule, severity, message, start, end }: Finding, path: string, { ruleUrl }: Run): string {
  const url = ruleUrl(rule)
  const properties = {
    file: path,
    line: start.line,
    endLine: end.line,
    // GitHub takes columns only where the place is on one line.
    ...(start.line === end.line ? { col: start.column, endColumn: end.column } : {}),
    title: rule,
  }
  const head = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`)
  return `::${severityWords.github[severity]} ${head.join(',')}::${escapeData(shown(url === undefined ? message : `${message}\n${url}`))}`
}

/** A message may have lines, and nothing else that moves the cursor. */
function shown(message: string): string {
  return message.replace(/[^\r\n]+/g, printable)
}

function escapeData(words: string): string {
  return words.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function escapeProperty(words: string): string {
  return escapeData(words).replaceAll(':', '%3A').replaceAll(',', '%2C')
}

/**
 * A text in which GitHub Actions must not look for commands: a file may be
 * called "::stop-commands::x". What ends it again is taken from the text itself,
 * so the text cannot hold it.
 */
export function withoutCommands(text: string): string {
  const token = `chancery-${digest(text)}`
  return `::stop-commands::${token}\n${text}::${token}::\n`
}
