import { counted, type FileReport, type Finding, lineStarts, lineText, type Severity, severities } from '../../core/index.ts'
import type { Screen } from '../terminal.ts'
import { padded, printable, widthOf, wrap } from '../text.ts'
import { excerpt } from './excerpt.ts'
import { type Run, reported, summaryOf } from './run.ts'
import { summaryWords } from './summary-words.ts'

const mostRelated = 3

/** Nobody reads more of one file; the report for programs has them all. */
const mostShown = 500

/** The report for people: each finding with its line, what to do about it, and a summary in words. */
export function stylish(run: Run, screen: Screen): string {
  const files = reported(run)
  const parts = files.filter(({ findings }) => findings.length > 0).map((file) => fileText(file, screen))
  return [...parts, `${summaryLine(run, files, screen)}\n`].join('\n')
}

function fileText({ path, text, findings: all }: FileReport, screen: Screen): string {
  const findings = all.slice(0, mostShown)
  const left = all.length - findings.length
  const rest = left > 0 ? `\n  ${counted(left, 'more finding')} in this file. Mend these first, or see them all with --format json.\n` : ''
  const starts = lineStarts(text)
  const places = findings.map(({ start }) => `${start.line}:${start.column}`)
  const layout = { place: longest(places), severity: longest(findings.map(({ severity }) => severity)) }
  const blocks = findings.map((finding, i) => {
    // Of several findings at one place the first shows it, and the others follow without a gap.
    const again = samePlace(finding, findings[i - 1])
    return `${again || i === 0 ? '' : '\n'}${block(finding, again ? '' : lineText(text, starts, finding.start.line), layout, screen)}`
  })
  return `${screen.colors.bold(screen.colors.underline(printable(path)))}\n${blocks.join('')}${rest}`
}

function longest(words: readonly string[]): number {
  return words.reduce((most, { length }) => Math.max(most, length), 0)
}

function samePlace({ span }: Finding, other: Finding | undefined): boolean {
  return span.start === other?.span.start && span.end === other.span.end
}

interface Layout {
  readonly place: number
  readonly severity: number
}

function block(finding: Finding, line: string, layout: Layout, screen: Screen): string {
  const { colors } = screen
  const { severity, start } = finding
  const mild = severity === 'hint' || severity === 'info'
  const tone = toneOf(severity, screen)
  const body = (text: string) => (mild ? colors.dim(text) : text)
  const left = 2 + layout.place + 2 + layout.severity + 2
  const [first = '', ...more] = messageLines(finding, screen, left)
  const margin = ' '.repeat(left)
  const head = `  ${colors.dim(padded(`${start.line}:${start.column}`, layout.place))}  ${tone(padded(severity, layout.severity))}  `
  return [
    head + body(first),
    ...more.map((text) => margin + body(text)),
    ...sourceLines(finding, line, screen, left).map((text) => margin + text),
    ...noteLines(finding, screen).map((text) => margin + text),
    '',
  ].join('\n')
}

function toneOf(severity: Severity, { colors }: Screen): (text: string) => string {
  switch (severity) {
    case 'error':
      return (text) => colors.bold(colors.red(text))
    case 'warning':
      return (text) => colors.bold(colors.yellow(text))
    case 'info':
      return colors.cyan
    case 'hint':
      return colors.dim
    default:
      return severity satisfies never
  }
}

/** On paper a message stays on one line, so that other programs find it whole. */
function messageLines({ message, rule }: Finding, { isTerminal, width, colors }: Screen, left: number): readonly string[] {
  const text = printable(message)
  if (!isTerminal) return [`${text}  ${rule}`]
  const lines = wrap(text, Math.max(width - left, 20))
  const last = lines.at(-1) ?? ''
  const id = colors.dim(rule)
  return widthOf(last) + 2 + rule.length > width - left ? [...lines, id] : [...lines.slice(0, -1), `${last}  ${id}`]
}

function sourceLines({ start, end, severity }: Finding, line: string, screen: Screen, left: number): readonly string[] {
  const to = end.line > start.line ? line.length : end.column - 1
  const shown = excerpt(line, start.column - 1, to, Math.max(screen.width - left - 2, 20))
  if (!shown) return []
  const gutter = screen.colors.dim('|')
  return [`${gutter} ${shown.source}`, `${gutter} ${toneOf(severity, screen)(shown.carets)}`]
}

function noteLines({ fixes, related }: Finding, { colors }: Screen): readonly string[] {
  const [fix] = fixes
  const places = related
    .slice(0, mostRelated)
    .map(
      ({ path, start, message }) =>
        `${colors.dim('see:')} ${printable(path)}:${start.line}:${start.column}  ${colors.dim(printable(message))}`,
    )
  const rest = related.length - mostRelated
  return [
    ...(fix ? [`${colors.green(fix.safe ? 'fix:' : 'suggestion:')} ${printable(fix.title)}`] : []),
    ...places,
    ...(rest > 0 ? [colors.dim(`and ${counted(rest, 'more place')}`)] : []),
  ]
}

export function summaryLine(run: Run, files: readonly FileReport[], { colors }: Screen): string {
  const { counts } = summaryOf(files)
  const { found, hidden } = summaryWords(run)
  const all = severities.reduce((sum, severity) => sum + counts[severity], 0)
  const tone = counts.error > 0 ? colors.red : counts.warning > 0 ? colors.yellow : colors.cyan
  return (all === 0 ? colors.green(found) : colors.bold(tone(found))) + (hidden === '' ? '' : ` ${hidden}`)
}
