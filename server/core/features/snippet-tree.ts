import { snippetExample } from '../snippets/example.ts'
import { portfolioAt } from '../workspace/in-force.ts'
import { isBuiltIn } from '../workspace/paths.ts'
import type { TermEntry } from '../workspace/portfolio.ts'
import type { Project } from '../workspace/project.ts'
import { usesOf } from '../workspace/snippet-uses.ts'
import { houseOf } from '../workspace/whole-brief.ts'
import type { Files } from './feature.ts'
import { termPageUri } from './term-page.ts'

/** The libraries that the open folders can use, those of the team first; each is a `SnippetLibrary` of the protocol. */
export function snippetTree(workspaces: readonly Files[]) {
  const branches = new Map<string, ReturnType<typeof branchOf>>()
  for (const files of workspaces) for (const branch of branchesOf(files)) if (!branches.has(branch.uri)) branches.set(branch.uri, branch)
  return [...branches.values()].sort((a, b) => Number(a.isBuiltIn) - Number(b.isBuiltIn) || (a.title < b.title ? -1 : 1))
}

function branchesOf(files: Files) {
  const { project } = files
  const seen = new Map<string, TermEntry>()
  for (const portfolio of [portfolioAt(project, ''), project.portfolio])
    for (const id of portfolio.termIds('library'))
      for (const term of portfolio.terms('library', id)) if (!seen.has(term.path)) seen.set(term.path, term)
  return [...seen.values()].map((term) => branchOf(files, project, term))
}

function branchOf(files: Files, project: Project, { id, title = id, version, path }: TermEntry) {
  // A library sees itself, whatever else has its name.
  const portfolio = portfolioAt(project, path)
  const own = portfolio.termIds('snippet').flatMap((name) => portfolio.terms('snippet', name).filter((term) => term.path === path))
  const house = houseOf({ portfolio, vocabulary: project.vocabularyOf(project.configOf(path)) })
  const uriOf = (term: Pick<TermEntry, 'kind' | 'id'>) =>
    isBuiltIn(path) ? termPageUri({ kind: term.kind, id: term.id }) : files.uri(path)
  return {
    id,
    title,
    version: version ?? null,
    uri: uriOf({ kind: 'library', id }),
    isBuiltIn: isBuiltIn(path),
    snippets: own.map((term) => ({
      name: term.id,
      title: term.title ?? term.id,
      description: term.snippet?.description ?? '',
      scope: term.snippet?.scope ?? [],
      uri: uriOf(term),
      at: isBuiltIn(path) ? { line: 0, character: 0 } : { line: term.idRange.start.line - 1, character: term.idRange.start.column - 1 },
      ...usesIn(project, term),
      example: snippetExample(term.id, house),
    })),
  }
}

function usesIn({ portfolio }: Project, { id, path }: TermEntry) {
  const { files, stale } = usesOf(portfolio, id)
  return { uses: files.filter((user) => user !== path).length, stale: stale.length }
}
