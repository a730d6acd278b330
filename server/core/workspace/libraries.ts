import { kindOfName } from '../model/kinds.ts'
import { builtInLibraries } from '../snippets/built-in.generated.ts'
import type { Path } from '../text/path.ts'
import { type ConfigChain, type ConfigProblem, packagePlaces, setting } from './config.ts'
import { openFile, summaryOf } from './file.ts'
import { type Globs, globsOf, isGlob, isRelative, join, joinOutside } from './paths.ts'
import type { Workspace } from './port.ts'
import type { TermEntry } from './portfolio.ts'

/** The snippet libraries that hold where a configuration does. */
export interface Libraries {
  /** How near a library of the workspace is, from 0; undefined where the configuration names only others. */
  readonly rank: (path: string) => number | undefined
  /** What stands in no file of the workspace: libraries of packages, and those that come with Chancery. Both by their names, the nearest first. */
  readonly shipped: ReadonlyMap<string, readonly Shipped[]>
  readonly problems: readonly ConfigProblem[]
}

/** A library or a snippet that no team keeps in its workspace. */
interface Shipped {
  readonly rank: number
  readonly term: TermEntry
}

/** Behind every library that a team names. */
const last = Number.MAX_SAFE_INTEGER

const builtIn: readonly Shipped[] = Object.entries(builtInLibraries).flatMap(([path, { id = '', title, version, snippets = [] }]) => {
  const place = { path, index: 0, idRange: { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } } }
  const library: TermEntry = { ...place, kind: 'library', id, title, ...(version === undefined ? {} : { version }) }
  const own = snippets.map(
    (snippet): TermEntry => ({ ...place, kind: 'snippet', id: `${id}/${snippet.id}`, title: snippet.title, snippet }),
  )
  return [library, ...own].map((term) => ({ rank: last, term }))
})

