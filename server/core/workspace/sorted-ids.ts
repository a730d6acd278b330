/** The ids of each kind in an index whose keys are `kind id`, in order. */
export interface SortedIds {
  readonly ids: (kind: string) => readonly string[]
  /** The index has changed. */
  readonly forget: () => void
}

/** Sorts once for all that is asked before the next change: a list of all ids may be asked for at every key. */
export function createSortedIds(index: ReadonlyMap<string, unknown>): SortedIds {
  const sorted = new Map<string, readonly string[]>()
  return {
    ids: (kind) => {
      const held = sorted.get(kind)
      if (held) return held
      const keys = [...index.keys()].filter((key) => key.startsWith(`${kind} `))
      const ids = keys.map((key) => key.slice(kind.length + 1)).sort()
      sorted.set(kind, ids)
      return ids
    },
    forget: () => sorted.clear(),
  }
}
