import {
  applyEdits,
  type Finding,
  lineStarts,
  lintText,
  memoryWorkspace,
  openFile,
  openProject,
  placeAt,
  renderPage,
  type Span,
} from '../../server/core/index.ts'
import { overlaps } from '../../server/core/text/span.ts'
import { type Files, today } from './files.ts'

/** Milliseconds after which a text is said to hang; far more than any takes, for the machine may be busy. */
export const patience = 10_000

/** What the engine promises for any text and does not hold to here; undefined where all is well. */
export async function brokenLaw(files: Files, path: string): Promise<string | undefined> {
  const start = performance.now()
  const text = files[path] ?? ''
  const seen = await look(files, path)
  if ('crash' in seen) return seen.crash
  const took = performance.now() - start
  if (took > patience) return `took ${Math.round(took)} ms`
  return brokenSpan(seen.findings, text) ?? brokenFix(seen.findings, text) ?? brokenOrder(seen.findings) ?? brokenPage(seen.pages)
}

type Seen = { readonly findings: readonly Finding[]; readonly pages: readonly string[] } | { readonly crash: string }

async function look(files: Files, path: string): Promise<Seen> {
  try {
    const project = await openProject(memoryWorkspace(files))
    const context = { vocabulary: project.vocabularyOf(project.configOf(path)), portfolio: project.portfolio }
    const pages = openFile(path, files[path] ?? '').parts.flatMap(({ document }) =>
      document.kind === 'engagement' || document.kind === 'brief' ? [renderPage(document, context)] : [],
    )
    return { findings: lintText(project, path, files[path] ?? '', { today }).findings, pages }
  } catch (error) {
    return { crash: `threw ${error instanceof Error ? error.stack : String(error)}` }
  }
}

/** Whatever a field holds, a page runs nothing and loads nothing. */
function brokenPage(pages: readonly string[]): string | undefined {
  // Pictures are SVG of plain shapes; what in SVG can load, run or move is not among them.
  const active =
    /<(?:script|iframe|object|embed|img|link|use|image|foreignObject|animate\w*|set)\b|(?:href|src)="\s*(?:javascript|data|vbscript):/i
  const handler = /<[^<>]*\son\w+\s*=/i
  const isActive = (page: string) => active.test(page) || handler.test(page.replace(/"[^"]*"/g, '""'))
  return pages.some(isActive) ? 'is rendered with something that runs or loads' : undefined
}

function inside({ start, end }: Span, text: string): boolean {
  return Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start <= end && end <= text.length
}

function brokenSpan(findings: readonly Finding[], text: string): string | undefined {
  const starts = lineStarts(text)
  for (const finding of findings) {
    const { rule, span, start, end } = finding
    if (!inside(span, text)) return `${rule} lies outside the text: ${JSON.stringify(span)}`
    if (JSON.stringify([placeAt(starts, span.start), placeAt(starts, span.end)]) !== JSON.stringify([start, end]))
      return `${rule} counts its lines wrongly`
    if (finding.message.trim() === '') return `${rule} has no words`
  }
  return undefined
}

function brokenFix(findings: readonly Finding[], text: string): string | undefined {
  for (const { rule, fixes } of findings) {
    for (const { title, edits } of fixes) {
      if (edits.some(({ span }) => !inside(span, text))) return `${rule}: "${title}" edits outside the text`
      if (edits.some((a, i) => edits.slice(i + 1).some((b) => overlaps(a.span, b.span))))
        return `${rule}: "${title}" has edits that overlap`
      if (applyEdits(text, edits) === text) return `${rule}: "${title}" changes nothing`
    }
  }
  return undefined
}

function brokenOrder(findings: readonly Finding[]): string | undefined {
  return findings.some(({ span }, i) => span.start < (findings[i - 1]?.span.start ?? 0))
    ? 'findings are not in the order of the text'
    : undefined
}
