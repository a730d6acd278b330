import type { Drawing, Label, Shape } from './drawing.ts'
import { legend } from './looks.ts'
import { fitted, textWidth } from './measure.ts'

/** An engagement with those who took part, by keys that `nameOf` puts into words. */
export interface Meeting {
  readonly parties: readonly string[]
}

export interface NetworkRequest {
  readonly meetings: readonly Meeting[]
  readonly nameOf: (party: string) => string
  readonly isOrganization: (party: string) => boolean
}

/** Two parties and in how many engagements both took part. */
export interface Tie {
  readonly from: string
  readonly to: string
  readonly count: number
}

/** Who met whom how often, the closest first; those as close by their keys. */
export function tiesOf(meetings: readonly Meeting[]): readonly Tie[] {
  const counts = new Map<string, Tie>()
  for (const { parties } of meetings) {
    const sorted = [...new Set(parties)].sort()
    sorted.forEach((from, i) => {
      for (const to of sorted.slice(i + 1)) {
        const key = `${from} ${to}`
        counts.set(key, { from, to, count: (counts.get(key)?.count ?? 0) + 1 })
      }
    })
  }
  return [...counts.values()].sort((a, b) => b.count - a.count || (a.from + a.to < b.from + b.to ? -1 : 1))
}

/** Of more lines than these nothing is seen but a ball. */
export const mostTies = 140

/** Up to these there is room for names beside their marks. */
const roomy = 14

/** More than these on one circle could not be told apart. */
export const mostParties = 36

const width = 720

/**
 * Parties on a circle, those of the most engagements first, and a line between
 * each two that met, the wider the more often. Nothing where nobody met.
 */
export function networkDrawing({ meetings, nameOf, isOrganization }: NetworkRequest): Drawing | undefined {
  const parties = busiest(meetings)
  const shown = new Map(parties.map((party, i) => [party, i]))
  const ties = tiesOf(meetings)
    .filter(({ from, to }) => shown.has(from) && shown.has(to))
    .slice(0, mostTies)
  if (ties.length === 0) return undefined
  const radius = Math.max(90, Math.min(200, parties.length * 11))
  const longest = Math.min(longestAcross, Math.max(...parties.map((party) => textWidth(nameOf(party), size))))
  const height = Math.round(radius * 2 + 2 * (parties.length > roomy ? longest + 16 : 40))
  const at = (party: string): Spot => spotOf(shown.get(party) ?? 0, parties.length, radius, height)
  const most = ties[0]?.count ?? 1
  const key = legend(keyOf(parties, isOrganization), { x: 0, y: height + 4, width })
  return {
    width,
    height: height + 4 + key.height,
    shapes: [
      ...[...ties].reverse().map((tie) => tieShape(tie, at, most, nameOf)),
      ...parties.map((party) => partyShape({ ...at(party), isCrowded: parties.length > roomy }, nameOf(party), isOrganization(party))),
      ...key.shapes,
    ],
  }
}

/** In how many engagements each took part, the busiest first. */
export function busiest(meetings: readonly Meeting[]): readonly string[] {
  const counts = new Map<string, number>()
  for (const { parties } of meetings) for (const party of new Set(parties)) counts.set(party, (counts.get(party) ?? 0) + 1)
  const sorted = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
  return sorted.slice(0, mostParties).map(([party]) => party)
}

function keyOf(parties: readonly string[], isOrganization: (party: string) => boolean) {
  const hasBoth = parties.some(isOrganization) && !parties.every(isOrganization)
  if (!hasBoth) return []
  return [
    { look: { fill: 'one' } as const, words: 'Country (round)' },
    { look: { fill: 'four', hatch: 'falling' } as const, words: 'Organization (square)' },
  ]
}

interface Spot {
  readonly x: number
  readonly y: number
  /** From the middle of the circle, in radians, 0 to the right. */
  readonly angle: number
}

/** With many parties on the circle, names stand across it. */
interface Place extends Spot {
  readonly isCrowded: boolean
}

function spotOf(index: number, count: number, radius: number, height: number): Spot {
  const angle = (index / count) * 2 * Math.PI - Math.PI / 2
  return { x: width / 2 + radius * Math.cos(angle), y: height / 2 + radius * Math.sin(angle), angle }
}

function tieShape({ from, to, count }: Tie, at: (party: string) => Spot, most: number, nameOf: (party: string) => string): Shape {
  const [a, b] = [at(from), at(to)]
  const weight = 0.75 + (most === 1 ? 0 : ((count - 1) / (most - 1)) * 2.5)
  const line: Shape = { kind: 'line', x1: a.x, y1: a.y, x2: b.x, y2: b.y, stroke: count === 1 ? 'rule' : 'quiet', strokeWidth: weight }
  // A picture of many parties has hundreds of single meetings; only what stands out says its number.
  return count === 1 ? line : { kind: 'group', title: `${nameOf(from)} and ${nameOf(to)}: ${count}`, shapes: [line] }
}

const size = 12
const longestAcross = 130

function partyShape(place: Place, name: string, isOrganization: boolean): Shape {
  const { x, y } = place
  const mark: Shape = isOrganization
    ? { kind: 'rectangle', x: x - 6, y: y - 6, width: 12, height: 12, fill: 'four', hatch: 'falling', stroke: 'paper', strokeWidth: 1.5 }
    : { kind: 'circle', x, y, radius: 6, fill: 'one', stroke: 'paper', strokeWidth: 1.5 }
  return { kind: 'group', title: name, shapes: [mark, place.isCrowded ? acrossLabel(place, name) : besideLabel(place, name)] }
}

function besideLabel({ x, y, angle }: Spot, name: string): Label {
  const isTopOrBottom = Math.abs(Math.cos(angle)) < 0.15
  const align = isTopOrBottom ? 'middle' : Math.cos(angle) > 0 ? 'start' : 'end'
  const labelX = isTopOrBottom ? x : x + (Math.cos(angle) > 0 ? 11 : -11)
  const labelY = isTopOrBottom ? y + (Math.sin(angle) > 0 ? 22 : -12) : y + 4 + Math.sin(angle) * 6
  const room = isTopOrBottom ? 260 : align === 'start' ? width - labelX - 2 : labelX - 2
  return { kind: 'label', x: labelX, y: labelY, text: fitted(name, size, room), size, align }
}

/** Away from the middle; on the left half turned about, so that nothing stands on its head. */
function acrossLabel({ x, y, angle }: Spot, name: string): Label {
  const isLeft = Math.cos(angle) < -0.001
  const turn = (angle * 180) / Math.PI + (isLeft ? 180 : 0)
  const [alongX, alongY] = [Math.cos(angle), Math.sin(angle)]
  // The base line lies a third of the letters' height beside the ray.
  const aside = (isLeft ? -1 : 1) * size * 0.34
  return {
    kind: 'label',
    x: x + alongX * 12 - alongY * aside,
    y: y + alongY * 12 + alongX * aside,
    text: fitted(name, size, longestAcross),
    size,
    align: isLeft ? 'end' : 'start',
    turn,
  }
}
