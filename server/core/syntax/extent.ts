import type { Span } from '../text/span.ts'
import { isMergeKey, keyText, type Node, type Pair, resolved, type Sequence } from './tree.ts'

/** Where the words of a stretch end: a block takes in the empty lines behind it. */
export function contentEnd(text: string, { start, end }: Span): number {
  let at = Math.min(end, text.length)
  while (at > start && isSpace(text.charAt(at - 1))) at--
  return at
}

/** A node without the empty lines behind it. */
export function extentOf(text: string, node: Span): Span {
  return { start: node.start, end: contentEnd(text, node) }
}

/** An entry from its key to the end of its value; to the colon where nothing stands behind it. */
export function pairExtent(text: string, { key, value }: Pair): Span {
  const { start, end } = extentOf(text, key)
  if (value && value.end > value.start && value.start >= start) return { start, end: Math.max(end, contentEnd(text, value)) }
  const colon = /^[ \t]*:/.exec(text.slice(end, end + mostBeforeColon))
  return { start, end: end + (colon?.[0].length ?? 0) }
}

/** A key and its colon stand close together; a text of spaces must not be searched for every key. */
const mostBeforeColon = 100

/** The items of a list from their dashes on; between brackets an item begins with itself. */
export function itemExtents(text: string, { flow, items, start }: Sequence): readonly Span[] {
  let at = start
  return items.map((item) => {
    if (flow) return extentOf(text, item)
    at = skipToDash(text, at, Math.max(item.start, at))
    const dash = text[at] === '-' ? at : Math.min(item.start, Math.max(at, start))
    const end = Math.max(dash + 1, contentEnd(text, { start: dash, end: item.end }))
    at = Math.max(at + 1, end)
    return { start: dash, end }
  })
}

/** The next place that is neither space nor comment. */
function skipToDash(text: string, from: number, limit: number): number {
  let at = from
  let comment = false
  while (at < limit && (comment || text[at] === '#' || isSpace(text.charAt(at)))) {
    if (text[at] === '#') comment = true
    if (text[at] === '\n' || text[at] === '\r') comment = false
    at++
  }
  return at
}

function isSpace(character: string): boolean {
  return character === ' ' || character === '\n' || character === '\r' || character === '\t'
}

/** The single value of an entry, wherever an alias or a merge takes it from. */
export function textOf(node: Node | undefined, key?: string): string | undefined {
  const holder = resolved(node)
  if (key === undefined) return holder?.kind === 'scalar' ? holder.text : undefined
  return holder?.kind === 'mapping' ? textOf(holder.entries.get(key)?.pair.value) : undefined
}

/** The entries of a mapping that stand in it themselves, by their keys. */
export function ownEntries(node: Node | undefined): readonly { readonly key: string; readonly pair: Pair }[] {
  if (node?.kind !== 'mapping') return []
  return node.pairs.flatMap((pair) => {
    const key = keyText(pair.key)
    return key === undefined || isMergeKey(pair.key) ? [] : [{ key, pair }]
  })
}
