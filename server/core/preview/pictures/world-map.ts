import { geoEqualEarth } from 'd3-geo'
import type { Drawing, Label, Shape } from './drawing.ts'
import { legend, lookOf } from './looks.ts'
import { fitted, textWidth } from './measure.ts'
import { otherLand, plane, points, shapes as shapesOfStates } from './world.generated.ts'

/** States that have something in common, by their codes, and what that is. */
export interface MapGroup {
  readonly words: string
  readonly countries: readonly string[]
}

/** A place by its coordinates in degrees, north and east. */
export interface MapPlace {
  readonly name: string
  readonly lat: number
  readonly lon: number
}

export interface MapRequest {
  readonly groups: readonly MapGroup[]
  readonly places: readonly MapPlace[]
  readonly nameOf: (code: string) => string
}

/** Whether a map can show a country: former States and a few territories have neither shape nor point. */
export function isOnMap(code: string): boolean {
  return Object.hasOwn(points, code)
}

const width = 720
const mostHeight = 400
const leastHeight = 260

/** The part of the plane that is seen, and how many pixels a unit of it takes. */
interface Crop {
  readonly x: number
  readonly y: number
  readonly scale: number
  readonly height: number
}

/** The world, or the part of it that matters, with the States of each group and the places. Nothing where there is nothing to show. */
export function worldMap({ groups, places, nameOf }: MapRequest): Drawing | undefined {
  const shown = groups.map(({ words, countries }) => ({ words, countries: countries.filter(isOnMap) }))
  const spots = places.flatMap((place) => spotOf(place))
  const centres = shown.flatMap(({ countries }) => countries.flatMap((code) => pointOf(code)))
  if (centres.length + spots.length === 0) return undefined
  const coloured = new Set(shown.flatMap(({ countries }) => countries))
  const crop = cropFor([...centres, ...[...coloured].flatMap(cornersOf), ...spots.map(({ at }) => at)])
  const land = [...Object.entries(shapesOfStates).flatMap(([code, rings]) => (coloured.has(code) ? [] : [rings])), ...otherLand]
  const key = legend(
    shown.flatMap(({ words, countries }, i) => (countries.length > 0 ? [{ look: lookOf(i), words }] : [])),
    { x: 0, y: crop.height + 8, width },
  )
  const height = crop.height + (key.height > 0 ? 8 + key.height : 0)
  const states = shown.flatMap(({ countries }, i) => countries.map((code) => stateShapes(code, i, nameOf(code), crop)))
  return {
    width,
    height,
    shapes: [
      { kind: 'path', d: land.map((rings) => pathOf(rings, crop)).join(''), fill: 'tint', stroke: 'rule', strokeWidth: 0.5 },
      ...states,
      ...labelled(spots, [...new Set(coloured)], nameOf, crop),
      // What of the land reaches beyond the map is covered.
      { kind: 'rectangle', x: -1, y: crop.height, width: width + 2, height: height - crop.height + 1, fill: 'paper' },
      { kind: 'rectangle', x: 0.5, y: 0.5, width: width - 1, height: crop.height - 1, stroke: 'rule', strokeWidth: 1 },
      ...key.shapes,
    ],
  }
}

type Point = readonly [x: number, y: number]

function pointOf(code: string): readonly Point[] {
  const point = Object.hasOwn(points, code) ? points[code] : undefined
  return point ? [point] : []
}

/** Of a State of islands all the large ones are to be seen, of others not each far piece. */
const largePiece = 0.6

/** The corners of the boxes around the large pieces of a State's land. */
function cornersOf(code: string): readonly Point[] {
  const rings = Object.hasOwn(shapesOfStates, code) ? (shapesOfStates[code]?.split(' z ') ?? []) : []
  const boxes = rings.map(boxOf)
  const largest = Math.max(...boxes.map(longerSide))
  return boxes
    .filter((box) => longerSide(box) >= largePiece * largest)
    .flatMap(({ x, y, width: wide, height }): readonly Point[] => [
      [x, y],
      [x + wide, y + height],
    ])
}

