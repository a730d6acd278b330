import { formatOf } from '../bibliography/bibliography.ts'
import { kindOfName } from '../model/kinds.ts'
import { isInside } from './paths.ts'

/** Where files come from: a disk, an editor, memory. The core knows no other way to the outside. */
export interface Workspace {
  /** Every file that Chancery reads of its own accord, as paths relative to the workspace root with forward slashes. */
  readonly list: () => Promise<readonly string[]>
  /** Whether a file of this path is listed once it is there; without this, every file that has one of our names is. */
  readonly lists?: (path: string) => boolean
  readonly read: (path: string) => Promise<FileContent>
  /**
   * The snippet libraries below the folder of an installed package, which `list` passes over, or the one that is named;
   * none that lies outside the workspace. What is there and cannot be opened is listed in its own name: to read it tells why.
   */
  readonly packaged?: (place: string) => Promise<readonly string[]>
  /** The same in a folder outside the workspace, whose path begins with `..`; only where the user trusts the workspace. */
  readonly outside?: (place: string) => Promise<readonly string[]>
  /** Where a path that begins with `..` leads back into the workspace, from its root: the core does not know what the root is called. */
  readonly backInside?: (path: string) => string | undefined
}

/** A text without its byte order mark, or why there is none. */
export type FileContent = { readonly text: string } | { readonly problem: FileProblem }

export interface FileProblem {
  readonly rule: 'file-unreadable' | 'file-encoding'
  readonly message: string
  /** There is no such file, so there is nothing to say of it either. */
  readonly isGone?: true
  readonly isTooLarge?: true
}

/** A workspace that is a map of paths to texts, for tests and for text from standard input. */
export function memoryWorkspace(files: Readonly<Record<string, string>>): Workspace {
  return {
    list: async () => Object.keys(files).filter(isListed),
    lists: isListed,
    packaged: async (place) =>
      Object.keys(files).filter((path) => (path === place || isInside(path, place)) && kindOfName(path) === 'snippets'),
    read: async (path) => {
      const text = Object.hasOwn(files, path) ? files[path] : undefined
      return text === undefined ? { problem: { rule: 'file-unreadable', message: `There is no file ${path}.`, isGone: true } } : { text }
    },
  }
}

function isListed(path: string): boolean {
  return !formatOf(path) && !path.split('/').includes('node_modules')
}
