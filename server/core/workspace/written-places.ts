import type { Borrowed } from '../snippets/include.ts'
import { find, locate } from '../syntax/locate.ts'
import { placeAt } from '../text/lines.ts'
import { startsWith } from '../text/path.ts'
import type { OpenFile, Part } from './file.ts'

/** A part of a page by its key, and where in the file it begins: line and column, both from 1. */
export type WrittenPlace = readonly [key: string, line: number, column: number]

/**
 * Where the parts of a page are written, in the order of the page. A page names
 * them in `data-at`: steps of a path, and the offset in a text behind an at sign.
 * What is borrowed is written where it is named.
 */
export function writtenPlaces(html: string, file: OpenFile, part: Part, borrowed: readonly Borrowed[] = []): readonly WrittenPlace[] {
  const keys = new Set([...html.matchAll(/ data-at="([^"]*)"/g)].map((match) => match[1] ?? ''))
  return [...keys].map((key) => {
    const { line, column } = placeAt(file.lines, offsetOf(key, file, part, borrowed))
    return [key, line, column]
  })
}

function offsetOf(key: string, file: OpenFile, { tree }: Part, borrowed: readonly Borrowed[]): number {
  const [, steps = '', offset] = /^([^@]*)(?:@(\d+))?$/.exec(key) ?? []
  const path = steps.split('/').map((step) => (/^\d+$/.test(step) ? Number(step) : decodeURIComponent(step)))
  const from = borrowed.find((each) => startsWith(path, each.path) && Number(offset ?? 0) >= (each.from ?? 0))
  if (from) return locate(tree.root, ['snippets', from.use]).start
  const { node, through, merged } = find(tree.root, path)
  const isText = offset !== undefined && node?.kind === 'scalar' && !through && !merged
  return isText ? file.inside(node, Number(offset), Number(offset) + 1).start : locate(tree.root, path).start
}
