import { pathAt } from '../syntax/path-at.ts'
import type { Finding, PlacedFinding } from '../text/finding.ts'
import type { OpenFile, Part } from '../workspace/file.ts'

/** The findings of one document of a file, by their fields. */
export function placedFindings(findings: readonly Finding[], file: OpenFile, part: Part): readonly PlacedFinding[] {
  const next = file.parts[file.parts.indexOf(part) + 1]?.tree.span.start ?? Number.POSITIVE_INFINITY
  const own = findings.filter(({ span }) => (part === file.parts[0] || span.start >= part.tree.span.start) && span.start < next)
  return own.map(({ rule, severity, message, span }) => ({ rule, severity, message, at: pathAt(part.tree.root, span.start, file.inside) }))
}
