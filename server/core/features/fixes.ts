import type { TextEdit } from 'vscode-languageserver-types'
import type { Finding } from '../text/finding.ts'
import { lineStarts } from '../text/lines.ts'
import type { Edit } from '../text/span.ts'
import { protocolRange } from './feature.ts'

/** Edits of a text as the protocol has them. */
export function textEdits(text: string, edits: readonly Edit[]): TextEdit[] {
  const lines = lineStarts(text)
  return edits.map(({ span, text: newText }) => ({ range: protocolRange(lines, span), newText }))
}

/** The safe fixes of a file that do not touch one another; the rest waits for the next time. */
export function safeFixes(findings: readonly Finding[]): readonly Edit[] {
  const taken: { readonly start: number; readonly end: number }[] = []
  return findings.flatMap(({ fixes }) => {
    const fix = fixes.find((f) => f.safe)
    if (!fix || fix.edits.some((e) => taken.some((t) => e.span.start <= t.end && t.start <= e.span.end))) return []
    taken.push(...fix.edits.map((e) => e.span))
    return fix.edits
  })
}
