import { lineAround } from './lines.ts'
import { sentencesIn } from './sentences.ts'
import type { Span } from './span.ts'

/** The word around a place, with its hyphens and apostrophes; nothing between two words. */
export function wordAt(text: string, offset: number, within: Span): Span | undefined {
  let { start, end } = { start: offset, end: offset }
  while (start > within.start && inWord.test(text.charAt(start - 1))) start--
  while (end < within.end && inWord.test(text.charAt(end))) end++
  while (start < end && joins.test(text.charAt(start))) start++
  while (end > start && joins.test(text.charAt(end - 1))) end--
  return start < end && start <= offset && offset <= end ? { start, end } : undefined
}

/** Halves of a surrogate pair count as letters, so that no character is cut in two. */
const inWord = /[\p{L}\p{M}\p{N}\ud800-\udfff_'’/+-]/u
const joins = /['’/+-]/

/** A mark before a point of a list, or before a heading. */
const marker = /^(?:[-*+]|\d{1,9}[.)]|#{1,6}|>)[ \t]+/

/** Lines around a place up to empty ones; a point of a list and a heading begin anew. */
export function paragraphAt(text: string, offset: number, within: Span): Span | undefined {
  const line = lineIn(text, offset, within)
  if (line.start === line.end) return undefined
  let { start, end } = line
  for (let first = line; !marker.test(text.slice(first.start, first.end)); start = first.start) {
    const above = lineIn(text, beforeBreak(text, lineAround(text, first.start).start), within)
    if (above.start === above.end || above.start >= first.start) break
    first = above
  }
  for (let last = line; ; end = last.end) {
    const below = lineIn(text, afterBreak(text, lineAround(text, last.end).end), within)
    if (below.start === below.end || below.end <= last.end || marker.test(text.slice(below.start, below.end))) break
    last = below
  }
  return { start, end }
}

/** The words of a line that lie within a stretch. */
function lineIn(text: string, offset: number, within: Span): Span {
  const line = lineAround(text, offset)
  let [start, end] = [Math.max(line.start, within.start), Math.min(line.end, within.end)]
  while (start < end && /\s/.test(text.charAt(start))) start++
  while (end > start && /\s/.test(text.charAt(end - 1))) end--
  return { start, end: Math.max(start, end) }
}

function beforeBreak(text: string, lineStart: number): number {
  if (lineStart === 0) return 0
  return lineStart - (text[lineStart - 1] === '\n' && text[lineStart - 2] === '\r' ? 2 : 1)
}

function afterBreak(text: string, lineEnd: number): number {
  return Math.min(text.length, lineEnd + (text[lineEnd] === '\r' && text[lineEnd + 1] === '\n' ? 2 : 1))
}

/** A paragraph may be as long as a file; nobody selects a sentence longer than this. */
const longest = 4000

/** The sentence of a paragraph around a place. */
export function sentenceAt(text: string, offset: number, paragraph: Span): Span {
  const mark = marker.exec(text.slice(paragraph.start, Math.min(paragraph.end, paragraph.start + 20)))?.[0].length ?? 0
  const from = Math.max(paragraph.start + mark, offset - longest)
  const whole = text.slice(from, Math.min(paragraph.end, offset + longest))
  let found = { start: 0, end: whole.trimEnd().length }
  for (const sentence of sentencesIn(whole)) {
    if (from + sentence.start > offset) break
    found = sentence
  }
  return { start: from + found.start, end: from + found.end }
}
