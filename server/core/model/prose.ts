import { fromMarkdown } from 'mdast-util-from-markdown'
import type { Nodes } from 'mdast'

/** The text as it is read, without the marks that cite. */
export function withoutCitations(text: string): string {
  return text.replace(/\[@[^\]\s]+\]/g, '')
}

type Stretch = readonly [from: number, to: number]

/**
 * Tells of a stretch of a Markdown text whether it speaks in other than the
 * writer's own words: in code, a quotation or a web address.
 */
export function borrowedIn(text: string): (from: number, to: number) => boolean {
  const borrowed = new Uint8Array(text.length)
  for (const [from, to] of [...markdownStretches(text), ...quotations(text), ...addresses(text)]) borrowed.fill(1, from, to)
  return (from, to) => from < to && !borrowed.subarray(from, to).includes(0)
}

function addresses(text: string): readonly Stretch[] {
  return [...text.matchAll(/\b(?:https?:\/\/|www\.)[^\s<>]+/giu)].map((match) => [match.index, match.index + match[0].length])
}

const quotationMarks = [
  ['“', '”'],
  ['„', '“'],
  ['«', '»'],
  ['"', '"'],
  ['‘', '’'],
  ["'", "'"],
] as const

/** Pairs of quotation marks within one paragraph. */
function quotations(text: string): readonly Stretch[] {
  const found: Stretch[] = []
  for (const paragraph of text.matchAll(/[^\n]+(?:\n[^\n]+)*/g)) {
    for (const [opening, closing] of quotationMarks) found.push(...pairs(paragraph[0], opening, closing).map(([from, to]): Stretch => [from + paragraph.index, to + paragraph.index]))
  }
  return found
}

function pairs(text: string, opening: string, closing: string): readonly Stretch[] {
  const found: Stretch[] = []
  for (let start = nextMark(text, opening, 0, 'opening'); start >= 0; ) {
    const end = nextMark(text, closing, start + 1, 'closing')
    if (end < 0) break
    found.push([start, end + 1])
    start = nextMark(text, opening, end + 1, 'opening')
  }
  return found
}

/** A mark that opens has no letter before it, and one that closes none behind it; else it is an apostrophe. */
function nextMark(text: string, mark: string, from: number, side: 'opening' | 'closing'): number {
  for (let at = text.indexOf(mark, from); at >= 0; at = text.indexOf(mark, at + 1)) {
    if (!/[\p{L}\p{N}]/u.test(text.charAt(side === 'opening' ? at - 1 : at + 1))) return at
  }
  return -1
}

/** Code, quoted paragraphs and the targets of links; a text without any of their marks is not parsed. */
function markdownStretches(text: string): readonly Stretch[] {
  if (!/[`>(]|^(?: {4}|\t)|~~~/m.test(text)) return []
  const found: Stretch[] = []
  const visit = (node: Nodes): void => {
    const from = node.position?.start.offset ?? 0
    const to = node.position?.end.offset ?? 0
    if (node.type === 'inlineCode' || node.type === 'code' || node.type === 'blockquote') found.push([from, to])
    else if (node.type === 'link') found.push([node.children.at(-1)?.position?.end.offset ?? from, to])
    else if ('children' in node) for (const inner of node.children) visit(inner)
  }
  visit(fromMarkdown(text))
  return found
}
