import { counted, type FileReport, type Finding, listed } from '../../core/index.ts'
import { printable } from '../text.ts'
import { type Run, summaryOf, withFindings } from './run.ts'
import { gravestFirst } from './severity-words.ts'
import { countsInWords, summaryWords } from './summary-words.ts'

/** GitHub takes 65,536 characters in a comment; some room is left for words around it. */
const mostCharacters = 60_000

/** More than these, and each file is folded up. */
const mostUnfolded = 20

/** The report for a review comment: a line, and a table for each file. */
export function markdown(run: Run): string {
  const files = withFindings(run)
  const { found, hidden } = summaryWords(run)
  const sections = within(
    mostCharacters,
    files.map((file) => sectionOf(file, run)),
  )
  const all = files.reduce((sum, { findings }) => sum + findings.length, 0)
  const shown = sections.reduce((sum, { rows }) => sum + rows.length, 0)
  const left = all - shown
  const rest = left > 0 ? [`${counted(left, 'more finding')} would not fit in a comment. "chancery lint" shows them all.`] : []
  const parts = [`**Chancery:** ${found}${hidden === '' ? '' : ` ${hidden}`}`, ...sections.map((s) => sectionText(s, all)), ...rest]
  return `${parts.join('\n\n')}\n`
}

interface Row {
  readonly finding: Finding
  readonly text: string
}

interface Section {
  readonly head: string
  readonly rows: readonly Row[]
}

function sectionOf(file: FileReport, run: Run): Section {
  const counts = listed(countsInWords(summaryOf([file]).counts))
  return {
    head: `<summary><code>${inHtml(file.path)}</code>: ${counts}</summary>`,
    rows: file.findings.map((finding) => ({ finding, text: rowText(finding, run) })),
  }
}

function rowText({ rule, severity, message, start }: Finding, { ruleUrl }: Run): string {
  const url = ruleUrl(rule)
  const id = url === undefined ? `\`${rule}\`` : `[\`${rule}\`](<${url}>)`
  return `| ${start.line}:${start.column} | ${severity} | ${inMarkdown(message)} ${id} |`
}

function sectionText({ head, rows }: Section, all: number): string {
  const table = ['| Place | Level | Finding |', '|---|---|---|', ...rows.map(({ text }) => text)].join('\n')
  return `<details${all > mostUnfolded ? '' : ' open'}>\n${head}\n\n${table}\n\n</details>`
}

/** The gravest findings that fit; sections keep their order, and none is left without a row. */
function within(most: number, sections: readonly Section[]): readonly Section[] {
  const kept = new Set<Row>()
  const begun = new Set<Section>()
  let used = 0
  for (const severity of gravestFirst) {
    for (const section of sections) {
      for (const row of section.rows.filter(({ finding }) => finding.severity === severity)) {
        const cost = row.text.length + 1 + (begun.has(section) ? 0 : section.head.length + 100)
        if (used + cost > most) continue
        used += cost
        kept.add(row)
        begun.add(section)
      }
    }
  }
  return sections.filter((section) => begun.has(section)).map(({ head, rows }) => ({ head, rows: rows.filter((row) => kept.has(row)) }))
}

function inHtml(words: string): string {
  return printable(words).replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;' })[sign] ?? '&gt;')
}

/**
 * Words in which nothing is Markdown. "@name" and "#1" are set as code, or a
 * comment would call a person and point to an issue.
 */
export function inMarkdown(words: string): string {
  return printable(words)
    .split(/((?<!\w)@[\w/-]+|#\d+)/)
    .map((part, i) => (i % 2 === 1 ? `\`${part}\`` : part.replace(/[\\`*_[\]<>&|~$#]/g, '\\$&')))
    .join('')
}
