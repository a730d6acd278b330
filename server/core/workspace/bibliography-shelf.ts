import type { Bibliography } from '../bibliography/bibliography.ts'

/** The files of references that files name, and what was read of them. */
export interface Shelf {
  /** A file of references as it was read; undefined while no file names it. */
  readonly bibliography: (path: string) => Bibliography | undefined
  /** The files that name a file of references, in order. */
  readonly naming: (bibliography: string) => readonly string[]
  /** The files of references that are named, in order. */
  readonly bibliographies: () => readonly string[]
}

export interface EditableShelf extends Shelf {
  readonly setBibliography: (path: string, read: Bibliography | undefined) => void
  /** The files of references that are named and have not been read, and those that are held though nothing names them. */
  readonly unsettled: () => { readonly wanted: readonly string[]; readonly unwanted: readonly string[] }
}

/** `rename` tells what a file names now in the place of what it named before. */
export function createShelf(): EditableShelf & {
  readonly rename: (path: string, former: readonly string[], now: readonly string[]) => void
} {
  const naming = new Map<string, Set<string>>()
  const read = new Map<string, Bibliography>()
  return {
    bibliography: (path) => read.get(path),
    naming: (path) => [...(naming.get(path) ?? [])].sort(),
    setBibliography: (path, bibliography) => {
      if (bibliography) read.set(path, bibliography)
      else read.delete(path)
    },
    bibliographies: () => [...naming.keys()].sort(),
    unsettled: () => ({
      wanted: [...naming.keys()].filter((path) => !read.has(path)),
      unwanted: [...read.keys()].filter((path) => !naming.has(path)),
    }),
    rename: (path, former, now) => {
      for (const named of former) {
        const paths = naming.get(named)
        paths?.delete(path)
        if (paths?.size === 0) naming.delete(named)
      }
      for (const named of now) naming.set(named, (naming.get(named) ?? new Set()).add(path))
    },
  }
}
