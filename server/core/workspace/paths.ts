import picomatch from 'picomatch/posix'

/** The folder of a path, '' for the root. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf('/')
  return slash < 0 ? '' : path.slice(0, slash)
}

export function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

/** Joins a path to a folder and resolves `.` and `..`; undefined where it would leave the root. */
export function join(folder: string, path: string): string | undefined {
  const parts = folder === '' ? [] : folder.split('/')
  for (const part of path.split('/')) {
    if (part === '..') {
      if (parts.pop() === undefined) return undefined
    } else if (part !== '.' && part !== '') parts.push(part)
  }
  return parts.join('/')
}

/** The path that leads from a folder to a file: the inverse of `join`. */
export function relativePath(folder: string, path: string): string {
  const from = folder === '' ? [] : folder.split('/')
  const to = path.split('/')
  const differs = from.findIndex((part, i) => part !== to[i])
  const shared = differs < 0 ? from.length : differs
  return [...from.slice(shared).map(() => '..'), ...to.slice(shared)].join('/')
}

export function isInside(path: string, folder: string): boolean {
  return folder === '' || path.startsWith(`${folder}/`)
}

/** Whether a path matches one of the globs, which are relative to a folder. A bare folder means all in it. */
export function matches(path: string, folder: string, globs: readonly string[]): boolean {
  if (!isInside(path, folder)) return false
  const relative = folder === '' ? path : path.slice(folder.length + 1)
  return globs.some((glob) => {
    const clean = glob.replace(/^\.\//, '').replace(/\/$/, '')
    return clean !== '' && (picomatch.isMatch(relative, clean, { dot: true }) || picomatch.isMatch(relative, `${clean}/**`, { dot: true }))
  })
}
