import { isAbsolute, relative, resolve, sep } from 'node:path'

/** A path of this machine with forward slashes, as every output has it. */
export function withSlashes(path: string): string {
  return sep === '/' ? path : path.replaceAll(sep, '/')
}

/** A path as it is shown: relative to the current folder, with forward slashes. */
export function shownPath(path: string, cwd: string): string {
  return withSlashes(relative(cwd, resolve(cwd, path))) || '.'
}

/** A path as a part of a command that is to be typed or copied. */
export function inCommand(path: string): string {
  return /\s/.test(path) ? `"${path}"` : path
}

/** A path relative to a workspace root, as the core wants it. */
export function insidePath(path: string, root: string): string {
  return withSlashes(relative(root, path))
}

export function isAbove(folder: string, path: string): boolean {
  const inside = relative(folder, path)
  return !isAbsolute(inside) && !/^\.\.(?:[/\\]|$)/.test(inside)
}
