import { isLocal, type Name, ownerOf } from './mentions.ts'
import type { Entry, NameKind, Portfolio, TermEntry, TermKind } from './portfolio.ts'
import type { Project } from './project.ts'

/** The files in which a name stands for one thing. Both lists are in the order of the paths. */
export interface Reach {
  /** Those that give the name to it; none for a built-in word and for a name that leads nowhere. */
  readonly homes: readonly string[]
  /** Those that speak of it, its homes among them. */
  readonly files: readonly string[]
}

/** The words that a team's vocabulary may define. */
export type TeamKind = 'organization' | 'engagement-type' | 'exercise-form' | 'exercise-focus' | 'naming'

export function isTeamKind(kind: Name['kind']): kind is TeamKind {
  return ['organization', 'engagement-type', 'exercise-form', 'exercise-focus', 'naming'].includes(kind)
}

/** How far a name reaches from a file in which it stands. */
export function reachOf(project: Project, path: string, { kind, id }: Name): Reach {
  const { portfolio } = project
  if (isLocal(kind)) return { homes: [path], files: [path] }
  if (isTeamKind(kind)) return teamReach(project, path, kind, id)
  const homes = ordered(definersOf(portfolio, { kind, id }).map((entry) => entry.path))
  return { homes, files: ordered([...homes, ...portfolio.mentioned(kind, id), path]) }
}

/** Where files give a name to something. */
export function definersOf(
  portfolio: Pick<Portfolio, 'defined' | 'terms'>,
  { kind, id }: { readonly kind: NameKind; readonly id: string },
): readonly (Entry | TermEntry)[] {
  return kind === 'engagement' || kind === 'brief' ? portfolio.defined(kind, id) : termsOf(portfolio, { kind, id })
}

/** Where a word or snippet is; what a snippet asks for is found with the snippet. */
export function termsOf(
  { terms }: Pick<Portfolio, 'terms'>,
  { kind, id }: { readonly kind: TermKind | 'param'; readonly id: string },
): readonly TermEntry[] {
  return kind === 'param' ? terms('snippet', ownerOf(id)) : terms(kind, id)
}

/**
 * A team's word holds where the configuration names its vocabulary, so the same
 * id may be one thing in one folder and another in the next. Two vocabularies
 * that hold side by side anywhere define one thing.
 */
function teamReach(project: Project, path: string, kind: TeamKind, id: string): Reach {
  const { portfolio } = project
  const definers = portfolio.terms(kind, id).map((entry) => entry.path)
  const speakers = new Set([...definers, ...portfolio.mentioned(kind, id), ...(kind === 'naming' ? settings(project) : []), path])
  const homesIn = (file: string): readonly string[] => {
    const inForce = project.vocabularyFiles(project.configOf(file))
    return definers.filter((definer) => definer === file || inForce.includes(definer))
  }
  const homesOf = new Map([...speakers].map((file) => [file, homesIn(file)] as const))
  const homes = new Set(homesOf.get(path))
  const isWithin = (file: string) => {
    const own = homesOf.get(file) ?? []
    return homes.size === 0 ? own.length === 0 : own.some((home) => homes.has(home))
  }
  for (let before = -1; before !== homes.size; ) {
    before = homes.size
    for (const file of speakers) if (isWithin(file)) for (const home of homesOf.get(file) ?? []) homes.add(home)
  }
  return { homes: ordered(homes), files: ordered([...speakers].filter(isWithin)) }
}

/** Configurations that others extend may bear any name, so the portfolio does not know them. */
function settings({ configs }: Project): readonly string[] {
  return [...configs.values()].flatMap(({ files }) => files.map(({ path }) => path))
}

function ordered(paths: Iterable<string>): readonly string[] {
  return [...new Set(paths)].sort()
}
