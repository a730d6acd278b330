import { type Drawing, paintOnPaper, svgOf } from '../core/index.ts'

/** A drawing as an SVG file of its own, in the colours of white paper. */
export function svgFile(drawing: Drawing, id: string): string {
  return svgOf(drawing, {
    id,
    colour: paintOnPaper,
    font: "'Noto Sans', Arial, sans-serif",
    attributes: { xmlns: 'http://www.w3.org/2000/svg' },
  })
}
