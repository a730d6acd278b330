import { citationMark, codeIn } from './prose.ts'

/** A `[@id]` in prose: offsets of the id within the text. */
export interface ProseCitation {
  readonly id: string
  readonly from: number
  readonly to: number
}

/** The citations of a Markdown text. In code `[@id]` is an example of one. */
export function citationsIn(text: string): readonly ProseCitation[] {
  if (!text.includes('[@')) return []
  const inCode = codeIn(text)
  return [...text.matchAll(citationMark)]
    .map((match) => ({ id: match[1] ?? '', from: match.index + 2, to: match.index + 2 + (match[1] ?? '').length }))
    .filter(({ from }) => !inCode(from))
}

/** Whether a paragraph says where to look: a citation, a link, an address or a footnote. */
export function citesOrLinks(text: string): boolean {
  return /\[@|\]\(|:\/\/|www\.|\[\^/.test(text)
}
