import { isBlockStyle, type Node, type Pair } from '../syntax/tree.ts'
import { lineAround } from '../text/lines.ts'
import type { Edit, Span } from '../text/span.ts'
import type { Spot } from './refactoring.ts'

/** Where a node ends for a reader: the parser takes the comments and empty lines behind it for part of a block. */
export function contentEnd(text: string, node: Node): number {
  switch (node.kind) {
    case 'mapping': {
      const last = node.pairs.at(-1)
      return node.flow || !last ? node.end : pairEnd(text, last)
    }
    case 'sequence': {
      const last = node.items.at(-1)
      return node.flow || !last ? node.end : contentEnd(text, last)
    }
    case 'scalar':
      return isBlockStyle(node.style) && /[\r\n]/.test(text.charAt(node.end - 1)) ? breakBefore(text, node.end) : node.end
    case 'alias':
      return node.end
    default:
      return node satisfies never
  }
}

/** An empty value may be placed behind spaces or a comment; what a reader sees of such a pair ends with its colon. */
export function pairEnd(text: string, { key, value }: Pair): number {
  if (value && value.start < value.end) return contentEnd(text, value)
  return key.end + (/^[ \t]*:/.exec(text.slice(key.end, key.end + 80))?.[0].length ?? 0)
}

/** The offset before the line break that ends at an offset. */
function breakBefore(text: string, end: number): number {
  return text.startsWith('\r\n', end - 2) ? end - 2 : end - 1
}

/** A pair or an item of a block, without the dash. */
export function partSpan(text: string, part: Node | Pair): Span {
  return 'key' in part ? { start: part.key.start, end: pairEnd(text, part) } : { start: part.start, end: contentEnd(text, part) }
}

/** What stands before a part on its line; undefined where that is more than dashes and spaces. */
export function prefixOf(text: string, start: number): string | undefined {
  const prefix = text.slice(lineAround(text, start).start, start)
  return /^ *(?:- +)*$/.test(prefix) ? prefix : undefined
}

/**
 * The end of the last line of a part of a block. Comments on the lines below that
 * are indented deeper than the part belong to it.
 */
export function lastLineEnd(text: string, part: Node | Pair): number {
  const { start, end: content } = partSpan(text, part)
  const column = indentOf(text, start)
  let { end } = lineAround(text, content)
  for (let at = end; at < text.length; ) {
    const line = lineAround(text, at + (text.startsWith('\r\n', at) ? 2 : 1))
    const words = text.slice(line.start, line.end)
    if (!/^\s*(?:#|$)/.test(words)) break
    if (words.trim() !== '' && words.search(/\S/) <= column) break
    if (words.trim() !== '') end = line.end
    at = line.end
  }
  return end
}

/** The spaces at the beginning of the line on which an offset lies. */
export function indentOf(text: string, offset: number): number {
  return text.slice(lineAround(text, offset).start, offset).search(/[^ ]|$/)
}

/**
 * Whether a stretch is free of what cannot be moved or written twice: anchors,
 * aliases and tags, and blocks that keep the empty lines behind them.
 */
export function isMovable({ file: { text }, scalarAt, comments }: Spot, { start, end }: Span): boolean {
  let at = start
  for (const comment of [...commentsWithin(comments, { start, end }), { start: end, end }]) {
    for (const { 0: mark, index } of text.slice(at, comment.start).matchAll(/[&*!]|[|>][0-9-]{0,2}\+/g)) {
      const scalar = scalarAt(at + index)
      if (mark.length > 1 ? scalar?.start === at + index : !scalar) return false
    }
    at = comment.end
  }
  return true
}

/** Those comments, of all in order, that begin within a stretch. A list is asked for each of its items, so they are not walked through. */
export function commentsWithin(comments: readonly Span[], { start, end }: Span): readonly Span[] {
  return comments.slice(firstFrom(comments, start), firstFrom(comments, end))
}

function firstFrom(comments: readonly Span[], offset: number): number {
  let low = 0
  let high = comments.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((comments[middle]?.start ?? 0) < offset) low = middle + 1
    else high = middle
  }
  return low
}

export function insertAt(offset: number, text: string): Edit {
  return { span: { start: offset, end: offset }, text }
}
