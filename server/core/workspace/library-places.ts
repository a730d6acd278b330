import type { Path } from '../text/path.ts'
import { shortened } from '../text/words.ts'
import { type ConfigProblem, packagePlaces } from './config.ts'
import { globsOf, isGlob, isInside, isRelative, join, joinOutside } from './paths.ts'
import type { FileContent, Workspace } from './port.ts'

/** One entry of the setting `libraries`, with the folder from which it counts. */
export interface Named {
  readonly written: string
  readonly folder: string
  readonly rank: number
  /** Where it stands in the workspace's own file; nothing is told of a file that this one extends. */
  readonly at: Path | undefined
}

/** Where an entry leads. */
export interface Place {
  /** Whether a file of the workspace lies there. */
  readonly holds: (path: string) => boolean
  /** Meant as a path, so it counts from the first library that is put there. */
  readonly isPath: boolean
  readonly isOutside: boolean
  /** Where to look where no file of the workspace is meant: the path that leads out, or where the package would be installed, the nearest first. */
  readonly elsewhere: readonly string[]
}

export function placeOf({ backInside }: Workspace, { written, folder }: Named): Place {
  if (isAbsolute(written)) return { isPath: true, isOutside: false, elsewhere: [], holds: () => false }
  const way = joinOutside('', written)
  const [climb = ''] = /^(?:\.\.(?:\/|$))*/.exec(way) ?? []
  const base = join(folder, climb)
  if (base === undefined) return placeAbove(joinOutside(folder, written), backInside)
  // A glob knows no way up, so what climbs is tried from where it has climbed to.
  const globs = globsOf([way.slice(climb.length) || '.'])
  const elsewhere = isPackage(written) ? packagePlaces(folder, written) : []
  return { isPath: isPath(written), isOutside: false, elsewhere, holds: (path) => globs(path, base) }
}

/** What leads out of the workspace may lead back into it, as ../team/snippets/ does in the folder team. */
function placeAbove(way: string, backInside: Workspace['backInside']): Place {
  const inside = isGlob(way) ? undefined : backInside?.(way)
  if (inside === undefined) return { isPath: true, isOutside: true, elsewhere: isGlob(way) ? [] : [way], holds: () => false }
  return { isPath: true, isOutside: false, elsewhere: [], holds: (path) => path === inside || isInside(path, inside) }
}

function isPath(written: string): boolean {
  return isRelative(`${written}/`) || isGlob(written) || written.endsWith('/') || written.split('/').includes('..')
}

function isAbsolute(written: string): boolean {
  return written.startsWith('/')
}

/** A scope alone would stand for every package of it. */
function isScope(written: string): boolean {
  return /^@[^/]*\/?$/.test(written)
}

/** Folders with a leading point in `node_modules` are a package manager's own, and may hold every package there is. */
function isPackage(written: string): boolean {
  return !isPath(written) && /^(?:@[^/]+\/)?[^@./]/.test(written)
}

/** Why nothing comes of an entry; with what was read there in vain. */
export function whyNothing(
  { written }: Named,
  place: Place,
  { isTrusted, read }: { readonly isTrusted: boolean; readonly read: readonly FileContent[] },
): Omit<ConfigProblem, 'at'> {
  const name = shortened(written, longestShown)
  if (isAbsolute(written))
    return {
      message: `"${name}" begins at the root of a disk, which is another one for each reader. Write the path from the folder of this file, as ./snippets/.`,
    }
  if (place.isOutside && isGlob(written))
    return {
      message: `"${name}" leads to no library, so its snippets are unknown. Outside of the workspace only a folder or a file can be named, as ../shared/.`,
    }
  if (place.isOutside && !isTrusted)
    return {
      message: `"${name}" leads out of the workspace, so no library is read from there. Keep the library in a folder of the workspace, or install it as a package. Where you trust the workspace, say so: the editor asks for it, and on the command line it is --trust.`,
    }
  return { message: notFound(name, place, read), isMild: true }
}

/** Room for any sensible path. */
const longestShown = 100

function notFound(name: string, { isPath, isOutside }: Place, read: readonly FileContent[]): string {
  const [problem] = read.flatMap((content) => ('problem' in content ? [content.problem.message] : []))
  if (read.length > 0)
    return `No library can be read in "${name}", so its snippets are unknown. ${problem ?? 'A library begins with "chancery: snippets/1" and has an id.'}`
  if (isScope(name))
    return `"${name}" is a scope and not yet a package, so nothing is taken in. Write the full name of the package, as ${name.replace(/\/$/, '')}/briefing.`
  if (!isPath)
    return `There is no folder "${name}" with a library here, and no package of that name with one is installed, so its snippets are unknown. Install the package, or correct the name; libraries end in .snippets.yaml.`
  const rest = isOutside ? 'of a folder outside of the workspace those are read that lie in it itself' : 'the path is relative to this file'
  return `There is no library in "${name}", so its snippets are unknown. Libraries end in .snippets.yaml; ${rest}.`
}
