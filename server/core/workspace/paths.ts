import picomatch from 'picomatch/posix'
import { once } from '../text/once.ts'

/** The folder of a path, '' for the root. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf('/')
  return slash < 0 ? '' : path.slice(0, slash)
}

export function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

/** The name of a file and its double ending: "rimpac-2024" and ".engagement.yaml". */
export function splitName(path: string): { readonly name: string; readonly ending: string } {
  const [, name = '', ending = ''] = /^(.*?)(\.[^.]+\.ya?ml)$/is.exec(fileName(path)) ?? []
  return { name, ending }
}

/** Joins a path to a folder and resolves `.` and `..`; undefined where it would leave the root. */
export function join(folder: string, path: string): string | undefined {
  const joined = joinOutside(folder, path)
  return joined === '..' || joined.startsWith('../') ? undefined : joined
}

/** The same for a path that leaves the root: then it begins with `..`. */
export function joinOutside(folder: string, path: string): string {
  const parts = folder === '' ? [] : folder.split('/')
  for (const part of path.split('/')) {
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop()
    else if (part !== '.' && part !== '') parts.push(part)
  }
  return parts.join('/')
}

/** The way from a folder to a path, with `..` where it leads up: the counterpart of `join`. */
export function relative(folder: string, path: string): string {
  const [from, to] = [folder, path].map((each) => (each === '' ? [] : each.split('/'))) as [string[], string[]]
  let shared = 0
  while (shared < Math.min(from.length, to.length) && from[shared] === to[shared]) shared++
  return [...from.slice(shared).map(() => '..'), ...to.slice(shared)].join('/')
}

function isHere(glob: string): boolean {
  return glob === '' || glob === '.'
}

/** Whether a path is meant as one; what begins otherwise may be the name of a package. */
export function isRelative(path: string): boolean {
  return /^\.{0,2}\//.test(path)
}

/** Whether a path stands for a library that comes with Chancery; no file has such a path. */
export function isBuiltIn(path: string): boolean {
  return path.startsWith('built-in:')
}

/** Whether signs in a path stand for any name. */
export function isGlob(path: string): boolean {
  return /[*?[\]{}!()]/.test(path)
}

export function isInside(path: string, folder: string): boolean {
  return folder === '' || path.startsWith(`${folder}/`)
}

/** Whether a path matches one of the globs, which are relative to a folder. A bare folder means all in it. */
export function matches(path: string, folder: string, globs: readonly string[]): boolean {
  return globsOf(globs)(path, folder)
}

/** The same, for many questions about the same globs. */
export type Globs = (path: string, folder: string) => boolean

/** No path of a file is longer on any system, and picomatch throws at a glob of twice that length. */
const longestGlob = 32_767

/** To read a glob takes a hundred times longer than to try it on a path. */
export function globsOf(globs: readonly string[]): Globs {
  const clean = globs
    .filter(({ length }) => length > 0 && length <= longestGlob)
    .map((glob) => glob.replace(/^\.\//, '').replace(/\/$/, ''))
  const tries = clean.map((glob) => once(() => picomatch(isHere(glob) ? '**' : [glob, `${glob}/**`], { dot: true })))
  return (path, folder) => {
    if (!isInside(path, folder)) return false
    const relative = folder === '' ? path : path.slice(folder.length + 1)
    return tries.some((holds) => holds()(relative))
  }
}
