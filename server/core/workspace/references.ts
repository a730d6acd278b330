import type { Document } from '../model/document.ts'
import { isObject } from '../model/read.ts'
import { idFinder, type Near } from '../text/ids.ts'
import { foldTight } from '../text/words.ts'
import type { Portfolio } from './portfolio.ts'

/**
 * What an id in prose stands for.
 * - `nothing`: it is dead; `like` is what it was most likely meant to be.
 * - `unknown`: it may stand in the bibliography, or among sources that cannot be read.
 */
export type Meaning =
  | { readonly is: 'engagement' | 'source' | 'unknown' }
  | { readonly is: 'nothing'; readonly like: 'engagement' | 'source'; readonly near: Near | undefined }

/** The keys under `sources`, also of sources that are still half-typed. */
export function sourceIds({ value }: Document): ReadonlySet<string> {
  const sources = isObject(value) ? value['sources'] : undefined
  return new Set(isObject(sources) ? Object.keys(sources).filter((key) => !key.startsWith('x-')) : [])
}

/** Whether every source that the file may refer to is known: none stands in a bibliography or in a broken part. */
export function allSourcesKnown({ value, damaged }: Document): boolean {
  const elsewhere = isObject(value) && typeof value['bibliography'] === 'string'
  return !elsewhere && !damaged.has('sources') && !damaged.has('bibliography')
}

/** A reader of `[@id]` for one document. A source of the file wins over an engagement of the same id. */
export function citationReader(document: Document, portfolio: Portfolio): (id: string) => Meaning {
  const sources = sourceIds(document)
  const known = allSourcesKnown(document)
  const find = idFinder(() => [...sources, ...portfolio.ids('engagement')])
  return (id) => {
    if (sources.has(id)) return { is: 'source' }
    if (portfolio.defined('engagement', id).length > 0) return { is: 'engagement' }
    if (!known) return { is: 'unknown' }
    const near = find(id)
    const source = near ? sources.has(near.id) : sources.size > 0 && looksLikeSource(id)
    return { is: 'nothing', like: source ? 'source' : 'engagement', near }
  }
}

/** Citation keys as reference managers make them: one word that ends in a year, as cnn2024. */
function looksLikeSource(id: string): boolean {
  return /^\p{L}+(?:19|20)\d\d[a-z]?$/iu.test(id)
}

/** A search for the engagement that a word was meant to be, by its id or its title. */
export function engagementFinder(portfolio: Portfolio): (word: string) => Near | undefined {
  const byId = idFinder(() => portfolio.ids('engagement'))
  let byTitle: ReadonlyMap<string, string | undefined> | undefined
  return (word) => {
    const near = byId(word)
    if (near) return near
    byTitle ??= engagementTitles(portfolio)
    const id = byTitle.get(foldTight(word))
    return id === undefined ? undefined : { id, same: false }
  }
}

/** Engagements by their titles, folded; a title that two of them share names neither. */
export function engagementTitles(portfolio: Portfolio): ReadonlyMap<string, string | undefined> {
  const found = new Map<string, string | undefined>()
  for (const id of portfolio.ids('engagement')) {
    for (const { title } of portfolio.defined('engagement', id)) {
      const key = foldTight(title ?? '')
      if (key !== '') found.set(key, found.has(key) && found.get(key) !== id ? undefined : id)
    }
  }
  return found
}
