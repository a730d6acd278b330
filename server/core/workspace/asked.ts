import type { DocumentKind, EditablePortfolio, NameKind, Portfolio, TermKind } from './portfolio.ts'

/**
 * What is asked of the portfolio while a file is checked, as keys: "defined
 * engagement rimpac-2024", "ids brief". When an answer changes, its key tells
 * which files have to be checked anew, whatever rules there are.
 */
export type Keys = ReadonlySet<string>

/** Where something stands, apart from what it is: a line break above it moves it and changes nothing else. */
export const places: readonly string[] = ['idRange', 'tlpRange', 'places']

/** The same portfolio, with a note of every question. */
export function noting(portfolio: EditablePortfolio): { readonly portfolio: EditablePortfolio; readonly keys: () => Keys } {
  const keys = new Set<string>()
  const shown = new Map<string, readonly object[]>()
  const named = <T extends object>(what: string, items: readonly T[]): readonly T[] => {
    keys.add(`defined ${what}`)
    const known = shown.get(what) ?? items.map((item) => withPlacesNoted(item, () => keys.add(`placed ${what}`)))
    shown.set(what, known)
    return known as readonly T[]
  }
  const asked = <T>(key: string, answer: T): T => {
    keys.add(key)
    return answer
  }
  // Every member is named, so that one which is added later cannot be asked without a note.
  const noted: EditablePortfolio = {
    defined: (kind, id) => named(`${kind} ${id}`, portfolio.defined(kind, id)),
    terms: (kind, id) => named(`${kind} ${id}`, portfolio.terms(kind, id)),
    cited: (kind, id) => asked(`cited ${kind} ${id}`, portfolio.cited(kind, id)),
    mentioned: (kind, id) => asked(`mentioned ${kind} ${id}`, portfolio.mentioned(kind, id)),
    leading: (holds) => asked('leading', portfolio.leading(holds)),
    ids: (kind) => asked(`ids ${kind}`, portfolio.ids(kind)),
    candidates: (kind) => asked(`ids ${kind}`, portfolio.candidates(kind)),
    // A title is a fact of its document, and here all of them are asked for at once.
    titles: (kind) => asked(`any ${kind}`, portfolio.titles(kind)),
    termIds: (kind) => asked(`ids ${kind}`, portfolio.termIds(kind)),
    of: (path) => asked(`of ${path}`, portfolio.of(path)),
    paths: () => asked('paths', portfolio.paths()),
    // A file of references answers for itself, under its path.
    bibliography: (path) => asked(`bibliography ${path}`, portfolio.bibliography(path)),
    naming: (path) => asked(`naming ${path}`, portfolio.naming(path)),
    bibliographies: () => asked('bibliographies', portfolio.bibliographies()),
    folded: portfolio.folded,
    unsettled: portfolio.unsettled,
    set: portfolio.set,
    setBibliography: portfolio.setBibliography,
  }
  return { portfolio: noted, keys: () => compact(keys) }
}

function withPlacesNoted<T extends object>(item: T, note: () => void): T {
  const copy = { ...item }
  for (const key of places) {
    if (!(key in item)) continue
    Object.defineProperty(copy, key, {
      enumerable: true,
      get: () => {
        note()
        return item[key as keyof T]
      },
    })
  }
  return copy
}

/** A search through all titles asks for every id; so many questions are kept as one. */
const mostKeys = 200

function compact(keys: Keys): Keys {
  if (keys.size <= mostKeys) return new Set(keys)
  return new Set([...keys].map((key) => key.replace(/^(?:defined|placed) (\S+) .*$/s, 'any $1')))
}

/** What a portfolio answers to a question that was noted, as a text: the same text, the same answer. */
export function answerTo(portfolio: Portfolio, key: string): string {
  const [, verb = '', kind = '', id = ''] = /^(\S+) ?(\S*) ?(.*)$/s.exec(key) ?? []
  const rest = key.slice(verb.length + 1)
  switch (verb) {
    case 'defined':
      return written(namedBy(portfolio, kind, id).map(factsOf))
    case 'placed':
      return written(namedBy(portfolio, kind, id).map((item) => places.map((place) => item[place as keyof typeof item])))
    case 'any':
      return written(idsOf(portfolio, kind).map((each) => namedBy(portfolio, kind, each)))
    case 'ids':
      return written(idsOf(portfolio, kind))
    case 'cited':
      return written(portfolio.cited(kind as NameKind, id))
    case 'mentioned':
      return written(portfolio.mentioned(kind as NameKind, id))
    case 'leading':
      return written([...portfolio.paths()].sort().map((path) => [path, portfolio.of(path)?.targets]))
    case 'of':
      return written(portfolio.of(rest))
    case 'paths':
      return written([...portfolio.paths()].sort())
    case 'bibliography':
      return written(portfolio.bibliography(rest))
    case 'naming':
      return written(portfolio.naming(rest))
    case 'bibliographies':
      return written(portfolio.bibliographies())
    default:
      throw new Error(`nothing answers "${verb}"`)
  }
}

function isDocument(kind: string): kind is DocumentKind {
  return kind === 'engagement' || kind === 'brief'
}

function namedBy(portfolio: Portfolio, kind: string, id: string): readonly object[] {
  return isDocument(kind) ? portfolio.defined(kind, id) : portfolio.terms(kind as TermKind, id)
}

function idsOf(portfolio: Portfolio, kind: string): readonly string[] {
  return isDocument(kind) ? portfolio.ids(kind) : portfolio.termIds(kind as TermKind)
}

function factsOf(item: object): object {
  return Object.fromEntries(Object.entries(item).filter(([name]) => !places.includes(name)))
}

function written(answer: unknown): string {
  return JSON.stringify(answer, (_, value: unknown) => (value instanceof Map || value instanceof Set ? [...value] : value)) ?? ''
}
