import { fromMarkdown } from 'mdast-util-from-markdown'
import type { Nodes } from 'mdast'

/** A `[@id]` in prose: offsets of the id within the text. */
export interface ProseCitation {
  readonly id: string
  readonly from: number
  readonly to: number
}

const mark = /\[@([^\]\s]+)\]/g

/**
 * The citations of a Markdown text. Inside code they are an example, not a
 * citation; only where there is code is the Markdown parsed at all.
 */
export function citationsIn(text: string): readonly ProseCitation[] {
  if (!text.includes('[@')) return []
  const code = /[`]|^(?: {4}|\t)|~~~/m.test(text) ? codeRanges(text) : []
  return [...text.matchAll(mark)]
    .map((match) => ({ id: match[1] ?? '', from: match.index + 2, to: match.index + 2 + (match[1] ?? '').length }))
    .filter(({ from }) => !code.some(([start, end]) => start <= from && from < end))
}

function codeRanges(text: string): readonly (readonly [number, number])[] {
  const ranges: [number, number][] = []
  const visit = (node: Nodes): void => {
    if (node.type === 'inlineCode' || node.type === 'code') {
      ranges.push([node.position?.start.offset ?? 0, node.position?.end.offset ?? 0])
    } else if ('children' in node) for (const inner of node.children) visit(inner)
  }
  visit(fromMarkdown(text))
  return ranges
}