/** A library that comes with Chancery, as a file would hold it. */
export function builtInText(path: string): string {
  const library = { chancery: 'snippets/1', ...builtInLibraries[path] }
  return Object.entries(library)
    .map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`)
    .join('')
}

/** A library or a snippet that comes with Chancery. */
export function builtInTerm(kind: 'library' | 'snippet', id: string): TermEntry | undefined {
  return builtIn.find(({ term }) => term.kind === kind && term.id === id)?.term
}

/** Without a configuration all libraries of the workspace hold. */
export const allLibraries: Libraries = { rank: () => 0, shipped: byName(builtIn), problems: [] }

function byName(shipped: readonly Shipped[]): ReadonlyMap<string, readonly Shipped[]> {
  const named = new Map<string, Shipped[]>()
  for (const each of shipped) {
    const known = named.get(each.term.id)
    if (known) known.push(each)
    else named.set(each.term.id, [each])
  }
  return named
}

/** One entry of the setting `libraries`, with the folder from which it counts. */
interface Named {
  readonly written: string
  readonly folder: string
  readonly rank: number
  /** Where it stands in the workspace's own file; nothing is told of a file that this one extends. */
  readonly at: Path | undefined
}

/** The libraries of each configuration, by its path. What cannot be found becomes a problem of it, never an error. */
export async function readLibraries(
  workspace: Workspace,
  paths: readonly string[],
  configs: ReadonlyMap<string, ConfigChain>,
): Promise<ReadonlyMap<string, Libraries>> {
  const files = paths.filter((path) => kindOfName(path) === 'snippets')
  const result = new Map<string, Libraries>()
  for (const config of configs.values()) result.set(config.path, await librariesOf(workspace, files, config))
  return result
}

async function librariesOf(workspace: Workspace, files: readonly string[], config: ConfigChain): Promise<Libraries> {
  const ofChancery = setting(config, 'built_in_libraries') === false ? [] : builtIn
  const named = namedBy(config)
  const isSaid = config.files.some(({ model }) => model.libraries !== undefined)
  if (!isSaid) return { ...allLibraries, shipped: byName(ofChancery) }
  const folders: { readonly rank: number; readonly folder: string; readonly holds: Globs }[] = []
  const packaged: Shipped[] = []
  const problems: ConfigProblem[] = []
  for (const { written, folder, rank, at } of named) {
    const holds = globsOf([written])
    const isThere = files.some((path) => holds(path, folder))
    if (isThere || isPath(written)) folders.push({ rank, folder, holds })
    if (isThere) continue
    const terms = await shippedTerms(workspace, folder, written)
    packaged.push(...terms.map((term) => ({ rank, term })))
    if (terms.length === 0 && at) problems.push(notFound(at, written, { folder, workspace }))
  }
  return {
    rank: (path) => folders.find(({ folder, holds }) => holds(path, folder))?.rank,
    shipped: byName([...packaged, ...ofChancery]),
    problems: [...problems, ...clashes(packaged, named)],
  }
}

/** The nearest configuration first: what stands in it counts more than what it extends. */
function namedBy({ files, path }: ConfigChain): readonly Named[] {
  const all = files.toReversed().flatMap((file) =>
    (file.model.libraries ?? []).map((written, index) => ({
      written,
      folder: file.folder,
      at: file.path === path ? ['libraries', index] : undefined,
    })),
  )
  return all.map((each, rank) => ({ ...each, rank }))
}

function isPath(written: string): boolean {
  return isRelative(written) || isGlob(written) || written.endsWith('/')
}

/** The libraries of a package, or of a folder outside the workspace. */
async function shippedTerms(workspace: Workspace, folder: string, written: string): Promise<readonly TermEntry[]> {
  if (leadsOut(folder, written)) return allTerms(workspace, (await workspace.outside?.(joinOutside(folder, written))) ?? [])
  return isPath(written) || written.split('/').includes('..') ? [] : packageTerms(workspace, folder, written)
}

function leadsOut(folder: string, written: string): boolean {
  return isPath(written) && !isGlob(written) && join(folder, written) === undefined
}

async function packageTerms(workspace: Workspace, folder: string, name: string): Promise<readonly TermEntry[]> {
  for (const place of packagePlaces(folder, name)) {
    const found = (await workspace.packaged?.(place)) ?? []
    if (found.length > 0) return allTerms(workspace, found)
  }
  return []
}

async function allTerms(workspace: Workspace, paths: readonly string[]): Promise<readonly TermEntry[]> {
  return (await Promise.all([...paths].sort().map((path) => termsOf(workspace, path)))).flat()
}

async function termsOf(workspace: Workspace, path: string): Promise<readonly TermEntry[]> {
  const content = await workspace.read(path)
  if (!('text' in content)) return []
  return summaryOf(openFile(path, content.text)).terms.filter(({ kind }) => kind === 'library' || kind === 'snippet')
}

function notFound(
  at: Path,
  written: string,
  { folder, workspace }: { readonly folder: string; readonly workspace: Workspace },
): ConfigProblem {
  const isTrusted = workspace.outside !== undefined && leadsOut(folder, written)
  if (written.startsWith('/'))
    return {
      at,
      message: `"${written}" begins at the root of a disk, which is another one for each reader. Write the path from the folder of this file, as ./snippets/.`,
    }
  if (isPath(written) && join(folder, written) === undefined && !isTrusted)
    return {
      at,
      message: `"${written}" leads out of the workspace, and no library is read from there unless you trust the workspace: the editor asks for it, and on the command line --trust says so. Otherwise keep the library in a folder of the workspace, or install it as a package.`,
    }
  const why = isPath(written)
    ? `There is no library in "${written}", so its snippets are unknown. Libraries end in .snippets.yaml; the path is relative to this file.`
    : `There is no folder "${written}" with a library here, and no package of that name with one is installed, so its snippets are unknown. Install the package, or correct the name; libraries end in .snippets.yaml.`
  return { at, message: why, isMild: true }
}

/** Of two packages with a library of one name the one that is named first counts. */
function clashes(packaged: readonly Shipped[], named: readonly Named[]): readonly ConfigProblem[] {
  const libraries = packaged.filter(({ term }) => term.kind === 'library')
  return libraries.flatMap(({ rank, term }, i) => {
    const winner = libraries.slice(0, i).find((other) => other.rank !== rank && other.term.id === term.id)
    const [own, other] = [named[rank], winner && named[winner.rank]]
    if (!own?.at || !other) return []
    const message = `The library ${term.id} of "${own.written}" is not used, because "${other.written}", which is named before it, has one of that name as well. Name first the one that is to count, or give one of them another name.`
    return [{ at: own.at, message, isMild: true }]
  })
}
