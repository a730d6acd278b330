import { kindOfName } from '../model/kinds.ts'
import { builtInLibraries } from '../snippets/built-in.generated.ts'
import { type ConfigChain, type ConfigProblem, setting } from './config.ts'
import { openFile, summaryOf } from './file.ts'
import { type Named, type Place, placeOf, whyNothing } from './library-places.ts'
import type { FileContent, Workspace } from './port.ts'
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
  const folders: { readonly rank: number; readonly holds: Place['holds'] }[] = []
  const packaged: Shipped[] = []
  const problems: ConfigProblem[] = []
  for (const entry of named) {
    const { rank, at } = entry
    const place = placeOf(workspace, entry)
    const isThere = files.some(place.holds)
    if (isThere || place.isPath) folders.push({ rank, holds: place.holds })
    if (isThere) continue
    const { terms, read } = await readElsewhere(workspace, place)
    packaged.push(...terms.map((term) => ({ rank, term })))
    const isTrusted = workspace.outside !== undefined
    if (terms.length === 0 && at) problems.push({ at, ...whyNothing(entry, place, { isTrusted, read }) })
  }
  return {
    rank: (path) => folders.find(({ holds }) => holds(path))?.rank,
    shipped: byName([...packaged, ...ofChancery]),
    problems: [...problems, ...clashes(packaged, named)],
  }
}

/** The nearest configuration first: what stands in it counts more than what it extends. */
function namedBy({ files, path }: ConfigChain): readonly Named[] {
  const all = files.toReversed().flatMap((file) =>
    (file.model.libraries ?? []).flatMap((written, index) => {
      const at = file.path === path ? ['libraries', index] : undefined
      // The schema tells of an empty entry; as the name of a package it would stand for all of them.
      return written === '' ? [] : [{ written, folder: file.folder, at }]
    }),
  )
  return all.map((each, rank) => ({ ...each, rank }))
}

/** What the nearest place holds that has libraries; with all that was read on the way. */
async function readElsewhere({ read, packaged, outside }: Workspace, { isOutside, elsewhere }: Place): Promise<Elsewhere> {
  const all: FileContent[] = []
  for (const place of elsewhere) {
    const paths = (await (isOutside ? outside : packaged)?.(place)) ?? []
    const contents = await Promise.all([...paths].sort().map(async (path) => ({ path, content: await read(path) })))
    all.push(...contents.map(({ content }) => content))
    const terms = contents.flatMap(({ path, content }) => ('text' in content ? termsIn(path, content.text) : []))
    if (terms.length > 0) return { terms, read: all }
  }
  return { terms: [], read: all }
}

interface Elsewhere {
  readonly terms: readonly TermEntry[]
  readonly read: readonly FileContent[]
}

function termsIn(path: string, text: string): readonly TermEntry[] {
  return summaryOf(openFile(path, text)).terms.filter(({ kind }) => kind === 'library' || kind === 'snippet')
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
