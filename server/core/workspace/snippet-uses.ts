import type { Portfolio } from './portfolio.ts'

/** The files that take in a snippet or hold a copy of it, and those whose copy is of an older version with other words. */
export interface SnippetUses {
  readonly files: readonly string[]
  readonly stale: readonly string[]
}

/** A library whose version is larger was not numbered by hand. */
const mostVersions = 500

export function usesOf(portfolio: Pick<Portfolio, 'cited' | 'terms'>, name: string): SnippetUses {
  const [library] = portfolio.terms('library', name.slice(0, Math.max(0, name.indexOf('/'))))
  const former = portfolio.terms('snippet', name)[0]?.snippet?.former ?? []
  const [files, stale] = [new Set(portfolio.cited('snippet', name)), new Set<string>()]
  const current = Math.min(library?.version ?? 0, mostVersions)
  for (let version = 1; version <= current; version++) {
    const hasChanged = version < current && (former.length === 0 || former.some((each) => (each.version ?? 0) >= version))
    for (const path of portfolio.cited('copy', `${name}@${version}`)) {
      files.add(path)
      if (hasChanged) stale.add(path)
    }
  }
  return { files: [...files].sort(), stale: [...stale].sort() }
}
