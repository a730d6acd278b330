import type { Position } from 'vscode-languageserver-types'
import { snippetExample } from '../snippets/example.ts'
import { portfolioAt } from '../workspace/in-force.ts'
import { isBuiltIn } from '../workspace/paths.ts'
import type { TermEntry } from '../workspace/portfolio.ts'
import type { Project } from '../workspace/project.ts'
import { houseOf } from '../workspace/whole-brief.ts'
import type { Files } from './feature.ts'
import { termPageUri } from './term-page.ts'

/** A library as a tree shows it. */
export interface LibraryBranch {
  readonly id: string
  readonly title: string
  readonly version: number | null
  /** Where it is kept: a file, or the page of one that comes with Chancery. */
  readonly uri: string
  readonly isBuiltIn: boolean
  readonly snippets: readonly SnippetLeaf[]
}

export interface SnippetLeaf {
  readonly name: string
  readonly title: string
  readonly description: string
  readonly scope: readonly string[]
  readonly uri: string
  readonly at: Position
  /** How many files take it in or hold a copy. */
  readonly uses: number
  readonly example: string
}

/** The libraries that the open folders can use, those of the team first. */
export function snippetTree(workspaces: readonly Files[]): readonly LibraryBranch[] {
  const branches = new Map<string, LibraryBranch>()
  for (const files of workspaces) for (const branch of branchesOf(files)) if (!branches.has(branch.uri)) branches.set(branch.uri, branch)
  return [...branches.values()].sort((a, b) => Number(a.isBuiltIn) - Number(b.isBuiltIn) || (a.title < b.title ? -1 : 1))
}

function branchesOf(files: Files): readonly LibraryBranch[] {
  const { project } = files
  const seen = new Map<string, TermEntry>()
  for (const portfolio of [portfolioAt(project, ''), project.portfolio])
    for (const id of portfolio.termIds('library'))
      for (const term of portfolio.terms('library', id)) if (!seen.has(term.path)) seen.set(term.path, term)
  return [...seen.values()].map((term) => branchOf(files, project, term))
}

function branchOf(files: Files, project: Project, { id, title = id, version, path }: TermEntry): LibraryBranch {
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
      uses: project.portfolio.cited('snippet', term.id).filter((user) => user !== path).length,
      example: snippetExample(term.id, house),
    })),
  }
}
