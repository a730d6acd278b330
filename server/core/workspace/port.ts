import { formatOf } from '../bibliography/bibliography.ts'

/** Where files come from: a disk, an editor, memory. The core knows no other way to the outside. */
export interface Workspace {
  /** Every file that Chancery reads of its own accord, as paths relative to the workspace root with forward slashes. */
  readonly list: () => Promise<readonly string[]>
  /** Whether a file of this path is listed once it is there; without this, every file that has one of our names is. */
  readonly lists?: (path: string) => boolean
  readonly read: (path: string) => Promise<FileContent>
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
    list: async () => Object.keys(files).filter((path) => !formatOf(path)),
    lists: (path) => !formatOf(path),
    read: async (path) => {
      const text = Object.hasOwn(files, path) ? files[path] : undefined
      return text === undefined ? { problem: { rule: 'file-unreadable', message: `There is no file ${path}.`, isGone: true } } : { text }
    },
  }
}
