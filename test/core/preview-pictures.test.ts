import { describe, expect, it } from 'vitest'
import { builtIn } from '../../server/core/index.ts'
import type { Drawing, Shape } from '../../server/core/preview/pictures/drawing.ts'
import { matrixDrawing } from '../../server/core/preview/pictures/matrix.ts'
import { fitted, textWidth } from '../../server/core/preview/pictures/measure.ts'
import { mostParties, networkDrawing, tiesOf } from '../../server/core/preview/pictures/network.ts'
import { svgOf } from '../../server/core/preview/pictures/svg.ts'
import { timelineDrawing } from '../../server/core/preview/pictures/timeline.ts'
import { isOnMap, worldMap } from '../../server/core/preview/pictures/world-map.ts'

const nameOf = (name: string) => name

function flat(shapes: readonly Shape[]): readonly Shape[] {
  return shapes.flatMap((shape) => (shape.kind === 'group' ? [shape, ...flat(shape.shapes)] : [shape]))
}

function words(drawing: Drawing | undefined): readonly string[] {
  return flat(drawing?.shapes ?? []).flatMap((shape) => (shape.kind === 'label' ? [shape.text] : []))
}

function titles(drawing: Drawing | undefined): readonly string[] {
  return flat(drawing?.shapes ?? []).flatMap((shape) => (shape.kind === 'group' && shape.title ? [shape.title] : []))
}

describe('the world map', () => {
  it('has a shape or a point for every State of today', () => {
    const states = builtIn.countries.filter(({ kind }) => kind === 'state').map(({ code }) => code)
    expect(states.length).toBeGreaterThan(190)
    expect(states.filter((code) => !isOnMap(code))).toEqual([])
  })

  it('has none for what is no State of today', () => {
    expect(['SUN', 'YUG', 'constructor', 'toString', ''].filter(isOnMap)).toEqual([])
  })

  it('names what it shows, small States as well, and its groups', () => {
    const groups = [
      { words: 'Host', countries: ['SGP'] },
      { words: 'Participant', countries: ['MLT', 'TON', 'XKX', 'SUN'] },
    ]
    const map = worldMap({ nameOf, groups, places: [{ name: 'Changi', lat: 1.32, lon: 104.02 }] })
    expect([...titles(map)].sort()).toEqual(['MLT', 'SGP', 'TON', 'XKX'])
    expect(words(map)).toEqual(expect.arrayContaining(['Host', 'Participant', 'Changi']))
  })

  it('shows the part of the world that matters, larger', () => {
    const dots = (drawing: Drawing | undefined) => flat(drawing?.shapes ?? []).filter(({ kind }) => kind === 'circle').length
    const benelux = worldMap({ nameOf, groups: [{ words: 'Host', countries: ['BEL', 'NLD'] }], places: [] })
    const world = worldMap({ nameOf, groups: [{ words: 'Host', countries: ['BEL', 'NLD', 'AUS', 'PER'] }], places: [] })
    expect(dots(benelux)).toBe(0)
    expect(dots(world)).toBeGreaterThan(0)
  })

  it('is not drawn where there is nothing to show', () => {
    expect(
      worldMap({ nameOf, groups: [{ words: 'Host', countries: ['SUN'] }], places: [{ name: 'Nowhere', lat: 91, lon: 0 }] }),
    ).toBeUndefined()
  })
})

describe('the timeline', () => {
  const spans = [
    { name: 'Exercise', kind: 'event', start: '2024-06-27', end: '2024-08-01', words: '' },
    { name: 'Agreement', kind: 'instrument', start: '1972-05-25', words: '' },
    { name: 'Month alone', kind: 'event', start: '2024-04', words: '' },
  ] as const

  it('has the earliest first, on an axis of years', () => {
    const found = words(timelineDrawing(spans))
    expect(found.filter((word) => /^[A-Z]/.test(word))).toEqual(['Agreement', 'Month alone', 'Exercise', ...found.slice(-2)])
    expect(found).toEqual(expect.arrayContaining(['1980', '2020']))
  })

  it('lets what is in force go on, and ends what has ended', () => {
    const arrows = (end?: string) =>
      flat(timelineDrawing([{ ...spans[1], ...(end ? { end } : {}) }])?.shapes ?? []).filter(({ kind }) => kind === 'path').length
    expect([arrows(), arrows('1990-01-01')]).toEqual([1, 0])
  })

  it('puts every bar on the axis, whatever the dates', () => {
    for (const start of ['0001', '9999-12-31', '2024', '2024-02-29'])
      for (const end of [undefined, '2023-01-01', '2024-12'])
        for (const shape of flat(
          timelineDrawing([{ name: 'x', kind: 'standing', start, words: '', ...(end ? { end } : {}) }])?.shapes ?? [],
        ))
          if (shape.kind === 'rectangle')
            expect([shape.x >= 0, shape.x + shape.width <= 720.5, shape.width > 0]).toEqual([true, true, true])
  })
})

describe('the network', () => {
  it('counts shared engagements, the closest first, each party once', () => {
    const meetings = [{ parties: ['B', 'A', 'B'] }, { parties: ['A', 'B', 'C'] }]
    expect(tiesOf(meetings).map(({ from, to, count }) => `${from}${to}${count}`)).toEqual(['AB2', 'AC1', 'BC1'])
  })

  it('shows the busiest where there are too many, inside its frame', () => {
    const many = Array.from({ length: 90 }, (_, i) => `Party number ${i}`)
    const drawing = networkDrawing({
      meetings: [{ parties: many }, { parties: ['Hub', 'Party number 89'] }],
      nameOf,
      isOrganization: () => false,
    })
    expect(titles(drawing).length).toBe(mostParties)
    expect(words(drawing)[0]).toBe('Party number 89')
    for (const shape of flat(drawing?.shapes ?? []))
      if (shape.kind === 'circle') expect(shape.y > 0 && shape.y < (drawing?.height ?? 0)).toBe(true)
  })

  it('is not drawn where nobody met', () => {
    expect(networkDrawing({ meetings: [{ parties: ['A'] }], nameOf, isOrganization: () => false })).toBeUndefined()
  })
})

describe('words in a picture', () => {
  it('are cut to their room with an ellipsis', () => {
    expect(fitted('Short', 12, 200)).toBe('Short')
    const cut = fitted('Incidents at Sea Agreement between two navies', 12, 100)
    expect(cut).toMatch(/^Incidents.*…$/)
    expect(textWidth(cut, 12)).toBeLessThanOrEqual(100)
  })

  it('never become a tag, and a link leads only to a page', () => {
    const hostile = '"><script>x</script>'
    const drawing = matrixDrawing({
      columns: [{ words: hostile, href: 'javascript:alert(1)' }],
      rows: [{ words: hostile, href: 'page.html', cells: [{ words: hostile, title: hostile }] }],
      legend: [{ look: { fill: 'one' }, words: hostile }],
    })
    const svg = svgOf(drawing, { id: 'x', colour: (paint) => paint, font: 'serif', attributes: {} })
    expect(svg).not.toContain('<script')
    expect([...svg.matchAll(/href="([^"]*)"/g)].map((match) => match[1])).toEqual(['page.html'])
  })
})
