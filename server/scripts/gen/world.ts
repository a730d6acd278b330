/**
 * The shapes of States for the map, from Natural Earth at 1:110 million, which
 * npm's world-atlas brings. They are projected here, so that a page need not; a
 * State too small for that scale becomes a point, from the finer scales. The lines
 * are Natural Earth's and follow who holds the ground; Chancery draws none of its
 * own. Sources: naturalearthdata.com (public domain), world-atlas 2 (ISC).
 */
import { createRequire } from 'node:module'
import { type ExtendedFeature, geoArea, geoCentroid, geoEqualEarth, geoStream } from 'd3-geo'
import { iso31661 } from 'iso-3166'
import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'

type Ring = readonly (readonly [number, number])[]

interface Polygon {
  readonly type: 'Polygon'
  readonly coordinates: [number, number][][]
}

interface Country {
  readonly code: string
  readonly shape: ExtendedFeature
}

const require = createRequire(import.meta.url)

/** Units of the plane are a fifth of a pixel of a map 720 wide, which no eye sees. */
const width = 3600
const projection = geoEqualEarth().fitWidth(width, { type: 'Sphere' })

const alpha3 = new Map(iso31661.map(({ numeric, alpha3: code }) => [numeric, code]))

/** ISO has no number for it, so the atlas gives none. */
const withoutNumber: Readonly<Record<string, string>> = { Kosovo: 'XKX' }

/** The module's text behind the header. */
export function buildWorld(): string {
  const coarse = countriesOf('world-atlas/countries-110m.json')
  const small = missingIn(coarse, ['world-atlas/countries-50m.json', 'world-atlas/countries-10m.json'])
  const shapes = coarse.map(({ code, shape }): [string, string] => [code, ringsOf(shape).map(encoded).join(' z ')])
  const named = shapes.filter(([code]) => code !== '')
  const nameless = shapes.flatMap(([code, rings]) => (code === '' ? [rings] : []))
  const points = [...coarse.filter(({ code }) => code !== ''), ...small].map(({ code, shape }) => [code, centreOf(shape)])
  return [
    `/** As d3-geo takes them for an Equal Earth map. */\nexport const plane = ${JSON.stringify({ width, height: heightOf(), scale: projection.scale(), translate: projection.translate() })}\n`,
    `/** Rings parted by "z", each of them the first point and then the way to each next one. */\nexport const shapes: Readonly<Record<string, string>> = ${table(named)}\n`,
    `/** Land of which no code is sure. */\nexport const otherLand: readonly string[] = ${JSON.stringify(nameless, null, 2)}\n`,
    `/** The middle of each State, or of its largest part. */\nexport const points: Readonly<Record<string, readonly [number, number]>> = ${table(points)}\n`,
  ].join('\n')
}

function table(entries: readonly (readonly unknown[])[]): string {
  const lines = [...entries]
    .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1))
    .map(([key, value]) => `  ${key}: ${JSON.stringify(value)},`)
  return `{\n${lines.join('\n')}\n}`
}

function countriesOf(file: string): readonly Country[] {
  const atlas = require(file) as Topology<{ countries: GeometryCollection<{ name: string }> }>
  return feature(atlas, atlas.objects.countries).features.map((shape) => ({
    code: alpha3.get(String(shape.id)) ?? withoutNumber[shape.properties.name] ?? '',
    shape,
  }))
}

/** What the finer atlases have beyond the coarse one, from the first that has it. */
function missingIn(coarse: readonly Country[], files: readonly string[]): readonly Country[] {
  const found = new Map<string, Country>()
  const drawn = new Set(['', ...coarse.map(({ code }) => code)])
  for (const country of files.flatMap(countriesOf))
    if (!drawn.has(country.code) && !found.has(country.code)) found.set(country.code, country)
  return [...found.values()]
}

function heightOf(): number {
  return Math.ceil(projection([0, -90])?.[1] ?? 0)
}

/** The rings of a shape in the plane, cut where the map is cut. */
function ringsOf(shape: ExtendedFeature): readonly Ring[] {
  const rings: [number, number][][] = []
  geoStream(
    shape,
    projection.stream({
      point: (x, y) => rings.at(-1)?.push([Math.round(x), Math.round(y)]),
      lineStart: () => rings.push([]),
      lineEnd: () => undefined,
      polygonStart: () => undefined,
      polygonEnd: () => undefined,
    }),
  )
  return rings.filter((ring) => ring.length > 2)
}

function encoded(ring: Ring): string {
  return ring
    .flatMap(([x, y], i) => {
      const [formerX, formerY] = ring[i - 1] ?? [0, 0]
      return i > 0 && x === formerX && y === formerY ? [] : [x - formerX, y - formerY]
    })
    .join(' ')
}

/** Of several parts the largest, so that the point of France lies in Europe. */
function centreOf(shape: ExtendedFeature): readonly number[] {
  const geometry = shape.geometry as Polygon | { readonly type: 'MultiPolygon'; readonly coordinates: Polygon['coordinates'][] }
  const parts =
    geometry.type === 'Polygon' ? [geometry] : geometry.coordinates.map((coordinates): Polygon => ({ type: 'Polygon', coordinates }))
  const [largest = { type: 'Polygon', coordinates: [] }] = [...parts].sort((a, b) => geoArea(b) - geoArea(a))
  const [x = 0, y = 0] = projection(geoCentroid(largest)) ?? []
  return [Math.round(x), Math.round(y)]
}
