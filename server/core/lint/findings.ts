import type { Report } from '../rules/rule.ts'
import { find, locate } from '../syntax/locate.ts'
import { type Finding, type Fix, type Level, milder, type Related } from '../text/finding.ts'
import { rangeOf } from '../text/lines.ts'
import { overlaps, type Span } from '../text/span.ts'
import type { OpenFile, Part } from '../workspace/file.ts'
import { fixFor } from './edits.ts'
import type { Ruled } from './structure-words.ts'

/** A finding, and where the value really stands when it is used through an alias or a merge key. */
export interface Located {
  readonly finding: Finding
  readonly origin: Span | undefined
}

/** A report with its place and fixes, at the level that holds here; nothing where that is `off`. */
export function locatedFindings(report: Ruled, file: OpenFile, part: Part, level: Level): readonly Located[] {
  const severity = milder(level, report.atMost ?? 'error')
  if (severity === 'off') return []
  const { root } = part.tree
  const span = clamp(placeOf(report, file, part), file.text)
  const origin = originOf(report, part)
  const anchor = origin
    ? [{ path: file.path, message: 'The value is written here.', ...rangeOf(file.lines, clamp(origin, file.text)) }]
    : []
  const related = (report.related ?? []).map(
    (r): Related => ('at' in r ? { path: file.path, message: r.message, ...rangeOf(file.lines, locate(root, r.at)) } : r),
  )
  const finding: Finding = {
    rule: report.rule,
    severity,
    message: report.message,
    span,
    ...rangeOf(file.lines, span),
    fixes: (report.fixes ?? []).flatMap((change) => fixFor(change, file, root) ?? []),
    related: [...anchor, ...related],
    ...(report.tag ? { tag: report.tag } : {}),
  }
  return [{ finding, origin }]
}

/**
 * One problem, one finding: a value behind an alias is told at its use only where
 * it is not told at the anchor already, and nothing is said of a place whose
 * syntax is broken.
 */
export function onlyOnce(found: readonly Located[], problems: readonly Finding[]): readonly Finding[] {
  const told = new Set(found.filter(({ origin }) => !origin).map(({ finding }) => keyOf(finding, finding.span)))
  const seen = new Set<string>()
  // A word that holds an unseen character is told with the character.
  const unseen = problems
    .filter(({ rule }) => rule === 'file-encoding')
    .flatMap(({ fixes }) => fixes.flatMap(({ edits }) => edits.map((e) => e.span)))
  const broken = overlapping([...problems.filter((p) => p.severity === 'error').map((p) => p.span), ...unseen])
  return found
    .filter(({ finding, origin }) => !(origin && told.has(keyOf(finding, origin))))
    .map(({ finding }) => finding)
    .filter((finding) => !broken(finding.span))
    .filter((finding) => seen.size !== seen.add(keyOf(finding, finding.span)).size)
}

/** Tells of a span whether it overlaps one of these; sorted once, because a broken file may have thousands. */
function overlapping(spans: readonly Span[]): (span: Span) => boolean {
  const sorted = [...spans].sort((a, b) => a.start - b.start)
  return (span) => {
    let low = 0
    let high = sorted.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((sorted[middle]?.start ?? 0) <= span.start) low = middle + 1
      else high = middle
    }
    return [sorted[low - 1], sorted[low]].some((near) => near !== undefined && (overlaps(near, span) || near.start === span.start))
  }
}

function keyOf({ rule, message }: Finding, { start, end }: Span): string {
  return `${rule} ${start} ${end} ${message}`
}

function placeOf({ at, on, within }: Report, file: OpenFile, { tree }: Part): Span {
  const { node, through, merged } = find(tree.root, at)
  if (within && node?.kind === 'scalar' && !through && !merged) return file.inside(node, within[0], within[1])
  if (at.length === 0) return firstWord(file.text, tree.root?.start ?? tree.span.start)
  return locate(tree.root, at, on)
}

/** A finding about the file as a whole is placed on its first line. */
function firstWord(text: string, from: number): Span {
  const end = /[\r\n]/.exec(text.slice(from))
  return { start: from, end: Math.min(end ? from + end.index : text.length, from + 80) }
}

function originOf({ at }: Report, { tree }: Part): Span | undefined {
  const { node, through, merged } = find(tree.root, at)
  const source = node?.kind === 'alias' ? node.target : through || merged ? node : undefined
  return source && { start: source.start, end: source.end }
}

interface PlacedProblem {
  readonly rule: string
  readonly span: Span
  readonly message: string
  readonly fixes: readonly Fix[]
}

export function problemFinding(problem: PlacedProblem, file: OpenFile, level: Level): readonly Finding[] {
  if (level === 'off') return []
  const { rule, message, fixes } = problem
  const span = clamp(problem.span, file.text)
  return [{ rule, severity: level, message, span, ...rangeOf(file.lines, span), fixes, related: [] }]
}

function clamp({ start, end }: Span, text: string): Span {
  const from = Math.min(Math.max(start, 0), text.length)
  return { start: from, end: Math.min(Math.max(end, from), text.length) }
}
