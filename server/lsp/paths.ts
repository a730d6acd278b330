import { relative, resolve, sep } from 'node:path'
import { URI } from 'vscode-uri'

/** The full path of a file URI; undefined for what is not on disk, such as `git:` and `untitled:`. */
export function pathOfUri(uri: string): string | undefined {
  const parsed = URI.parse(uri)
  return parsed.scheme === 'file' ? resolve(parsed.fsPath) : undefined
}

export function uriOfPath(path: string): string {
  return URI.file(path).toString()
}

/** Whether a root has to do with the open folders, or with a file that is open. */
export function isUsed(root: string, folders: readonly string[], open: Iterable<string>): boolean {
  return folders.some((folder) => isWithin(root, folder) || isWithin(folder, root)) || [...open].some((path) => isWithin(path, root))
}

/** A full path relative to a workspace root, with forward slashes, as the core names files. */
export function insidePath(path: string, root: string): string {
  return relative(root, path).split(sep).join('/')
}

/** Whether a path is a folder or lies below it. */
export function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep)
}
