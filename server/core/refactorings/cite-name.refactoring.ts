import { citationMark, codeIn } from '../model/prose.ts'
import { isObject } from '../model/read.ts'
import { foldTight } from '../text/words.ts'
import { sourceIds } from '../workspace/references.ts'
import { citing, type Prose, placeIn, proseAt } from './prose.ts'
import type { Proposal, Refactoring, Spot } from './refactoring.ts'

/** A title longer than this is not looked for around a cursor; whoever means it selects it. */
const mostWords = 12

export const refactoring: Refactoring = {
  id: 'cite-name',
  nature: 'rewrite',
  propose: (spot) => {
    const prose = proseAt(spot)
    if (!prose) return undefined
    const named = namesIn(spot)
    const isBorrowed = borrowed(prose.scalar.text)
    for (const [from, to] of stretchesAt(spot, prose)) {
      const words = prose.scalar.text.slice(from, to)
      const id = isBorrowed(from, to) ? undefined : named(words)
      if (id !== undefined) return proposal(spot, prose, { id, words, to: behindQuotes(prose.scalar.text, from, to) })
    }
    return undefined
  },
}

function proposal(
  spot: Spot,
  prose: Prose,
  { id, words, to }: { readonly id: string; readonly words: string; readonly to: number },
): Proposal | undefined {
  if (prose.scalar.text.slice(to).trimStart().startsWith(`[@${id}]`)) return undefined
  const edit = citing(spot, prose, [to, to], ` [@${id}]`)
  return edit && { title: `Cite [@${id}] after "${words.replace(/\s+/g, ' ')}"`, edits: [edit] }
}

/** The end of a name with the quotation marks or Markdown marks around it. */
function behindQuotes(text: string, from: number, to: number): number {
  let more = 0
  while (/["“„'‘«*_]/.test(text.charAt(from - 1 - more)) && /["”“'’»*_]/.test(text.charAt(to + more))) more++
  return to + more
}

/** In code and in web addresses a name is none, and within a citation it cites already. */
function borrowed(text: string): (from: number, to: number) => boolean {
  const inCode = codeIn(text)
  const taken = [...text.matchAll(citationMark), ...text.matchAll(/https?:\/\/\S+/gi)].map(
    ({ index, 0: { length } }) => [index, index + length] as const,
  )
  return (from, to) => inCode(from) || taken.some(([start, end]) => start < to && from < end)
}

type Stretch = readonly [from: number, to: number]

/** What the selection marks, by whole words; of a cursor, all stretches of words around it, the longest first. */
function stretchesAt(spot: Spot, prose: Prose): readonly Stretch[] {
  const { start, end } = spot.selection
  const words = [...prose.scalar.text.matchAll(/[\p{L}\p{N}]+/gu)].map(({ index, 0: { length } }): Stretch => [index, index + length])
  const touched = words.flatMap(([from, to], i) => {
    const place = placeIn(spot, prose, from, to)
    return place.start <= end && start <= place.end ? [i] : []
  })
  const [first, last] = [touched[0], touched.at(-1)]
  if (first === undefined || last === undefined) return []
  if (start < end) return stretches(words, [first, first], [last, last])
  return stretches(words, [Math.max(0, first - mostWords + 1), first], [last, Math.min(words.length, last + mostWords) - 1])
}

function stretches(words: readonly Stretch[], [a, b]: Stretch, [c, d]: Stretch): readonly Stretch[] {
  const found: Stretch[] = []
  for (let i = a; i <= b; i++) for (let j = c; j <= d; j++) found.push([words[i]?.[0] ?? 0, words[j]?.[1] ?? 0])
  return found.sort((x, y) => y[1] - y[0] - (x[1] - x[0]))
}

/** The id that words name exactly, but for case, accents and spaces: an engagement by its title or id, or a source of the file by its title. */
function namesIn({ part: { document }, setting: { portfolio } }: Spot): (words: string) => string | undefined {
  const own = isObject(document.value) ? document.value['id'] : undefined
  const sources = sourceIds(document)
  const titles = portfolio.titles('engagement')
  const ids = new Map(portfolio.ids('engagement').map((id) => [foldTight(id), id]))
  const bySource = sourceTitles(document.value)
  return (words) => {
    const key = foldTight(words)
    if (key.length < 3) return undefined
    const id = titles.get(key) ?? ids.get(key)
    return id !== undefined && id !== own && !sources.has(id) ? id : bySource.get(key)
  }
}

function sourceTitles(value: unknown): ReadonlyMap<string, string> {
  const sources = isObject(value) ? value['sources'] : undefined
  if (!isObject(sources)) return new Map()
  return new Map(
    Object.entries(sources).flatMap(([id, source]) =>
      isObject(source) && typeof source['title'] === 'string' ? [[foldTight(source['title']), id]] : [],
    ),
  )
}