function spotOf({ name, lat, lon }: MapPlace): readonly { readonly name: string; readonly at: Point }[] {
  if (!(Math.abs(lat) <= 90 && Math.abs(lon) <= 180)) return []
  const at = geoEqualEarth()
    .scale(plane.scale)
    .translate([plane.translate[0] ?? 0, plane.translate[1] ?? 0])([lon, lat])
  return at ? [{ name, at }] : []
}

/** Antarctica is left out, unless something lies there. */
const southEnd = 1610

/** What has to be seen with room around it; the whole width where it is spread over half the world. */
function cropFor(seen: readonly Point[]): Crop {
  const xs = seen.map(([x]) => x)
  const ys = seen.map(([, y]) => y)
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  const span = Math.max((right - left) * 1.15, (bottom - top) * 1.15 * (width / mostHeight), 800)
  if (span > plane.width * 0.62) {
    const scale = width / plane.width
    const end = bottom > southEnd - 40 ? plane.height : southEnd
    return { x: 0, y: 0, scale, height: Math.round(end * scale) }
  }
  const scale = width / span
  const height = Math.round(Math.min(mostHeight, Math.max(leastHeight, (bottom - top) * 1.15 * scale)))
  return {
    x: clamp((left + right) / 2 - span / 2, 0, plane.width - span),
    y: clamp((top + bottom) / 2 - height / scale / 2, 0, plane.height - height / scale),
    scale,
    height,
  }
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most)
}

function toFrame([x, y]: Point, crop: Crop): Point {
  return [(x - crop.x) * crop.scale, (y - crop.y) * crop.scale]
}

/** Rings as a path; what lies wholly outside the frame is left out. */
function pathOf(rings: string, crop: Crop): string {
  return rings
    .split(' z ')
    .map((ring) => ringPath(ring.split(' ').map(Number), crop))
    .join('')
}

/** Steps shorter than this are left out, in pixels: nobody would see them, and each takes room in the page. */
const leastStep = 0.8

function ringPath(steps: readonly number[], crop: Crop): string {
  let [x, y] = [0, 0]
  let [lastX, lastY] = [Number.NaN, Number.NaN]
  let isSeen = false
  const corners: string[] = []
  for (let i = 0; i + 1 < steps.length; i += 2) {
    x += steps[i] ?? 0
    y += steps[i + 1] ?? 0
    const [atX, atY] = toFrame([x, y], crop).map(rounded) as [number, number]
    isSeen ||= atX >= 0 && atX <= width && atY >= 0 && atY <= crop.height
    if (Math.hypot(atX - lastX, atY - lastY) < leastStep) continue
    corners.push(corners.length === 0 ? `M${atX} ${atY}l` : `${rounded(atX - lastX)} ${rounded(atY - lastY)}`)
    ;[lastX, lastY] = [atX, atY]
  }
  return isSeen && corners.length > 2 ? `${corners[0]}${corners.slice(1).join(' ')}Z` : ''
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10
}

/** Smaller than this a shape is hardly seen, so a point stands on it. */
const leastSize = 7

function stateShapes(code: string, group: number, name: string, crop: Crop): Shape {
  const rings = Object.hasOwn(shapesOfStates, code) ? shapesOfStates[code] : undefined
  const d = rings === undefined ? '' : pathOf(rings, crop)
  const [point = [0, 0]] = pointOf(code)
  const [x, y] = toFrame(point, crop)
  const area: readonly Shape[] = d === '' ? [] : [{ kind: 'path', d, ...lookOf(group), stroke: 'paper', strokeWidth: 0.75 }]
  const dot: readonly Shape[] = isSmall(rings, crop)
    ? [{ kind: 'circle', x, y, radius: 4.5, ...lookOf(group), stroke: 'paper', strokeWidth: 1 }]
    : []
  return { kind: 'group', title: name, shapes: [...area, ...dot] }
}

