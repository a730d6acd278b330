import type { Report } from '../rules/rule.ts'
import type { OpenFile, Part } from '../workspace/file.ts'
import { spanInside } from '../syntax/inside.ts'
import { find, locate } from '../syntax/locate.ts'
import { type Finding, type Fix, type Level, milder, type Related } from '../text/finding.ts'
import { rangeOf } from '../text/lines.ts'
import type { Span } from '../text/span.ts'
import { fixFor } from './edits.ts'
import type { Ruled } from './structure-words.ts'

/** A report with its place and fixes, at the level that holds here; nothing where that is `off`. */
export function findingsOf(report: Ruled, file: OpenFile, part: Part, level: Level): readonly Finding[] {
  const severity = milder(level, report.atMost ?? 'error')
  if (severity === 'off') return []
  const { root } = part.tree
  const span = clamp(placeOf(report, file, part), file.text)
  return [
    {
      rule: report.rule,
      severity,
      message: report.message,
      span,
      ...rangeOf(file.lines, span),
      fixes: (report.fixes ?? []).flatMap((change) => fixFor(change, file.text, root) ?? []),
      related: [...anchorOf(report, file, part), ...(report.related ?? []).map((r) => ('at' in r ? { path: file.path, message: r.message, ...rangeOf(file.lines, locate(root, r.at)) } : r))],
    },
  ]
}

function placeOf({ at, on, within }: Report, file: OpenFile, { tree }: Part): Span {
  const { node, through, merged } = find(tree.root, at)
  if (within && node?.kind === 'scalar' && !through && !merged) return spanInside(file.text, node, within[0], within[1])
  if (at.length === 0) return firstWord(file.text, tree.root?.start ?? tree.span.start)
  return locate(tree.root, at, on)
}

/** A finding about the file as a whole is placed on its first line. */
function firstWord(text: string, from: number): Span {
  const end = /[\r\n]/.exec(text.slice(from))
  return { start: from, end: Math.min(end ? from + end.index : text.length, from + 80) }
}

/** Where the value comes from, when it is used through an alias or a merge key. */
function anchorOf({ at }: Report, file: OpenFile, { tree }: Part): readonly Related[] {
  const { node, through, merged } = find(tree.root, at)
  const source = node?.kind === 'alias' ? node.target : through || merged ? node : undefined
  return source ? [{ path: file.path, message: 'The value is written here.', ...rangeOf(file.lines, clamp(source, file.text)) }] : []
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
