import { counted, escapeHtml, type FileReport, type Finding, type Html, lineStarts, listed, type Related, tag } from '../../core/index.ts'
import { printable } from '../text.ts'
import { stylesheet } from './html-style.ts'
import { type Run, summaryOf, withFindings } from './run.ts'
import { gravestFirst } from './severity-words.ts'
import { sourceParts } from './source-parts.ts'
import { countsInWords, summaryWords } from './summary-words.ts'

/** Nothing may be loaded and nothing may run; only the styles of the page itself count. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

/** The report as one page that needs nothing beside itself, to be kept with a build or printed. */
export function html(run: Run): string {
  const files = withFindings(run)
  const head = tag(
    'head',
    {},
    tag('meta', { charset: 'utf-8' }),
    tag('meta', { 'http-equiv': 'Content-Security-Policy', content: policy }),
    tag('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    tag('meta', { name: 'referrer', content: 'no-referrer' }),
    tag('meta', { name: 'color-scheme', content: 'light dark' }),
    tag('title', {}, words('What Chancery found')),
    // A style element knows no entities, and the stylesheet is ours alone.
    tag('style', {}, stylesheet as Html),
  )
  const body = tag(
    'body',
    {},
    tag('header', {}, tag('h1', {}, words('What Chancery found')), summary(run)),
    ...filter(files),
    ...contents(files),
    tag('main', {}, ...files.map((file, i) => fileSection(file, i, run))),
    tag('footer', {}, words(`Chancery ${run.tool.version}. "chancery explain RULE" tells more about a rule.`)),
  )
  return `<!doctype html>\n${tag('html', { lang: 'en-GB' }, head, body)}\n`
}

function words(text: string): Html {
  return escapeHtml(printable(text))
}

function summary(run: Run): Html {
  const { found, hidden } = summaryWords(run)
  return tag('p', { class: 'summary' }, words(hidden === '' ? found : `${found} ${hidden}`))
}

/** Which findings to look at: without a script, a choice is a field that the styles ask about. */
function filter(files: readonly FileReport[]): readonly Html[] {
  const { counts } = summaryOf(files)
  const present = gravestFirst.filter((severity) => counts[severity] > 0)
  if (present.length < 2) return []
  return present.flatMap((severity, i) => {
    const isAll = i === present.length - 1
    const id = `least-${severity}`
    const kinds = present.slice(0, i + 1).map((kind) => `${kind}s`)
    return [
      tag('input', { type: 'radio', name: 'least', id, checked: isAll ? '' : undefined }),
      tag('label', { for: id }, words(isAll ? 'All' : `Only ${listed(kinds)}`)),
    ]
  })
}

/** The files with their counts, where there are several to choose from. */
function contents(files: readonly FileReport[]): readonly Html[] {
  if (files.length < 2) return []
  const entries = files.map((file, i) =>
    tag(
      'li',
      { class: gravestOf(file) },
      tag('a', { href: `#file-${i + 1}` }, words(file.path)),
      words(' '),
      tag('span', { class: 'quiet' }, words(countsOf(file))),
    ),
  )
  return [tag('nav', { 'aria-label': 'Files' }, tag('ul', {}, ...entries))]
}

function countsOf(file: FileReport): string {
  return listed(countsInWords(summaryOf([file]).counts))
}

/** What a file is hidden by when only graver findings are wanted. */
function gravestOf({ findings }: FileReport): string | undefined {
  return gravestFirst.find((severity) => findings.some((finding) => finding.severity === severity))
}

function fileSection(file: FileReport, index: number, run: Run): Html {
  const starts = lineStarts(file.text)
  return tag(
    'section',
    { id: `file-${index + 1}`, class: gravestOf(file) },
    tag('h2', {}, words(file.path)),
    tag('ol', {}, ...file.findings.map((finding) => findingItem(finding, file.text, starts, run))),
  )
}

function findingItem(finding: Finding, text: string, starts: readonly number[], { ruleUrl }: Run): Html {
  const { rule, severity, message, start, fixes, related } = finding
  const url = ruleUrl(rule)
  const [fix] = fixes
  return tag(
    'li',
    { class: severity },
    tag(
      'p',
      { class: 'head' },
      tag('strong', { class: 'severity' }, words(severity)),
      words(' '),
      tag('span', { class: 'quiet' }, words(`line ${start.line}, column ${start.column}`)),
      words(' '),
      tag('code', { class: 'rule' }, url === undefined ? words(rule) : tag('a', { href: url }, words(rule))),
    ),
    tag('p', { class: 'message', dir: 'auto' }, words(message)),
    ...source(finding, text, starts),
    ...(fix ? [tag('p', { class: 'note' }, tag('b', {}, words(fix.safe ? 'Fix: ' : 'Suggestion: ')), words(fix.title))] : []),
    ...seeAlso(related),
  )
}

function source(finding: Finding, text: string, starts: readonly number[]): readonly Html[] {
  const parts = sourceParts(finding, text, starts)
  if (!parts) return []
  const marked = parts.marked === '' ? tag('mark', { class: 'point' }) : tag('mark', {}, words(parts.marked))
  return [tag('pre', { dir: 'ltr' }, tag('code', {}, words(parts.before), marked, words(parts.after)))]
}

const mostRelated = 10

function seeAlso(related: readonly Related[]): readonly Html[] {
  if (related.length === 0) return []
  const rest = related.length - mostRelated
  const items = related
    .slice(0, mostRelated)
    .map(({ path, start, message }) => tag('li', {}, tag('code', {}, words(`${path}:${start.line}:${start.column}`)), words(` ${message}`)))
  return [
    tag(
      'ul',
      { class: 'note' },
      ...items,
      ...(rest > 0 ? [tag('li', { class: 'quiet' }, words(`and ${counted(rest, 'more place')}`))] : []),
    ),
  ]
}
