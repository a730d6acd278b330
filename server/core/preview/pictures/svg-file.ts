import { paintOnPaper } from '../style.ts'
import type { Drawing } from './drawing.ts'
import { svgOf } from './svg.ts'

/** A drawing as an SVG file of its own, in the colours of white paper. */
export function svgOnPaper(drawing: Drawing, id: string): string {
  return svgOf(drawing, {
    id,
    colour: paintOnPaper,
    font: "'Noto Sans', Arial, sans-serif",
    attributes: { xmlns: 'http://www.w3.org/2000/svg' },
  })
}
