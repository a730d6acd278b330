import type { Finding, Fix } from '../text/finding.ts'
import { inOneRound } from '../text/rounds.ts'
import { applyEdits, type Edit, type Span } from '../text/span.ts'
import { type OpenFile, openFile } from '../workspace/file.ts'
import type { Project } from '../workspace/project.ts'
import { ignores, type LintOptions, lintFile } from './lint.ts'
import { isReadWorse, whileReading } from './trial.ts'

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
    const { fixes, next } = harmless(now, apart(safeFixes(project, now, options)))
    if (fixes.length === 0) break
    made += fixes.length
    rounds.push(fixes.flatMap((fix) => fix.edits))
    now = next
  }
  return { edits: inOneRound(file.text, rounds), made }
}

interface Round {
  readonly fixes: readonly Fix[]
  /** The file after them. */
  readonly next: OpenFile
}

/**
 * Those after which the text is read no worse. That every fix leaves a text that
 * can be read is tested, and what no test has thought of must not reach a file;
 * so where together they do harm, each half is tried alone.
 */
export function harmless(file: OpenFile, fixes: readonly Fix[]): Round {
  if (fixes.length === 0) return { fixes, next: file }
  const next = openFile(
    file.path,
    applyEdits(
      file.text,
      fixes.flatMap(({ edits }) => edits),
    ),
  )
  if (!isReadWorse(file, next)) return { fixes, next }
  if (fixes.length === 1) return { fixes: [], next: file }
  const middle = fixes.length >> 1
  const first = harmless(file, fixes.slice(0, middle))
  return first.fixes.length > 0 ? first : harmless(file, fixes.slice(middle))
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
