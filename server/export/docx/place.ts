import { type IParagraphOptions, Paragraph, type Table } from 'docx'
import type { Blocks, Inlines } from '../../core/index.ts'
import { type Look, runs } from './inlines.ts'

/** A picture in both forms that Word asks for: SVG, and PNG for programs that cannot show it. */
export interface Picture {
  readonly svg: string
  readonly png: Uint8Array
}

/** Where blocks stand, and what the writer of a document knows beside them. */
export interface Place {
  /** Of the heading above. */
  readonly level: number
  readonly style: string
  readonly look: Look
  readonly isRightToLeft: boolean
  /** Twentieths of a point that text has from side to side. */
  readonly width: number
  /** How deep in lists; -1 outside. */
  readonly depth: number
  readonly pictures: ReadonlyMap<string, Picture>
  /** A number for each numbered list, so that it begins at 1. */
  readonly nextList: () => number
}

export type DocxBlock = Paragraph | Table

/** Writes blocks inside others. */
export type Write = (blocks: Blocks, place: Place) => readonly DocxBlock[]

export function paragraph(
  content: Inlines,
  { style, look, isRightToLeft, depth }: Place,
  more: Partial<IParagraphOptions> = {},
): Paragraph {
  // What goes on below the first line of an item is set in as far as the item.
  const indent = depth >= 0 ? { indent: { left: 360 * (depth + 1) } } : {}
  return new Paragraph({ style, bidirectional: isRightToLeft, ...indent, ...more, children: [...runs(content, look)] })
}

/** Two tables would grow together without a line between them. */
export function spacer({ isRightToLeft }: Pick<Place, 'isRightToLeft'>): Paragraph {
  return new Paragraph({ style: 'TableText', bidirectional: isRightToLeft, children: [] })
}
