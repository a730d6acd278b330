import { formatPatch, structuredPatch } from 'diff'
import type { MendedFile } from './fix.ts'
import { shownPath } from './paths.ts'

/** What is mended as a difference that `git apply` and `patch -p1` understand, in the order of the paths. */
export function unifiedDiff(parts: readonly { readonly mended: readonly MendedFile[] }[], cwd: string): string {
  return parts
    .flatMap(({ mended }) => mended)
    .map(({ file, ...texts }) => ({ path: shownPath(file, cwd), ...texts }))
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .map(({ path, before, after }) => {
      const patch = structuredPatch(`a/${path}`, `b/${path}`, before, after, undefined, undefined, { context: 3 })
      return formatPatch({ ...patch, isGit: true })
    })
    .join('')
}
