import type { Finding, Fix } from '../text/finding.ts'
import { inOneRound } from '../text/rounds.ts'
import { applyEdits, type Edit, type Span } from '../text/span.ts'
import { type OpenFile, openFile } from '../workspace/file.ts'
import type { Project } from '../workspace/project.ts'
import { ignores, type LintOptions, lintFile } from './lint.ts'
import { whileReading } from './trial.ts'

export interface MendOptions extends LintOptions {
  /** The one rule whose findings are mended; without it, those of all. */
  readonly rule?: string
}

/** What mends a file at one stroke. */
export interface Mending {
  readonly edits: readonly Edit[]
  /** How many findings it mends. */
  readonly made: number
}

/** A fix may make room for the next one, and the corpus needs three rounds at most; what would go on for longer needs a person. */
const mostRounds = 10

/** All safe fixes of a file, round by round until there are no more, as edits of the text as it stands. */
export function mend(project: Project, file: OpenFile, options: MendOptions): Mending {
  const rounds: (readonly Edit[])[] = []
  let made = 0
  let now = file
  while (rounds.length < mostRounds) {
    const fixes = apart(safeFixes(project, now, options))
    if (fixes.length === 0) break
    made += fixes.length
    const edits = fixes.flatMap((fix) => fix.edits)
    rounds.push(edits)
    now = openFile(file.path, applyEdits(now.text, edits))
  }
  return { edits: inOneRound(file.text, rounds), made }
}

function safeFixes(project: Project, file: OpenFile, options: MendOptions): readonly Fix[] {
  if (ignores(project, file.path)) return []
  const { findings } = whileReading(project, file, () => lintFile(project, file, options))
  return findings.flatMap((finding) => (options.rule === undefined || finding.rule === options.rule ? (safeFix(finding) ?? []) : []))
}

/** The fix of a finding that neither deletes nor invents what the writer meant; a finding has one at most that counts. */
export function safeFix({ fixes }: Finding): Fix | undefined {
  return fixes.find(({ safe }) => safe)
}

/** Those that do not touch one another; the rest waits for the next round. */
function apart(fixes: readonly Fix[]): readonly Fix[] {
  const taken: Span[] = []
  return fixes.filter(({ edits }) => {
    const spans = edits.map(({ span }) => span)
    if (spans.some((span) => touches(taken, span))) return false
    for (const span of spans) taken.splice(placeIn(taken, span), 0, span)
    return true
  })
}

/** How many of the spans, which are in order and apart, start before this one. */
function placeIn(spans: readonly Span[], { start }: Span): number {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((spans[middle]?.start ?? 0) < start) low = middle + 1
    else high = middle
  }
  return low
}

function touches(taken: readonly Span[], span: Span): boolean {
  const at = placeIn(taken, span)
  return [taken[at - 1], taken[at]].some((near) => near !== undefined && near.start <= span.end && span.start <= near.end)
}
