import { type Drawing, paintOnPaper } from '../../core/index.ts'
import { asPart, type Element, type Row, type Sheet } from './sheet.ts'

type Shape = Drawing['shapes'][number]
type Painted = Exclude<Shape, { readonly kind: 'label' } | { readonly kind: 'group' }>

interface Frame {
  readonly width: number
  /** The most that a page has room for. */
  readonly height: number
}

/** A drawing as one row, as large as it was meant to be or as there is room. */
export function figureRow(drawing: Drawing, frame: Frame, sheet: Sheet, element: Element): Row {
  const scale = Math.min(0.75, frame.width / drawing.width, frame.height / drawing.height)
  return {
    height: drawing.height * scale,
    before: 4,
    keep: true,
    draw: (x, y) =>
      asPart(sheet, element, 'Figure', () => {
        const { pdf } = sheet
        pdf.save().translate(x, y).scale(scale)
        pdf.rect(0, 0, drawing.width, drawing.height).clip()
        for (const shape of drawing.shapes) drawShape(shape, sheet)
        pdf.restore()
      }),
  }
}

function drawShape(shape: Shape, sheet: Sheet): void {
  switch (shape.kind) {
    case 'group':
      for (const part of shape.shapes) drawShape(part, sheet)
      return
    case 'label':
      drawLabel(shape, sheet)
      return
    default:
      drawPainted(shape, sheet)
  }
}

function drawLabel(label: Extract<Shape, { readonly kind: 'label' }>, { pdf, fonts }: Sheet): void {
  const { x, y, size, paint = 'ink', bold, align = 'start', turn } = label
  const text = fonts.shown(label.text)
  pdf
    .font(bold ? 'bold' : 'regular')
    .fontSize(size)
    .fillColor(paintOnPaper(paint))
  const long = pdf.widthOfString(text)
  const left = align === 'middle' ? x - long / 2 : align === 'end' ? x - long : x
  pdf.save()
  if (turn !== undefined) pdf.rotate(turn, { origin: [x, y] })
  pdf.text(text, left, y, { lineBreak: false, baseline: 'alphabetic' })
  pdf.restore()
}

function drawPainted(shape: Painted, sheet: Sheet): void {
  const { pdf } = sheet
  const { fill, hatch, stroke, strokeWidth, dash } = shape
  if (fill !== undefined) {
    outline(shape, sheet)
    pdf.fill(paintOnPaper(fill))
  }
  if (hatch !== undefined) {
    outline(shape, sheet)
    pdf.fill([hatchOf(hatch, sheet), paintOnPaper('paper')])
  }
  if (stroke === undefined) return
  pdf.save().lineWidth(strokeWidth ?? 1)
  if (dash) pdf.dash(dash[0], { space: dash[1] })
  outline(shape, sheet)
  pdf.stroke(paintOnPaper(stroke)).restore()
}

function outline(shape: Painted, { pdf }: Sheet): void {
  switch (shape.kind) {
    case 'rectangle': {
      const { x, y, width, height, round = 0 } = shape
      if (round > 0) pdf.roundedRect(x, y, Math.max(0, width), Math.max(0, height), Math.min(round, width / 2, height / 2))
      else pdf.rect(x, y, Math.max(0, width), Math.max(0, height))
      return
    }
    case 'circle':
      pdf.circle(shape.x, shape.y, shape.radius)
      return
    case 'line':
      pdf.moveTo(shape.x1, shape.y1).lineTo(shape.x2, shape.y2)
      return
    case 'path':
      pdf.path(shape.d)
      return
    default:
      shape satisfies never
  }
}

/** Patterns as operators of PDF, in a square of four points; the library colours them. */
const hatches: Readonly<Record<NonNullable<Painted['hatch']>, string>> = {
  rising: '1 w 0 0 m 4 4 l -1 3 m 1 5 l 3 -1 m 5 1 l S',
  falling: '1 w 0 4 m 4 0 l -1 1 m 1 -1 l 3 5 m 5 3 l S',
  crossed: '0.8 w 0 0 m 4 4 l 0 4 m 4 0 l S',
  dotted: '1 1 1.6 1.6 re f',
}

function hatchOf(hatch: NonNullable<Painted['hatch']>, { pdf }: Sheet) {
  return pdf.pattern([0, 0, 4, 4], 4, 4, hatches[hatch])
}
