import { isPageLink } from '../links.ts'
import { type Attributes, escapeHtml, type Html, tag } from '../tags.ts'
import type { Drawing, Hatch, Label, Paint, Shape } from './drawing.ts'

interface Style {
  /** Sets the patterns of one picture apart from those of the others on a page. */
  readonly id: string
  /** A colour as SVG writes it. */
  readonly colour: (paint: Paint) => string
  readonly font: string
  /** Of the element itself, such as its name for a screen reader. */
  readonly attributes: Attributes
}

/** A drawing as SVG, within a page or, with `xmlns` among its attributes, as a file of its own. */
export function svgOf({ width, height, shapes }: Drawing, style: Style): Html {
  const size = { width: size2(width), height: size2(height), viewBox: `0 0 ${size2(width)} ${size2(height)}` }
  const patterns = [...hatchesIn(shapes)].sort().map((hatch) => patternOf(hatch, style))
  return tag(
    'svg',
    { ...style.attributes, ...size, 'font-family': style.font },
    ...(patterns.length > 0 ? [tag('defs', {}, ...patterns)] : []),
    ...shapes.map((shape) => svgShape(shape, style)),
  )
}

/** Whether something in a drawing can be followed or has a name of its own, so that it is not one picture to a screen reader. */
export function hasLinks(shapes: readonly Shape[]): boolean {
  return shapes.some((shape) => shape.kind === 'group' && (shape.href !== undefined || hasLinks(shape.shapes)))
}

/** Two decimals are finer than any eye. */
function size2(value: number): string {
  return String(Math.round(value * 100) / 100)
}

function svgShape(shape: Shape, style: Style): Html {
  switch (shape.kind) {
    case 'rectangle': {
      const { x, y, width, height, round } = shape
      const place = { x: size2(x), y: size2(y), width: size2(Math.max(0, width)), height: size2(Math.max(0, height)) }
      return painted('rect', { ...place, rx: round === undefined ? undefined : size2(round) }, shape, style)
    }
    case 'line':
      return painted('line', { x1: size2(shape.x1), y1: size2(shape.y1), x2: size2(shape.x2), y2: size2(shape.y2) }, shape, style)
    case 'circle':
      return painted('circle', { cx: size2(shape.x), cy: size2(shape.y), r: size2(shape.radius) }, shape, style)
    case 'path':
      return painted('path', { d: shape.d }, shape, style)
    case 'label':
      return svgLabel(shape, style)
    case 'group': {
      const inner = shape.shapes.map((part) => svgShape(part, style))
      // The name of a link begins with the words that are seen of it, as somebody who speaks to the machine says them.
      if (shape.href !== undefined && isPageLink(shape.href)) return tag('a', { href: shape.href, 'aria-label': shape.title }, ...inner)
      return tag('g', {}, ...(shape.title === undefined ? [] : [tag('title', {}, escapeHtml(shape.title))]), ...inner)
    }
    default:
      return shape satisfies never
  }
}

function svgLabel({ x, y, text, size, paint, bold, align, turn }: Label, { colour }: Style): Html {
  const attributes = {
    x: size2(x),
    y: size2(y),
    fill: colour(paint ?? 'ink'),
    'font-size': size2(size),
    'font-weight': bold ? '600' : undefined,
    'text-anchor': align === 'start' ? undefined : align,
    transform: turn === undefined ? undefined : `rotate(${size2(turn)} ${size2(x)} ${size2(y)})`,
  }
  return tag('text', attributes, escapeHtml(text))
}

type Painted = Exclude<Shape, Label | { readonly kind: 'group' }>

function painted(name: string, attributes: Attributes, look: Painted, style: Style): Html {
  const { fill, hatch, stroke, strokeWidth, dash } = look
  const outline = {
    stroke: stroke === undefined ? undefined : style.colour(stroke),
    'stroke-width': strokeWidth === undefined ? undefined : size2(strokeWidth),
    'stroke-dasharray': dash === undefined ? undefined : dash.map(size2).join(' '),
  }
  const shape = tag(name, { ...attributes, ...outline, fill: fill === undefined ? 'none' : style.colour(fill) })
  if (hatch === undefined) return shape
  return tag('g', {}, shape, tag(name, { ...attributes, fill: `url(#${style.id}-${hatch})` }))
}

function hatchesIn(shapes: readonly Shape[]): ReadonlySet<Hatch> {
  return new Set(
    shapes.flatMap((shape) => {
      if (shape.kind === 'group') return [...hatchesIn(shape.shapes)]
      return shape.kind === 'label' || shape.hatch === undefined ? [] : [shape.hatch]
    }),
  )
}

/** Side of the square that a pattern repeats. */
const side = 6

const strokes: Readonly<Record<Exclude<Hatch, 'dotted'>, string>> = {
  rising: `M-1 1L1 -1M0 ${side}L${side} 0M${side - 1} ${side + 1}L${side + 1} ${side - 1}`,
  falling: `M-1 ${side - 1}L1 ${side + 1}M0 0L${side} ${side}M${side - 1} -1L${side + 1} 1`,
  crossed: `M0 0L${side} ${side}M0 ${side}L${side} 0`,
}

function patternOf(hatch: Hatch, { id, colour }: Style): Html {
  const paper = colour('paper')
  const drawn =
    hatch === 'dotted'
      ? tag('circle', { cx: '3', cy: '3', r: '1.3', fill: paper })
      : tag('path', { d: strokes[hatch], stroke: paper, 'stroke-width': '1.5', fill: 'none' })
  return tag('pattern', { id: `${id}-${hatch}`, width: String(side), height: String(side), patternUnits: 'userSpaceOnUse' }, drawn)
}
