/**
 * A picture as plain shapes, for any format to draw. Lengths are CSS pixels at
 * the size in which the picture is meant to be seen, from the top left corner.
 * Colours are named by what they are for, so that a page shows them in its own
 * theme and paper in black on white. No fact may rest on a colour alone: what
 * tells parts from one another is also a hatch, a shape or a word.
 */
export interface Drawing {
  readonly width: number
  readonly height: number
  readonly shapes: readonly Shape[]
}

export type Shape = Rectangle | Line | Circle | Path | Label | Group

interface Rectangle extends Look {
  readonly kind: 'rectangle'
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly round?: number
}

interface Line extends Look {
  readonly kind: 'line'
  readonly x1: number
  readonly y1: number
  readonly x2: number
  readonly y2: number
}

interface Circle extends Look {
  readonly kind: 'circle'
  readonly x: number
  readonly y: number
  readonly radius: number
}

/** `d` is the data of an SVG path, absolute or relative. */
interface Path extends Look {
  readonly kind: 'path'
  readonly d: string
}

/** A line of words; `y` is its base line. `turn` is in degrees, clockwise, about that point. */
export interface Label {
  readonly kind: 'label'
  readonly x: number
  readonly y: number
  readonly text: string
  readonly size: number
  readonly paint?: Paint
  readonly bold?: boolean
  readonly align?: 'start' | 'middle' | 'end'
  readonly turn?: number
}

/** Shapes that are one thing: a link where it leads to a page, with the words that a pointer or a screen reader gets. */
export interface Group {
  readonly kind: 'group'
  readonly title?: string
  readonly href?: string
  readonly shapes: readonly Shape[]
}

/** Without a fill the inside stays empty, without a stroke there is no outline. */
interface Look {
  readonly fill?: Paint
  readonly hatch?: Hatch
  readonly stroke?: Paint
  readonly strokeWidth?: number
  /** Lengths of dash and gap. */
  readonly dash?: readonly [number, number]
}

/** The page's own colours, and six that colour-blind readers tell apart, also by their lightness. */
export type Paint = 'ink' | 'quiet' | 'rule' | 'paper' | 'tint' | 'accent' | 'one' | 'two' | 'three' | 'four' | 'five' | 'six'

/** A pattern of thin lines of the paper's colour over the fill. */
export type Hatch = 'rising' | 'falling' | 'crossed' | 'dotted'
