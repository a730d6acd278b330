import type { Document } from '../model/document.ts'
import { commentsIn, scalarFinder } from '../syntax/comments.ts'
import { isSound } from '../syntax/parse.ts'
import { lineAround } from '../text/lines.ts'
import type { Span } from '../text/span.ts'
import type { OpenFile, Part } from '../workspace/file.ts'
import type { Setting, Spot } from './refactoring.ts'
import { stepsTo } from './steps.ts'

/** Where a selection stands; undefined in a document whose syntax is broken, or that is none of ours. */
export function spotAt(file: OpenFile, selected: Span, setting: Setting): Spot | undefined {
  const { text, parts } = file
  const part = parts.findLast(({ tree }) => tree.span.start <= selected.start) ?? parts[0]
  if (!part || !isOurs(part) || !isSound(part.tree)) return undefined
  const roots = parts.map(({ tree }) => tree.root)
  const selection = fromFirstWord(text, selected)
  const steps = stepsTo(text, part.tree.root, selection)
  return { file, part, selection, steps, comments: commentsIn(text, roots), scalarAt: scalarFinder(roots), setting }
}

function isOurs(part: Part): part is Part & { readonly document: Document } {
  return part.document.kind !== undefined
}

/** A cursor in the indentation of a line, or at its dash, means the entry that begins there. */
function fromFirstWord(text: string, selection: Span): Span {
  if (selection.start !== selection.end) return selection
  const line = lineAround(text, selection.start)
  const [prefix = ''] = /^[ ]*(?:- +)*/.exec(text.slice(line.start, line.end)) ?? []
  const at = Math.max(selection.start, Math.min(line.start + prefix.length, line.end))
  return { start: at, end: at }
}
