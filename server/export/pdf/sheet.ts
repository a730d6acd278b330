import type PDFDocument from 'pdfkit'
import type { paintOnPaper } from '../../core/index.ts'
import type { Face, Fonts } from './fonts.ts'

export type Pdf = InstanceType<typeof PDFDocument>

/** An element of the structure that screen readers go by. */
export type Element = ReturnType<Pdf['struct']>

export type Paint = Parameters<typeof paintOnPaper>[0]

/** Where things are drawn, and what everything that draws needs. Lengths are points. */
export interface Sheet {
  readonly pdf: Pdf
  readonly fonts: Fonts
  /** How wide letters are at a size of one point, by face and letter. */
  readonly letters: Map<string, number>
}

/** The page: A4 with the margins of the printed HTML page. */
export const page = { width: 595.28, height: 841.89, left: 62, right: 62, top: 70, bottom: 72 }

export const textWidth = page.width - page.left - page.right
export const textHeight = page.height - page.top - page.bottom

/**
 * Something of a height that is drawn in one piece: a line of text, a row of a
 * table, a picture. A page is filled with them one after the other.
 */
export interface Row {
  readonly height: number
  /** Space above it, which falls away at the top of a page. */
  readonly before: number
  /** It may not be the last of its page, as a heading may not. */
  readonly keep?: boolean
  /** What is drawn anew above it at the top of a page, as the head of a table. */
  readonly head?: Row
  readonly draw: (x: number, y: number) => void
}

/** How words look. */
export interface Style {
  readonly face: Face
  readonly size: number
  readonly paint: Paint
}

/** Draws what is no part of the text, such as a line, so that a screen reader passes over it. */
export function asArtifact({ pdf }: Sheet, draw: () => void): void {
  pdf.markContent('Artifact', { type: 'Layout' })
  draw()
  pdf.endMarkedContent()
}

/** Draws a part of an element. One element may have parts on several pages. */
export function asPart({ pdf }: Sheet, element: Element, tag: string, draw: () => void): void {
  const content = pdf.markStructureContent(tag)
  draw()
  pdf.endMarkedContent()
  element.add(content)
}
