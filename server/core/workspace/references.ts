import type { Document } from '../model/document.ts'
import type { Field } from '../model/fields.ts'
import { isObject } from '../model/read.ts'
import { candidate, idFinder, type Near } from '../text/ids.ts'
import type { Path } from '../text/path.ts'
import { foldTight } from '../text/words.ts'
import { bibliographyOf } from './bibliographies.ts'
import { type Local, mentionsIn, type Name } from './mentions.ts'
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

/** The sources to which a document may refer: those under `sources` and those of the bibliography that it names. */
export interface CitableSources {
  /** Those of the file itself. */
  readonly own: ReadonlySet<string>
  readonly has: (id: string) => boolean
  readonly ids: () => readonly string[]
  /** Every one is known: none stands in a broken part, or in a bibliography that cannot be read. */
  readonly areAllKnown: boolean
}

export function citableSources(document: Document, portfolio: Portfolio | undefined): CitableSources {
  const own = sourceIds(document)
  const { value, damaged } = document
  const bibliography = portfolio && bibliographyOf(document, portfolio)
  const references = bibliography?.held?.references
  const namesNone = !isObject(value) || typeof value['bibliography'] !== 'string'
  return {
    own,
    has: (id) => own.has(id) || references?.has(id) === true,
    ids: () => [...own, ...(references?.keys() ?? [])],
    areAllKnown: (namesNone || bibliography?.held?.isComplete === true) && !damaged.has('sources') && !damaged.has('bibliography'),
  }
}

/**
 * What a `[@id]` of a document stands for. A source of the file wins over an
 * engagement of the same id, and that over one of the bibliography, in which may
 * stand what nobody here has chosen.
 */
function meaningIn(sources: CitableSources, isEngagement: (id: string) => boolean): (id: string) => Meaning['is'] {
  return (id) => {
    if (sources.own.has(id)) return 'source'
    if (isEngagement(id)) return 'engagement'
    if (sources.has(id)) return 'source'
    return sources.areAllKnown ? 'nothing' : 'unknown'
  }
}

/**
 * What the ids of a document mean in it. What is neither source nor engagement
 * may stand in the bibliography. Where no engagements are known yet, any id may
 * be that of one.
 */
export function localOf(document: Document, fields: readonly Field[], portfolio: Portfolio | undefined): Local {
  const sources = citableSources(document, portfolio)
  const meaningOf = meaningIn(sources, (id) => portfolio === undefined || portfolio.defined('engagement', id).length > 0)
  return {
    options: idsUnder('options', fields),
    claims: idsUnder('claims', fields),
    citation: (id) => {
      const is = meaningOf(id)
      return is === 'source' || is === 'unknown' ? 'source' : 'engagement'
    },
  }
}

/** The ids that a brief gives to its claims or options. */
export function idsUnder(part: 'claims' | 'options', fields: readonly Field[]): ReadonlySet<string> {
  const ids = fields.flatMap(({ path, value }) => (path.length === 3 && path[0] === part && path[2] === 'id' ? [String(value)] : []))
  return new Set(ids)
}

/** A place that refers to something, with the whole of its text or with a stretch of it. */
export interface Use {
  readonly at: Path
  readonly within?: readonly [from: number, to: number]
}

/** Where a document refers to what one of its fields defines. */
export function usesIn(document: Document, fields: readonly Field[], portfolio: Portfolio): (definition: Field) => readonly Use[] {
  const local = localOf(document, fields, portfolio)
  const found = new Map<string, Use[]>()
  const keyOf = ({ kind, id }: Name) => `${kind} ${id}`
  for (const field of fields) {
    for (const { name, role, within } of mentionsIn(document, field, local)) {
      if (role === 'definition') continue
      const uses = found.get(keyOf(name)) ?? []
      found.set(keyOf(name), uses)
      uses.push({ at: field.path, ...(within ? { within } : {}) })
    }
  }
  return (definition) => {
    const own = mentionsIn(document, definition, local).find(({ role }) => role === 'definition')
    return own ? (found.get(keyOf(own.name)) ?? []) : []
  }
}

/** A reader of `[@id]` for one document, which also knows what a dead one was meant to be. */
export function citationReader(document: Document, portfolio: Portfolio): (id: string) => Meaning {
  const sources = citableSources(document, portfolio)
  const meaningOf = meaningIn(sources, (id) => portfolio.defined('engagement', id).length > 0)
  const find = idFinder(() => [...sources.ids().map(candidate), ...portfolio.candidates('engagement')])
  return (id) => {
    const is = meaningOf(id)
    if (is !== 'nothing') return { is }
    const near = find(id)
    const source = near ? sources.has(near.id) : sources.ids().length > 0 && looksLikeSource(id)
    return { is: 'nothing', like: source ? 'source' : 'engagement', near }
  }
}

/** Citation keys as reference managers make them: one word that ends in a year, as cnn2024. */
function looksLikeSource(id: string): boolean {
  return /^\p{L}+(?:19|20)\d\d[a-z]?$/iu.test(id)
}

/** A search for the engagement that a word was meant to be, by its id or its title. */
export function engagementFinder(portfolio: Portfolio): (word: string) => Near | undefined {
  const byId = idFinder(() => portfolio.candidates('engagement'))
  return (word) => {
    const near = byId(word)
    if (near) return near
    const id = portfolio.titles('engagement').get(foldTight(word))
    return id === undefined ? undefined : { id, same: false }
  }
}
