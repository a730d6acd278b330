import type { SnippetsSnippet } from '../model/types.generated.ts'
import type { Range } from '../text/finding.ts'
import type { Candidate } from '../text/ids.ts'
import { createShelf, type EditableShelf, type Shelf } from './bibliography-shelf.ts'
import { createFolding, type FoldedNames } from './folded-names.ts'
import { createReadyNames } from './ready-names.ts'
import { createSortedIds } from './sorted-ids.ts'

export type DocumentKind = 'engagement' | 'brief'
/**
 * Words of a vocabulary, snippets, rules, and series, which are nothing but a name; built-in ones are in no file.
 * A copy is named by its snippet, and once more with the version of the library, as "house/note@2".
 */
export type TermKind =
  | 'organization'
  | 'engagement-type'
  | 'exercise-form'
  | 'exercise-focus'
  | 'naming'
  | 'profile'
  | 'scale'
  | 'country'
  | 'library'
  | 'snippet'
  | 'copy'
  | 'rule'
  | 'series'
/** What has a name by which other files refer to it. What a snippet asks for is named by the snippet and its own name, as "house/note/office". */
export type NameKind = DocumentKind | TermKind | 'param'

/** The place at which a file gives something its name. */
interface Named {
  readonly path: string
  /** Which document of its file it is, from 0. */
  readonly index: number
  readonly id: string
  readonly title: string | undefined
  readonly idRange: Range
}

/** A document that has an id, with the facts that other files are checked against. */
export interface Entry extends Named {
  readonly kind: DocumentKind
  readonly type: string | undefined
  readonly status: string | undefined
  readonly start: string | undefined
  readonly end: string | undefined
  /** The day that a brief bears, or on which an agreement was signed. */
  readonly date: string | undefined
  readonly tlp: string | undefined
  readonly marking: string | undefined
  /** Where the marking stands, or the id where there is none. */
  readonly tlpRange: Range
  /** Of a brief. */
  readonly stage: string | undefined
  readonly engagement: EngagementFacts | undefined
  /** Where those facts stand, by their paths with dots, such as "dates.start" and "exercise.scale.personnel". */
  readonly places: Readonly<Record<string, Range>>
}

/** What briefs and other engagements are compared with. */
export interface EngagementFacts {
  readonly series: string | undefined
  readonly iteration: number | undefined
  /** The States that take part, in alphabetical order, each once. */
  readonly countries: readonly string[]
  /** Whether those are all that took part. */
  readonly isComplete: boolean
  readonly organizations: readonly string[]
  /** The first role that each country or organization is said to have. */
  readonly roles: Readonly<Record<string, string>>
  readonly functions: readonly string[]
  readonly themes: readonly string[]
  /** Where it took place, as far as a point of it is known. */
  readonly spot: { readonly name: string | undefined; readonly lat: number; readonly lon: number } | undefined
  readonly scale: Readonly<Record<string, number | string>>
  /** How an exercise was played. */
  readonly forms: readonly string[]
  readonly isLiveFire: boolean
  /** The area is one on which States have rival claims. */
  readonly isDisputed: boolean
  readonly agreement: AgreementFacts | undefined
}

export interface AgreementFacts {
  readonly signed: string | undefined
  readonly inForce: string | undefined
  readonly ended: string | undefined
}

/** A word that a team's vocabulary adds, or a snippet of a library by its full name. */
export interface TermEntry extends Named {
  readonly kind: TermKind
  /** A snippet itself, to be taken in by other files. */
  readonly snippet?: SnippetsSnippet
  /** Of a snippet library. */
  readonly version?: number
}

/** A file refers to something by its id, once or more often. A `[@id]` may mean a source of the file; whoever asks knows the id. */
export interface Citation {
  readonly kind: NameKind
  readonly to: string
}

/** What the rest of the workspace needs to know of a file; kept instead of its text and tree. */
export interface Summary {
  readonly entries: readonly Entry[]
  readonly terms: readonly TermEntry[]
  readonly citations: readonly Citation[]
  /** What its comments speak of, which is not to cite it. */
  readonly remarks: readonly Citation[]
  /** Where the paths lead by which it names other files, from the root of the workspace. */
  readonly targets: readonly string[]
  /** Nothing of it can be read, as while a merge is not settled: what it names is not known. */
  readonly isUnreadable?: true
  /** Paths of the files of references that its documents name, each once. */
  readonly bibliographies?: readonly string[]
}

/** Who defines and who cites which id, over the whole workspace. */
export interface Portfolio extends Shelf {
  /** Documents of that id, in the order of their paths. */
  readonly defined: (kind: DocumentKind, id: string) => readonly Entry[]
  /** Where teams define a word or a snippet, in the order of the paths. */
  readonly terms: (kind: TermKind, id: string) => readonly TermEntry[]
  /** The id and title of a document, made ready for a search among many. */
  readonly folded: (entry: Entry) => FoldedNames
  /** The files that refer to an id, in order. */
  readonly cited: (kind: NameKind, id: string) => readonly string[]
  /** The files in whose text the id stands, be it in a comment alone, in order. */
  readonly mentioned: (kind: NameKind, id: string) => readonly string[]
  /** The files that name by its path a file or folder of which this holds, in order. */
  readonly leading: (holds: (target: string) => boolean) => readonly string[]
  readonly ids: (kind: DocumentKind) => readonly string[]
  /** The same ids, made ready to be compared with misspelt ones. */
  readonly candidates: (kind: DocumentKind) => readonly Candidate[]
  /** Ids by the title of the document as `foldTight` leaves it; a title that two of them share names neither. */
  readonly titles: (kind: DocumentKind) => ReadonlyMap<string, string | undefined>
  /** The words of a kind that teams define, or the full names of their snippets, in order. */
  readonly termIds: (kind: TermKind) => readonly string[]
  /** What is held of a file. */
  readonly of: (path: string) => Summary | undefined
  /** The files of which something is held, in no particular order. */
  readonly paths: () => Iterable<string>
}

