import type { Position } from 'vscode-languageserver-types'
import { schemaAt, types } from '../schema/schema.ts'
import { lineAround } from '../text/lines.ts'
import type { Edit } from '../text/span.ts'
import { offsetAt } from './feature.ts'
import { type Frame, pathOf } from './frames.ts'
import { childBelow } from './line-below.ts'
import { type Scene, sceneAt } from './scene.ts'
import type { TypingContext } from './typed-line.ts'

/** Moves a dash that was typed at the beginning of a line to the column of the list to which it belongs. */
export function dashMoved(context: TypingContext, position: Position): Edit | undefined {
  const { text, file } = context
  const line = lineAround(text, offsetAt(text, file.lines, position))
  const [, indent = '', dashes] = /^([ \t]*)(-|---)$/.exec(text.slice(line.start, line.end)) ?? []
  if (dashes === undefined) return undefined
  const scene = sceneAt(context, position)
  const column = scene.scan.open && (dashes === '-' ? listColumn(scene, scene.scan.open, indent.length) : 0)
  return column === undefined ? undefined : { span: { start: line.start, end: line.start + indent.length }, text: ' '.repeat(column) }
}

/** The column of the list that an item at a column is meant for; undefined where there is none. */
function listColumn(scene: Scene, open: readonly Frame[], column: number): number | undefined {
  const lists = open.filter(({ kind }) => kind === 'seq').map(({ indent }) => indent)
  if (lists.includes(column)) return column
  const top = open.at(-1)
  if (top?.kind === 'map' && !top.filled && column >= top.indent) return columnBelow(scene, open, top.indent)
  // An item that has nothing yet may begin with a list of its own.
  if (top?.kind === 'seq' && !top.filled && column > top.indent) return undefined
  const distance = (indent: number) => Math.abs(indent - column)
  return lists.length === 0 ? undefined : lists.reduce((best, indent) => (distance(indent) <= distance(best) ? indent : best))
}

/** The column for the first item below a key, unless what belongs there is no list. */
function columnBelow({ schema: root, text, offset }: Scene, open: readonly Frame[], column: number): number | undefined {
  const schema = root && schemaAt(root, pathOf(open))
  if (schema && !types(schema).includes('array')) return undefined
  const child = childBelow(text, lineAround(text, offset).end, column)
  return child?.isItem ? child.column : column + 2
}
