import { ownerOf } from './mentions.ts'
import type { Portfolio } from './portfolio.ts'

/** The files that take in a snippet or hold a copy of it, and those whose copy is of an older version with other words. */
export interface SnippetUses {
  readonly files: readonly string[]
  readonly stale: readonly string[]
}

export function usesOf(portfolio: Pick<Portfolio, 'cited' | 'terms' | 'of'>, name: string): SnippetUses {
  const [library] = portfolio.terms('library', ownerOf(name))
  const former = portfolio.terms('snippet', name)[0]?.snippet?.former ?? []
  const current = library?.version ?? 0
  // Without a former version nobody knows whether its words have changed since.
  const hasChanged = (version: number) => version < current && former.some((each) => (each.version ?? 0) >= version)
  const copied = portfolio.cited('copy', name)
  const stale = copied.filter((path) =>
    portfolio.of(path)?.citations.some(({ kind, to }) => kind === 'copy' && to.startsWith(`${name}@`) && hasChanged(versionIn(to))),
  )
  return { files: [...new Set([...portfolio.cited('snippet', name), ...copied])].sort(), stale }
}

function versionIn(copy: string): number {
  return Number(copy.slice(copy.lastIndexOf('@') + 1))
}
