import type { CodeActionContext, Diagnostic, Position, Range } from 'vscode-languageserver-types'
import type { Finding } from '../text/finding.ts'
import { diagnosticOf } from './diagnostic.ts'
import type { FeatureContext } from './feature.ts'

/** A finding as the client shows it. */
export interface Shown {
  readonly finding: Finding
  readonly diagnostic: Diagnostic
}

/**
 * The findings that an action may be about: those that the client names, as far
 * as they still hold, else all that the range touches. What the client shows may
 * be of an older text.
 */
export async function touchedFindings(
  { findings, uri }: FeatureContext,
  range: Range,
  context: CodeActionContext,
): Promise<readonly Shown[]> {
  const touched = (await findings())
    .map((finding) => ({ finding, diagnostic: diagnosticOf(finding, uri) }))
    .filter(({ diagnostic }) => touches(diagnostic.range, range))
  const named = touched.flatMap(({ finding, diagnostic }) => {
    const known = context.diagnostics.find((other) => isSame(other, diagnostic))
    return known ? [{ finding, diagnostic: known }] : []
  })
  return named.length > 0 ? named : touched
}

function isSame(a: Diagnostic, b: Diagnostic): boolean {
  return a.code === b.code && a.message === b.message && samePlace(a.range.start, b.range.start) && samePlace(a.range.end, b.range.end)
}

function samePlace(a: Position, b: Position): boolean {
  return a.line === b.line && a.character === b.character
}

function touches(a: Range, b: Range): boolean {
  const before = (p: Position, q: Position) => p.line < q.line || (p.line === q.line && p.character < q.character)
  return !before(a.end, b.start) && !before(b.end, a.start)
}