function isSmall(rings: string | undefined, { scale }: Crop): boolean {
  if (rings === undefined) return true
  const widest = Math.max(...rings.split(' z ').map((ring) => longerSide(boxOf(ring))))
  return widest * scale < leastSize
}

/** The box around a ring. */
function boxOf(ring: string): Box {
  let [x, y] = [0, 0]
  const xs: number[] = []
  const ys: number[] = []
  const steps = ring.split(' ').map(Number)
  for (let i = 0; i + 1 < steps.length; i += 2) {
    x += steps[i] ?? 0
    y += steps[i + 1] ?? 0
    xs.push(x)
    ys.push(y)
  }
  const [left, top] = [Math.min(...xs), Math.min(...ys)]
  return { x: left, y: top, width: Math.max(...xs) - left, height: Math.max(...ys) - top }
}

function longerSide(box: Box): number {
  return Math.max(box.width, box.height)
}

interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

const labelSize = 11
/** On a map with more names than this none could be read. */
const mostNames = 24

/** Names of places and, while there is room, of States; one that would lie on another is left to the words below the map. */
function labelled(
  spots: readonly { readonly name: string; readonly at: Point }[],
  codes: readonly string[],
  nameOf: (code: string) => string,
  crop: Crop,
): readonly Shape[] {
  const taken: Box[] = []
  const placed = (words: string, at: Point, offset: number): readonly Shape[] => {
    const text = fitted(words, labelSize, 180)
    const label = freeLabel(text, toFrame(at, crop), offset, crop, taken)
    return label ? halo(label) : []
  }
  const marks = spots.flatMap(({ at }): readonly Shape[] => {
    const [x, y] = toFrame(at, crop)
    taken.push({ x: x - 5, y: y - 5, width: 10, height: 10 })
    return [{ kind: 'path', d: `M${rounded(x)} ${rounded(y - 6)}l6 6l-6 6l-6 -6Z`, fill: 'ink', stroke: 'paper', strokeWidth: 1.25 }]
  })
  const names = [
    ...spots.flatMap(({ name, at }) => placed(name, at, 9)),
    ...(codes.length > mostNames
      ? []
      : codes.flatMap((code) => pointOf(code).flatMap((at) => placed(nameOf(code), at, isSmall(shapesOfStates[code], crop) ? 6 : 0)))),
  ]
  return [...marks, ...names]
}

/** On its point where there is no mark, else to the right, to the left, below or above, wherever it fits first. */
function freeLabel(text: string, [x, y]: Point, offset: number, crop: Crop, taken: Box[]): Label | undefined {
  const long = textWidth(text, labelSize)
  const tries: readonly (readonly [number, number])[] = [
    ...(offset === 0 ? [[x - long / 2, y + 4] as const] : []),
    [x + offset, y + 4],
    [x - offset - long, y + 4],
    [x - long / 2, y + offset + 9],
    [x - long / 2, y - offset - 2],
  ]
  for (const [left, base] of tries) {
    const box = { x: left - 2, y: base - labelSize, width: long + 4, height: labelSize + 4 }
    const isInside = box.x >= 2 && box.x + box.width <= width - 2 && box.y >= 2 && box.y + box.height <= crop.height - 2
    if (!isInside || taken.some((other) => overlap(box, other))) continue
    taken.push(box)
    return { kind: 'label', x: left, y: base, text, size: labelSize }
  }
  return undefined
}

function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
}

/** Words on a plate of paper, so that they can be read on any shape. */
function halo(label: Label): readonly Shape[] {
  const long = textWidth(label.text, label.size)
  return [
    { kind: 'rectangle', x: label.x - 2, y: label.y - label.size + 1, width: long + 4, height: label.size + 3, round: 2, fill: 'paper' },
    label,
  ]
}
