import type { Hatch, Paint, Shape } from './drawing.ts'
import { textWidth } from './measure.ts'

/** How groups of things are told apart: by colour, and by a pattern where colours cannot be seen. */
export interface GroupLook {
  readonly fill: Paint
  readonly hatch?: Hatch
}

export const groupLooks: readonly GroupLook[] = [
  { fill: 'one' },
  { fill: 'two', hatch: 'rising' },
  { fill: 'three', hatch: 'dotted' },
  { fill: 'four', hatch: 'falling' },
  { fill: 'five', hatch: 'crossed' },
  { fill: 'six' },
]

export function lookOf(group: number): GroupLook {
  return groupLooks[group % groupLooks.length] ?? { fill: 'one' }
}

const size = 12
const lineHeight = 20

/** Swatches with their words, in as many lines as they need; `height` is what they take. */
export function legend(
  entries: readonly { readonly look: GroupLook; readonly words: string }[],
  { x, y, width }: { readonly x: number; readonly y: number; readonly width: number },
): { readonly shapes: readonly Shape[]; readonly height: number } {
  let [left, line] = [0, 0]
  const shapes = entries.flatMap(({ look, words }): readonly Shape[] => {
    const needed = 18 + textWidth(words, size) + 18
    if (left > 0 && left + needed > width) [left, line] = [0, line + 1]
    const [atX, atY] = [x + left, y + line * lineHeight]
    left += needed
    return [
      { kind: 'rectangle', x: atX, y: atY + 3, width: 12, height: 12, stroke: 'ink', strokeWidth: 0.75, ...look },
      { kind: 'label', x: atX + 18, y: atY + 13, text: words, size },
    ]
  })
  return { shapes, height: entries.length === 0 ? 0 : (line + 1) * lineHeight }
}
