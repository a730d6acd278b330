import type { Position } from 'vscode-languageserver-types'
import { schemaAt, types } from '../schema/schema.ts'
import { closingQuote } from '../text/quote.ts'
import type { Edit } from '../text/span.ts'
import { type FeatureContext, offsetAt, type TextContext } from './feature.ts'
import type { Line } from './frames.ts'
import { childBelow } from './line-below.ts'
import { isCommentAt, type Key, keyAt, lineEnd, skipProperties, skipSpaces } from './lines-of-yaml.ts'
import { readFlow } from './scan-flow.ts'
import { type Scene, sceneAt } from './scene.ts'

/** A text as it stands once a sign was typed. */
export type TypingContext = TextContext & Pick<FeatureContext, 'file'>

/**
 * What a new line begins with, by what the line above is. The editor has given it
 * an indentation already, by patterns that know one line; where they are right
 * nothing changes. A list ends when Enter is pressed at an empty item: the
 * dash goes, and with it the line that it stood on.
 */
export function newLine(context: TypingContext, position: Position): Edit | undefined {
  const { text, file } = context
  const start = file.lines[position.line]
  const from = file.lines[position.line - 1]
  const cursor = offsetAt(text, file.lines, position)
  if (start === undefined || from === undefined || !/^[ \t]*(?:- )?$/.test(text.slice(start, cursor))) return undefined
  const above = entryOn(text, { start: from, end: lineEnd(text, from, start) })
  const at = above.key ? above.key.colon + 1 : above.end
  const scene = sceneAt(context, { line: position.line - 1, character: at - from })
  const end = lineEnd(text, start, text.length)
  const isSplit = skipSpaces(text, cursor, end) < end
  const span = { start, end: isSplit ? cursor : end }
  if (scene.scan.cursor.at === 'prose') return inText(text, above, span, isSplit)
  // Between brackets the editor knows best.
  if (scene.scan.open === undefined) return undefined
  const lead = isSplit && !opensText(text, above) ? undefined : leadBelow(scene, above, end)
  if (lead === undefined) return undefined
  return above.isEmptyItem ? { span: { start: from, end: span.end }, text: lead } : { span, text: lead }
}

/** A line that begins an entry, taken apart. */
interface Entry extends Line {
  readonly indent: number
  /** The column of the last dash before the content. */
  readonly dash: number | undefined
  readonly key: Key | undefined
  /** The column of the key or of what stands in its place. */
  readonly column: number
  /** Where the value begins, behind a tag or an anchor. */
  readonly value: number
  /** Nothing but a dash and a space. A dash alone may be about to get its content on the next line. */
  readonly isEmptyItem: boolean
}

function entryOn(text: string, { start, end }: Line): Entry {
  const indent = skipSpaces(text, start, end) - start
  let content = start + indent
  let dash: number | undefined
  while (content < end && text[content] === '-' && /[ \t]/.test(text.charAt(content + 1))) {
    dash = content - start
    content = skipSpaces(text, content + 1, end)
  }
  const key = keyAt(text, content, end)
  const value = skipProperties(text, key ? skipSpaces(text, key.colon + 1, end) : content, end)
  return { start, end, indent, dash, key, column: content - start, value, isEmptyItem: dash !== undefined && content === end }
}

/** A text goes on as far to the right as it did; an empty item of a list within it ends that list. */
function inText(text: string, above: Entry, span: Line, isSplit: boolean): Edit | undefined {
  const indent = text.slice(above.start, above.start + above.indent)
  if (above.isEmptyItem) return isSplit ? undefined : { span: { start: above.start, end: span.end }, text: indent }
  const isListed = above.dash !== undefined && text.slice(span.start, span.end).trimEnd() === `${indent}-`
  return isListed ? undefined : { span, text: indent }
}

function leadBelow(scene: Scene, above: Entry, end: number): string | undefined {
  const { text } = scene
  const { key, dash, value } = above
  if (above.isEmptyItem) return ' '.repeat(outerColumn(scene, dash ?? 0))
  if (opensText(text, above)) {
    const outer = key ? above.column : (dash ?? -2)
    const column = childBelow(text, end, outer)?.column ?? outer
    return ' '.repeat(column > outer ? column : outer + 2)
  }
  const isEmpty = value >= above.end || isCommentAt(text, value)
  if (isEmpty) return key && belowKey(scene, above.column, end)
  if (dash === undefined || isOpenList(text, above)) return undefined
  return key ? ' '.repeat(above.column) : `${' '.repeat(dash)}- `
}

/** The column of what an item at a column is part of. */
function outerColumn({ scan: { open = [] } }: Scene, column: number): number {
  return open.findLast(({ kind, indent }) => indent < column || (kind === 'map' && indent === column))?.indent ?? 0
}

/** Whether a text of several lines begins here: a block, or quotes that are not closed on the line. */
function opensText(text: string, { value, end }: Entry): boolean {
  const c = value < end ? text.charAt(value) : ''
  if (c === '"' || c === "'") return closingQuote(text, value, end) === undefined
  return /^[|>][-+0-9]*[ \t]*(?:[ \t]#.*)?$/.test(text.slice(value, end))
}

function isOpenList(text: string, { value, end }: Entry): boolean {
  return /[[{]/.test(text.charAt(value)) && !readFlow(text, value, end, [], []).closed
}

/** What stands there already is gone by; else the schema says whether a list or a mapping belongs there. */
function belowKey({ text, scan: { cursor }, schema: root }: Scene, column: number, end: number): string | undefined {
  const child = childBelow(text, end, column)
  if (child) return ' '.repeat(child.column) + (child.isItem ? '- ' : '')
  const schema = root && cursor.at === 'value' ? schemaAt(root, cursor.path) : undefined
  const [type, ...others] = schema ? types(schema) : []
  if (others.length > 0 || (type !== 'array' && type !== 'object')) return undefined
  return ' '.repeat(column + 2) + (type === 'array' ? '- ' : '')
}
