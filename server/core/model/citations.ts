import { codeIn } from './prose.ts'

/** A `[@id]` in prose: offsets of the id within the text. */
export interface ProseCitation {
  readonly id: string
  readonly from: number
  readonly to: number
}

/** Bounded, because "[@[@[@…" would make an open-ended search look through the rest of the text each time. */
const mark = /\[@([^\]\s]{1,200})\]/g

/** The text as a reader counts its words: a citation becomes a number or a note. */
export function withoutCitations(text: string): string {
  return text.replace(mark, ' ')
}

/** The citations of a Markdown text. In code `[@id]` is an example of one. */
export function citationsIn(text: string): readonly ProseCitation[] {
  if (!text.includes('[@')) return []
  const inCode = codeIn(text)
  return [...text.matchAll(mark)]
    .map((match) => ({ id: match[1] ?? '', from: match.index + 2, to: match.index + 2 + (match[1] ?? '').length }))
    .filter(({ from }) => !inCode(from))
}
