import type { Libraries } from './libraries.ts'
import { ownerOf } from './mentions.ts'
import type { EditablePortfolio, Summary, TermEntry } from './portfolio.ts'
import type { Project } from './project.ts'

/**
 * The portfolio as a file sees it: of the snippet libraries those that hold where
 * the file is, the nearest first, with those of packages and of Chancery. Of two
 * libraries of one name only the nearest has snippets. A library always sees itself.
 */
export function portfolioAt({ portfolio, librariesOf, configOf }: Project, path: string): EditablePortfolio {
  const view: View = { portfolio, libraries: librariesOf(configOf(path)), path }
  const terms: EditablePortfolio['terms'] = (kind, id) => {
    if (kind === 'library') return librariesNamed(view, id)
    return kind === 'snippet' ? snippetsNamed(view, id) : portfolio.terms(kind, id)
  }
  return {
    ...portfolio,
    terms,
    of: (path) => portfolio.of(path) ?? shippedAt(view.libraries, path),
    termIds: (kind) => {
      if (kind !== 'library' && kind !== 'snippet') return portfolio.termIds(kind)
      const ids = new Set([...portfolio.termIds(kind), ...view.libraries.shipped.keys()])
      return [...ids].filter((id) => terms(kind, id).length > 0).sort()
    },
  }
}

/** What is held of a library that is no file of the workspace. */
function shippedAt({ shipped }: Libraries, path: string): Summary | undefined {
  const terms = [...shipped.values()].flat().flatMap(({ term }) => (term.path === path ? [term] : []))
  return terms.length === 0 ? undefined : { entries: [], terms, citations: [], remarks: [], targets: [] }
}

interface View {
  readonly portfolio: EditablePortfolio
  readonly libraries: Libraries
  /** The file that asks. */
  readonly path: string
}

function librariesNamed({ portfolio, libraries, path }: View, id: string): readonly TermEntry[] {
  const own = portfolio.terms('library', id).flatMap((term) => {
    const rank = term.path === path ? -1 : libraries.rank(term.path)
    return rank === undefined ? [] : [{ rank, term }]
  })
  const shipped = (libraries.shipped.get(id) ?? []).filter(({ term }) => term.kind === 'library')
  return [...own, ...shipped].sort((a, b) => a.rank - b.rank).map(({ term }) => term)
}

function snippetsNamed(view: View, name: string): readonly TermEntry[] {
  const [library] = librariesNamed(view, ownerOf(name))
  if (!library) return []
  const shipped = (view.libraries.shipped.get(name) ?? []).map(({ term }) => term)
  return [...view.portfolio.terms('snippet', name), ...shipped].filter(({ path }) => path === library.path)
}
