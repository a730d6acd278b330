import { codeIn } from '../model/prose.ts'
import { isObject, type Value } from '../model/read.ts'
import { find } from '../syntax/locate.ts'
import type { Mapping, Pair } from '../syntax/tree.ts'
import { lineAround, lineBreakOf } from '../text/lines.ts'
import { asScalar, quote } from '../text/quote.ts'
import type { Edit } from '../text/span.ts'
import { sourceIds } from '../workspace/references.ts'
import { contentEnd, indentOf, insertAt, lastLineEnd, pairEnd, prefixOf } from './extent.ts'
import { citing, type Prose, placeIn, proseAt } from './prose.ts'
import type { Refactoring, Spot } from './refactoring.ts'
import { addedAtRoot } from './root-entries.ts'
import { freeId, sourceIdFor } from './source-ids.ts'
import { type WebAddress, webAddressesIn } from './web-addresses.ts'

/**
 * A web address in prose becomes a source that is cited there. Its title is left
 * to the writer, and a finding asks for it: nothing is fetched, and the words of a
 * link are those of the sentence.
 */
export const refactoring: Refactoring = {
  id: 'extract-source',
  nature: 'extract',
  propose: (spot) => {
    const prose = proseAt(spot)
    const address = prose && addressAt(spot, prose)
    if (!address) return undefined
    const known = sourceWith(spot.part.document.value, address.url)
    const id = known ?? newId(spot, address.url)
    const words = address.words === undefined ? `[@${id}]` : `${address.words} [@${id}]`
    const cited = citing(spot, prose, [address.from, address.to], words)
    const entered = known === undefined ? enter(spot, id, address) : []
    if (!cited || !entered) return undefined
    return {
      title: known === undefined ? `Make this address a source, ${id}, and cite it` : `Cite the source ${id} in the place of its address`,
      edits: [cited, ...entered],
    }
  },
}

function addressAt(spot: Spot, prose: Prose): WebAddress | undefined {
  const { text } = prose.scalar
  const { selection } = spot
  const inCode = codeIn(text)
  return webAddressesIn(text).find(({ from, to }) => {
    const place = placeIn(spot, prose, from, to)
    return place.start <= selection.start && selection.end <= place.end && !inCode(from)
  })
}

/** The id of the source that has this address already. */
function sourceWith(value: Value, url: string): string | undefined {
  const sources = isObject(value) ? value['sources'] : undefined
  return isObject(sources) ? Object.keys(sources).find((id) => isObject(sources[id]) && sources[id]['url'] === url) : undefined
}

function newId({ part: { document }, setting: { portfolio } }: Spot, url: string): string {
  const { value } = document
  const dates = isObject(value) ? value['dates'] : undefined
  const date = document.kind === 'brief' ? document.model.date : isObject(dates) ? dates['start'] : undefined
  const sources = sourceIds(document)
  const isTaken = (id: string) => sources.has(id) || portfolio.defined('engagement', id).length > 0
  return freeId(sourceIdFor(url, /^\d{4}/.exec(String(date ?? ''))?.[0] ?? ''), isTaken)
}

/** Adds the entry as the last of the sources, in the form of the one before it. */
function enter(spot: Spot, id: string, address: WebAddress): readonly Edit[] | undefined {
  const { root } = spot.part.tree
  const { node, pair } = find(root, ['sources'])
  const lines = entryLines(id, address.url).map((line) => `  ${line}`)
  if (!pair) return addedAtRoot(spot, [{ key: 'sources', lines: ['sources:', ...lines] }])
  if (!node || node.start === node.end) return belowKey(spot, pair, lines)
  if (node.kind !== 'mapping') return undefined
  const edit = node.flow ? betweenBraces(spot, node, entryBetweenBraces(id, address.url)) : belowLast(spot, node, id, address)
  return edit && [edit]
}

function entryLines(id: string, url: string): readonly string[] {
  return [`${id}:`, '  type: webpage', '  title:', `  url: ${asScalar(url)}`]
}

function entryBetweenBraces(id: string, url: string): string {
  return `${id}: { type: webpage, title: "", url: ${quote(url)} }`
}

/** Only where nothing but a remark stands behind the key. */
function belowKey({ file: { text } }: Spot, pair: Pair, lines: readonly string[]): readonly Edit[] | undefined {
  const { end } = lineAround(text, pair.key.start)
  if (prefixOf(text, pair.key.start)?.trim() !== '' || !/^[ \t]*(?:#.*)?$/.test(text.slice(pairEnd(text, pair), end))) return undefined
  const indent = lineBreakOf(text) + ' '.repeat(indentOf(text, pair.key.start))
  return [insertAt(end, lines.map((line) => indent + line).join(''))]
}

function betweenBraces({ file: { text } }: Spot, node: Mapping, entry: string): Edit {
  const last = node.pairs.at(-1)
  if (last) return insertAt(pairEnd(text, last), `, ${entry}`)
  return { span: { start: node.start, end: contentEnd(text, node) }, text: `{ ${entry} }` }
}

function belowLast({ file: { text } }: Spot, node: Mapping, id: string, address: WebAddress): Edit | undefined {
  const last = node.pairs.at(-1)
  const indent = last && prefixOf(text, last.key.start)
  if (!last || indent === undefined || indent.trim() !== '') return undefined
  const isFlow = last.value?.kind === 'mapping' && last.value.flow
  const lines = isFlow ? [entryBetweenBraces(id, address.url)] : entryLines(id, address.url)
  return insertAt(lastLineEnd(text, last), lines.map((line) => lineBreakOf(text) + indent + line).join(''))
}
