import type { Position, Range } from 'vscode-languageserver-types'
import { lineText, placeAt } from '../text/lines.ts'
import type { Span } from '../text/span.ts'
import type { Project } from '../workspace/project.ts'

/** What a language feature may look at. There is no clock: `today` is given. */
export interface FeatureContext {
  readonly project: Project
  readonly path: string
  /** The text as it stands in the editor, without a byte order mark. */
  readonly text: string
  readonly today: string
  /** Nobody waits for the answer any more. */
  readonly cancelled: () => boolean
}

/** The offset of a position; one behind the end of its line or of the text is moved to that end. */
export function offsetAt(text: string, lines: readonly number[], { line, character }: Position): number {
  const start = lines[Math.max(0, line)]
  if (start === undefined) return text.length
  return start + Math.min(Math.max(0, character), lineText(text, lines, Math.max(0, line) + 1).length)
}

/** A stretch of a text as the protocol counts: lines and columns from 0. */
export function protocolRange(lines: readonly number[], { start, end }: Span): Range {
  return { start: position(lines, start), end: position(lines, end) }
}

function position(lines: readonly number[], offset: number): Position {
  const { line, column } = placeAt(lines, offset)
  return { line: line - 1, character: column - 1 }
}
