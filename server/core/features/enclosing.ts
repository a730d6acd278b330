import { citationMark } from '../model/prose.ts'
import { commentsIn } from '../syntax/comments.ts'
import { contentEnd, extentOf, itemExtents, pairExtent } from '../syntax/extent.ts'
import type { Node, Scalar } from '../syntax/tree.ts'
import { lineAround } from '../text/lines.ts'
import { paragraphAt, sentenceAt, wordAt } from '../text/prose-parts.ts'
import type { Span } from '../text/span.ts'
import type { OpenFile } from '../workspace/file.ts'

/** A reader of what lies around a place, from the word outwards to the whole text, each larger than the one before. */
export function enclosingReader(file: OpenFile): (offset: number) => readonly Span[] {
  const comments = commentsIn(
    file.text,
    file.parts.map(({ tree }) => tree.root),
  )
  return (offset) => {
    const isAround = (span: Span) => touches(span, offset)
    const around = [{ start: 0, end: file.text.length }, ...documentSpans(file, offset)].filter(isAround)
    const comment = comments.find(isAround)
    const inner = comment ? commentSpans(file.text, comment, offset) : lineSpans(file.text, around.at(-1), offset)
    return growing([...around, ...inner.filter(isAround)].reverse())
  }
}

/** Each holds the one before it and is larger. */
function growing(spans: readonly Span[]): readonly Span[] {
  const found: Span[] = []
  for (const span of spans) {
    const inner = found.at(-1)
    const holds = inner === undefined || (span.start <= inner.start && inner.end <= span.end)
    const isLarger = inner === undefined || span.end - span.start > inner.end - inner.start
    if (holds && isLarger) found.push(span)
  }
  return found
}

// From here on the larger comes before the smaller, and some of what is found may lie beside the place.

function documentSpans({ text, parts }: OpenFile, offset: number): readonly Span[] {
  const part = parts.findLast(({ tree }) => tree.span.start <= offset) ?? parts[0]
  if (!part) return []
  const { span, root } = part.tree
  const whole = parts.length > 1 ? [extentOf(text, span)] : []
  return [...whole, ...nodeSpans(text, root, offset)]
}

function touches({ start, end }: Span, offset: number): boolean {
  return start <= offset && offset <= end
}

function nodeSpans(text: string, node: Node | undefined, offset: number): readonly Span[] {
  if (!node) return []
  const extent = extentOf(text, node)
  if (node.kind === 'scalar') return touches(extent, offset) ? scalarSpans(text, node, offset) : []
  if (node.kind === 'alias') return [extent]
  const below = node.kind === 'mapping' ? pairSpans(text, node, offset) : itemSpans(text, node, offset)
  return [extent, ...insideBrackets(text, node), ...below]
}

function insideBrackets(text: string, { flow, start, end }: Span & { readonly flow: boolean }): readonly Span[] {
  if (!flow || end - start < 2 || !/[\]}]/.test(text.charAt(end - 1))) return []
  let first = start + 1
  while (first < end - 1 && /\s/.test(text.charAt(first))) first++
  return [{ start: first, end: contentEnd(text, { start: first, end: end - 1 }) }]
}

function pairSpans(text: string, { pairs }: Extract<Node, { kind: 'mapping' }>, offset: number): readonly Span[] {
  const pair = pairs.findLast((each) => touches(pairExtent(text, each), offset))
  if (!pair) return []
  const inner = nodeSpans(text, touches(pair.key, offset) ? pair.key : pair.value, offset)
  return [pairExtent(text, pair), ...inner]
}

function itemSpans(text: string, node: Extract<Node, { kind: 'sequence' }>, offset: number): readonly Span[] {
  const extents = itemExtents(text, node)
  const at = extents.findLastIndex((extent) => touches(extent, offset))
  const extent = extents[at]
  return extent ? [extent, ...nodeSpans(text, node.items[at], offset)] : []
}

/** A text with its marks, without them, then by paragraph, sentence and word. */
function scalarSpans(text: string, scalar: Scalar, offset: number): readonly Span[] {
  const extent = extentOf(text, scalar)
  const content = contentOf(text, scalar)
  return [extent, ...(touches(content, offset) ? [content, ...proseSpans(text, content, offset)] : [])]
}

function contentOf(text: string, { style, start, end }: Scalar): Span {
  if (style === 'plain') return extentOf(text, { start, end })
  if (style === 'single' || style === 'double') {
    const closed = end - start > 1 && text[end - 1] === text[start]
    return { start: start + 1, end: Math.max(start + 1, closed ? end - 1 : end) }
  }
  let first = lineAround(text, start).end
  const last = contentEnd(text, { start, end })
  while (first < last && /\s/.test(text.charAt(first))) first++
  return { start: first, end: Math.max(first, last) }
}

function proseSpans(text: string, within: Span, offset: number): readonly Span[] {
  const paragraph = paragraphAt(text, offset, within)
  const sentence = paragraph ? [paragraph, sentenceAt(text, offset, paragraph)] : []
  const citation = citationAt(text, offset, within)
  const word = wordAt(text, offset, within)
  return [...sentence, ...(citation ? [citation] : []), ...(word ? [word] : [])]
}

/** As far on both sides as the longest mark reaches. */
const longestMark = 210

function citationAt(text: string, offset: number, within: Span): Span | undefined {
  const from = Math.max(within.start, offset - longestMark)
  const marks = text.slice(from, Math.min(within.end, offset + longestMark)).matchAll(citationMark)
  return [...marks]
    .map(({ index, 0: mark }) => ({ start: from + index, end: from + index + mark.length }))
    .find((span) => touches(span, offset))
}

/** Where the text is too broken to be read, there are still lines and words. */
function lineSpans(text: string, innermost: Span | undefined, offset: number): readonly Span[] {
  const line = extentOf(text, lineAround(text, offset))
  if (!innermost || innermost.start > line.start || line.end > innermost.end) return []
  const word = wordAt(text, offset, line)
  return [line, ...(word ? [word] : [])]
}

function commentSpans(text: string, comment: Span, offset: number): readonly Span[] {
  const start = comment.start + (/^#+[ \t]*/.exec(text.slice(comment.start, comment.end))?.[0].length ?? 0)
  const words = { start, end: Math.max(start, contentEnd(text, comment)) }
  return [comment, words, ...(touches(words, offset) ? proseSpans(text, words, offset) : [])]
}
