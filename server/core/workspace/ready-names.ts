import { type Candidate, candidate } from '../text/ids.ts'
import { foldTight } from '../text/words.ts'
import type { DocumentKind, Portfolio } from './portfolio.ts'

interface Titled {
  readonly id: string
  readonly title: string | undefined
}

/** The names of all documents of a kind, made ready once for all that is asked before the next change: every file may ask. */
export function createReadyNames(
  all: (kind: DocumentKind) => readonly Titled[],
): Pick<Portfolio, 'candidates' | 'titles'> & { readonly forget: () => void } {
  const candidates = new Map<DocumentKind, readonly Candidate[]>()
  const titles = new Map<DocumentKind, ReturnType<typeof titlesOf>>()
  return {
    candidates: (kind) => held(candidates, kind, () => [...new Set(all(kind).map(({ id }) => id))].map(candidate)),
    titles: (kind) => held(titles, kind, () => titlesOf(all(kind))),
    forget: () => {
      candidates.clear()
      titles.clear()
    },
  }
}

function held<K, T>(known: Map<K, T>, key: K, make: () => T): T {
  const value = known.get(key) ?? make()
  known.set(key, value)
  return value
}

function titlesOf(all: readonly Titled[]): ReadonlyMap<string, string | undefined> {
  const found = new Map<string, string | undefined>()
  for (const { id, title = '' } of all) {
    const key = foldTight(title)
    if (key !== '') found.set(key, found.has(key) && found.get(key) !== id ? undefined : id)
  }
  return found
}
