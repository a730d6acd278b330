import { lineRows, type Piece } from './lines.ts'
import type { Element, Row, Sheet, Style } from './sheet.ts'

/** Where blocks stand. */
export interface Place {
  readonly sheet: Sheet
  /** What they are parts of, to a screen reader. */
  readonly element: Element
  readonly width: number
  readonly style: Style
  /** Of the heading above. */
  readonly level: number
  readonly before: number
  /** Entries of the outline that a reader shows beside the pages. */
  readonly outline: (title: string, level: number) => void
}

export function quiet(style: Style): Style {
  return { ...style, size: style.size * 0.88, paint: 'quiet' }
}

/** An element of the structure with what stands in it. */
export function inside(tag: string, place: Place): Place {
  const element = place.sheet.pdf.struct(tag)
  place.element.add(element)
  return { ...place, element }
}

export function textRows(tag: string, pieces: readonly Piece[], place: Place): readonly Row[] {
  const { element } = inside(tag, place)
  return lineRows(pieces, place.width, { sheet: place.sheet, element, before: place.before })
}
