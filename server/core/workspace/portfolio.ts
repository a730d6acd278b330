import type { Range } from '../text/finding.ts'
import type { Path } from '../text/path.ts'

/** A document that has an id, with the facts that other files are checked against. */
export interface Entry {
  readonly path: string
  /** Which document of its file it is, from 0. */
  readonly index: number
  readonly kind: 'engagement' | 'brief'
  readonly id: string
  readonly title: string | undefined
  readonly type: string | undefined
  readonly status: string | undefined
  readonly start: string | undefined
  readonly end: string | undefined
  readonly tlp: string | undefined
  readonly idRange: Range
  /** Where the marking stands, or the id where there is none. */
  readonly tlpRange: Range
}

/** A place that refers to an engagement by its id. */
export interface Citation {
  readonly path: string
  readonly to: string
  readonly at: Path
}

/** What the rest of the workspace needs to know of a file; kept instead of its text and tree. */
export interface Summary {
  readonly entries: readonly Entry[]
  readonly citations: readonly Citation[]
}

/** Who defines and who cites which id, over the whole workspace. */
export interface Portfolio {
  /** Documents of that id, in the order of their paths. */
  readonly defined: (kind: Entry['kind'], id: string) => readonly Entry[]
  readonly cited: (id: string) => readonly Citation[]
  readonly ids: (kind: Entry['kind']) => readonly string[]
  /** What is held of a file. */
  readonly of: (path: string) => Summary | undefined
}

export interface EditablePortfolio extends Portfolio {
  /** Puts a file's summary in the place of the former one; undefined takes the file out. */
  readonly set: (path: string, summary: Summary | undefined) => void
}

/** An empty portfolio. Answers do not depend on the order in which files came in. */
export function createPortfolio(): EditablePortfolio {
  const files = new Map<string, Summary>()
  const definitions = new Map<string, readonly Entry[]>()
  const citations = new Map<string, readonly Citation[]>()
  return {
    defined: (kind, id) => definitions.get(`${kind} ${id}`) ?? [],
    cited: (id) => citations.get(id) ?? [],
    ids: (kind) =>
      [...definitions.keys()]
        .filter((key) => key.startsWith(`${kind} `))
        .map((key) => key.slice(kind.length + 1))
        .sort(),
    of: (path) => files.get(path),
    set: (path, summary) => {
      const former = files.get(path)
      exchange(definitions, path, former?.entries ?? [], summary?.entries ?? [], ({ kind, id }) => `${kind} ${id}`)
      exchange(citations, path, former?.citations ?? [], summary?.citations ?? [], ({ to }) => to)
      if (summary) files.set(path, summary)
      else files.delete(path)
    },
  }
}

interface Item {
  readonly path: string
}

/** Each key is touched once: a file may cite the same id in every line, and every touch copies the list. */
function exchange<T extends Item>(
  index: Map<string, readonly T[]>,
  path: string,
  former: readonly T[],
  now: readonly T[],
  keyOf: (item: T) => string,
): void {
  for (const key of new Set(former.map(keyOf))) drop(index, key, path)
  const added = new Map<string, T[]>()
  for (const item of now) {
    const key = keyOf(item)
    const same = added.get(key)
    if (same) same.push(item)
    else added.set(key, [item])
  }
  for (const [key, items] of added) insert(index, key, path, items)
}

function drop<T extends Item>(index: Map<string, readonly T[]>, key: string, path: string): void {
  const kept = (index.get(key) ?? []).filter((item) => item.path !== path)
  if (kept.length > 0) index.set(key, kept)
  else index.delete(key)
}

/** Keeps the list in the order of paths; within a file in the order of the text. */
function insert<T extends Item>(index: Map<string, readonly T[]>, key: string, path: string, items: readonly T[]): void {
  const list = index.get(key) ?? []
  const at = list.findIndex((other) => other.path > path)
  index.set(key, at < 0 ? [...list, ...items] : [...list.slice(0, at), ...items, ...list.slice(at)])
}
