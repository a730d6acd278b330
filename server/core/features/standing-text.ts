import { chunksOf } from '../syntax/chunks.ts'
import { isSound, parse } from '../syntax/parse.ts'
import { isBlockStyle, type Scalar, scalarsOf } from '../syntax/tree.ts'
import { lineAround } from '../text/lines.ts'
import type { Span } from '../text/span.ts'
import type { Scene } from './scene.ts'

/** The root entries in which a stretch of a text lies: what else there is need not be read again to judge a change there. */
export function entriesAround(text: string, { start, end }: Span): Span {
  const chunks = chunksOf(text)
  const first = chunks.findLast((chunk) => chunk.start <= start)
  const last = chunks.find((chunk) => chunk.end >= end)
  return { start: first?.start ?? 0, end: last?.end ?? text.length }
}

/** A stretch of a text, and the line of a key that is to be read before it. */
export interface Part extends Span {
  readonly key?: Span
}

/** The same, and of a list its key and the items around the stretch alone: of hundreds the others need not be read either. */
export function partAround(text: string, { start, end }: Span): Part {
  const around = entriesAround(text, { start, end })
  const entry = text.slice(around.start, around.end)
  const [head, indent = ''] = /^[^\n]*:[ \t]*(?:#[^\n]*)?\n(?:[ \t]*(?:#[^\n]*)?\n)*( *)(?=- )/.exec(entry) ?? []
  const line = lineAround(text, start)
  const first = around.start + (head ?? '').length - indent.length
  if (head === undefined || line.start < first) return around
  const items = [...entry.matchAll(new RegExp(`^ {${indent.length}}- `, 'gm'))].map(({ index }) => around.start + index)
  const [, next] = items.filter((at) => at > end)
  return {
    key: { start: around.start, end: first },
    start: items.findLast((at) => at < line.start) ?? line.start,
    end: next ?? around.end,
  }
}

/** The one-line or quoted text in which the cursor stands, with its place in the file; undefined where the syntax around it is broken. */
export function standingText({ text, offset, scan: { cursor } }: Scene): Scalar | undefined {
  if (cursor.at === 'nowhere' || cursor.at === 'key' || (cursor.at !== 'prose' && (cursor.flow || cursor.colon))) return undefined
  const around = entriesAround(text, { start: offset, end: offset })
  const trees = parse(text.slice(around.start, around.end))
  if (!trees.every(isSound)) return undefined
  const found = trees
    .flatMap(({ root }) => scalarsOf(root))
    .map((scalar) => ({ ...scalar, start: scalar.start + around.start, end: scalar.end + around.start }))
    .findLast((scalar) => scalar.start <= offset && offset <= scalar.end)
  return found && !isBlockStyle(found.style) && holds(found, offset) ? found : undefined
}

/** Beside a quotation mark, but outside of it, is no place for words. */
function holds({ style, start, end, text }: Scalar, offset: number): boolean {
  return style === 'plain' ? text !== '' : start < offset && offset < end
}
