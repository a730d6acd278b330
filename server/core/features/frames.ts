import type { Path } from '../text/path.ts'
import type { Span } from '../text/span.ts'
import { skipSpaces } from './lines-of-yaml.ts'

/** A key or a single value of a document with its path and place; of a text in several lines there is none. */
export interface Mark extends Span {
  readonly is: 'key' | 'value'
  /** The path of the value; a key has the path of what belongs to it. */
  readonly path: Path
  /** Without quotes. */
  readonly text: string
}

/** A block mapping or list that is open at a line: its column, and the key or item at which it stands. */
export interface Frame {
  readonly kind: 'map' | 'seq'
  readonly indent: number
  step: string | number
  /** The entry has a value on its own line, so what is indented deeper goes on with that. */
  filled: boolean
}

/** A line of the text, without its break. */
export type Line = Span

export function pathOf(frames: readonly Frame[]): Path {
  return frames.map(({ step }) => step)
}

export function dropDeeper(frames: Frame[], column: number): void {
  while ((frames.at(-1)?.indent ?? -1) > column) frames.pop()
}

/** Whether a line at this column goes on with the text of the entry above. */
export function continues(frames: readonly Frame[], column: number): boolean {
  const top = frames.at(-1)
  return top?.filled === true && top.indent < column
}

/** Takes the dashes at the beginning of a line; returns where what follows them stands. */
export function enterItems(frames: Frame[], text: string, line: Line, first: number): number {
  let at = first
  while (at < line.end && text[at] === '-' && (at + 1 >= line.end || /\s/.test(text.charAt(at + 1)))) {
    const column = at - line.start
    dropDeeper(frames, column)
    const top = frames.at(-1)
    if (top?.kind === 'seq' && top.indent === column) {
      top.step = Number(top.step) + 1
      top.filled = false
    } else frames.push({ kind: 'seq', indent: column, step: 0, filled: false })
    at = skipSpaces(text, at + 1, line.end)
  }
  return at
}

/** Puts a key at its column. */
export function enterKey(frames: Frame[], column: number, key: string): void {
  dropDeeper(frames, column)
  // The dashes of a list may stand at the column of its key; a key there ends the list.
  if (frames.at(-1)?.kind === 'seq' && frames.at(-1)?.indent === column) frames.pop()
  const top = frames.at(-1)
  if (top?.kind !== 'map' || top.indent !== column) frames.push({ kind: 'map', indent: column, step: key, filled: false })
  else {
    top.step = key
    top.filled = false
  }
}