export interface EditablePortfolio extends Portfolio, EditableShelf {
  /** Puts a file's summary in the place of the former one; undefined takes the file out. */
  readonly set: (path: string, summary: Summary | undefined) => void
}

/** An empty portfolio. Answers do not depend on the order in which files came in. */
export function createPortfolio(): EditablePortfolio {
  const files = new Map<string, Summary>()
  const entries = new Map<string, readonly Entry[]>()
  const terms = new Map<string, readonly TermEntry[]>()
  const citing = new Map<string, Set<string>>()
  const remarking = new Map<string, Set<string>>()
  const leading = new Map<string, Set<string>>()
  const [documents, words] = [createSortedIds(entries), createSortedIds(terms)]
  const ready = createReadyNames((kind) => documents.ids(kind).flatMap((id) => entries.get(keyOf(kind, id)) ?? []))
  const { rename, ...shelf } = createShelf()
  const sorted = (paths: Iterable<string>) => [...new Set(paths)].sort()
  return {
    ...shelf,
    defined: (kind, id) => entries.get(keyOf(kind, id)) ?? [],
    terms: (kind, id) => terms.get(keyOf(kind, id)) ?? [],
    cited: (kind, id) => sorted(citing.get(keyOf(kind, id)) ?? []),
    mentioned: (kind, id) => sorted([citing, remarking].flatMap((index) => [...(index.get(keyOf(kind, id)) ?? [])])),
    leading: (holds) => sorted([...leading].flatMap(([target, paths]) => (holds(target) ? [...paths] : []))),
    ids: documents.ids,
    termIds: words.ids,
    candidates: ready.candidates,
    titles: ready.titles,
    folded: createFolding(),
    of: (path) => files.get(path),
    paths: () => files.keys(),
    set: (path, summary) => {
      const former = files.get(path)
      exchange(entries, path, former?.entries, summary?.entries)
      exchange(terms, path, former?.terms, summary?.terms)
      for (const made of [documents, words, ready]) made.forget()
      renew(citing, path, former?.citations.map(keyOfCitation), summary?.citations.map(keyOfCitation))
      renew(remarking, path, former?.remarks.map(keyOfCitation), summary?.remarks.map(keyOfCitation))
      renew(leading, path, former?.targets, summary?.targets)
      rename(path, former?.bibliographies ?? [], summary?.bibliographies ?? [])
      if (summary) files.set(path, summary)
      else files.delete(path)
    },
  }
}

function keyOf(kind: NameKind, id: string): string {
  return `${kind} ${id}`
}

function keyOfCitation({ kind, to }: Citation): string {
  return keyOf(kind, to)
}

function renew(index: Map<string, Set<string>>, path: string, former: readonly string[] = [], now: readonly string[] = []): void {
  for (const key of former) leave(index, key, path)
  for (const key of now) enter(index, key, path)
}

function enter(index: Map<string, Set<string>>, key: string, path: string): void {
  const paths = index.get(key)
  if (paths) paths.add(path)
  else index.set(key, new Set([path]))
}

function leave(index: Map<string, Set<string>>, key: string, path: string): void {
  const paths = index.get(key)
  paths?.delete(path)
  if (paths?.size === 0) index.delete(key)
}

/** Each key is touched once: a file may define the same id in every document, and every touch copies the list. */
function exchange<T extends Named & { readonly kind: NameKind }>(
  index: Map<string, readonly T[]>,
  path: string,
  former: readonly T[] = [],
  now: readonly T[] = [],
): void {
  const key = ({ kind, id }: T) => keyOf(kind, id)
  for (const gone of new Set(former.map(key))) drop(index, gone, path)
  const added = new Map<string, T[]>()
  for (const item of now) {
    const same = added.get(key(item))
    if (same) same.push(item)
    else added.set(key(item), [item])
  }
  for (const [name, items] of added) insert(index, name, path, items)
}

function drop<T extends Named>(index: Map<string, readonly T[]>, key: string, path: string): void {
  const kept = (index.get(key) ?? []).filter((item) => item.path !== path)
  if (kept.length > 0) index.set(key, kept)
  else index.delete(key)
}

/** Keeps the list in the order of paths; within a file in the order of the text. */
function insert<T extends Named>(index: Map<string, readonly T[]>, key: string, path: string, items: readonly T[]): void {
  const list = index.get(key) ?? []
  const at = list.findIndex((other) => other.path > path)
  index.set(key, at < 0 ? [...list, ...items] : [...list.slice(0, at), ...items, ...list.slice(at)])
}
