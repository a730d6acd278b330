import { readdir, realpath, stat } from 'node:fs/promises'
import { join, relative, resolve, sep } from 'node:path'
import { kindOfName } from './core/index.ts'

/** What a walk has seen so far, by real paths, so that links lead nowhere twice. */
interface Walk {
  readonly root: string
  readonly realRoot: string
  readonly folders: Set<string>
  readonly files: Set<string>
  readonly found: string[]
  /** Links met on the way; they wait until every real folder has been seen. */
  readonly links: string[]
}

/**
 * Every file below a folder that Chancery reads by its name, as paths relative to
 * the folder, in order. Folders named `node_modules` or with a leading point are
 * left out. A file that can be reached in two ways is listed once, by its real
 * path where that lies below the folder.
 */
export async function filesBelow(root: string): Promise<readonly string[]> {
  return (await walked(root)).found.sort()
}

/**
 * The snippet libraries of a package, or the one of it that is named, as paths from
 * the root. Package managers make links; one that leads out of the root leads to nothing.
 */
export async function librariesBelow(root: string, place: string): Promise<readonly string[]> {
  if (!(await liesWithin(root, place))) return []
  const paths = await librariesAt(root, place, filesBelow)
  const inside = await Promise.all(paths.map((path) => liesWithin(root, path)))
  return paths.filter((_, i) => inside[i])
}

/** The libraries that lie in a folder itself, or the one that is named: outside of the root nobody knows how much lies further down. */
export function librariesIn(root: string, place: string): Promise<readonly string[]> {
  return librariesAt(root, place, (folder) => readdir(folder))
}

/** What one line of a setting names must not end the run, whatever the system says of it. */
async function librariesAt(
  root: string,
  place: string,
  namesIn: (folder: string) => Promise<readonly string[]>,
): Promise<readonly string[]> {
  try {
    const full = resolve(root, place)
    const isFolder = (await stat(full)).isDirectory()
    const paths = isFolder ? (await namesIn(full)).map((name) => `${place}/${name}`) : [place]
    return paths.filter((path) => kindOfName(path) === 'snippets')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === undefined) throw error
    // As below: a place that cannot be opened is listed in its own name, and reading it tells why.
    return nowhere.includes(code) ? [] : [place]
  }
}

/** What the system says of a name that nothing has, or that nothing can have, for it is too long or holds a NUL. */
const nowhere: readonly string[] = ['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'ERR_INVALID_ARG_VALUE']

/** The way from the root to what a path such as `../ws/snippets` leads back to; undefined for what lies outside. */
export function pathBackInside(root: string, path: string): string | undefined {
  const full = resolve(root, path)
  return isWithin(full, resolve(root)) ? relative(root, full).split(sep).join('/') : undefined
}

/** Whether a path leads to something below the root, also where links are followed; what is not there at all leads nowhere else. */
export async function liesWithin(root: string, path: string): Promise<boolean> {
  const [realRoot, real] = await Promise.all([realpath(root).catch(() => root), realpath(resolve(root, path)).catch(() => undefined)])
  return real === undefined || isWithin(real, realRoot)
}

/** The real paths of the folder and of all below it in which such files are looked for. */
export async function foldersBelow(root: string): Promise<readonly string[]> {
  return [...(await walked(root)).folders]
}

async function walked(root: string): Promise<Walk> {
  const realRoot = await realpath(root).catch(() => root)
  const walk: Walk = { root, realRoot, folders: new Set([realRoot]), files: new Set(), found: [], links: [] }
  await visit(walk, '', realRoot)
  while (walk.links.length > 0) {
    for (const link of walk.links.splice(0).sort()) await follow(walk, link)
  }
  return walk
}

/** Whether a path leads through a folder that is left out. */
export function isPassedOver(path: string): boolean {
  return path.split('/').some((name) => name.startsWith('.') || name === 'node_modules')
}

async function visit(walk: Walk, folder: string, real: string): Promise<void> {
  const pending: (readonly [folder: string, real: string])[] = [[folder, real]]
  for (let next = pending.pop(); next; next = pending.pop()) {
    const [at, realAt] = next
    for (const entry of await entriesOf(walk, at)) {
      const path = at === '' ? entry.name : `${at}/${entry.name}`
      if (entry.isSymbolicLink()) walk.links.push(path)
      else if (entry.isDirectory()) {
        const inner = join(realAt, entry.name)
        if (!walk.folders.has(inner)) pending.push([path, inner])
        walk.folders.add(inner)
      } else if (kindOfName(path)) {
        walk.files.add(join(realAt, entry.name))
        walk.found.push(path)
      }
    }
  }
}

async function entriesOf(walk: Walk, folder: string) {
  try {
    const entries = await readdir(join(walk.root, folder), { withFileTypes: true })
    return entries.filter(({ name }) => !isPassedOver(name))
  } catch (error) {
    // Of the root nothing else tells, and a system that is out of order must not look like a folder without files.
    if (folder === '' && !isClosedOrGone(error)) throw error
    // A folder that cannot be opened is listed in its own name: reading it tells why,
    // so nobody takes what lies in it for checked.
    if (folder !== '') walk.found.push(folder)
    return []
  }
}

function isClosedOrGone(error: unknown): boolean {
  return ['EACCES', 'EPERM', 'ENOENT'].includes((error as NodeJS.ErrnoException).code ?? '')
}

async function follow(walk: Walk, link: string): Promise<void> {
  const path = join(walk.root, link)
  const target = await realpath(path).catch(() => undefined)
  const isFolder =
    target === undefined
      ? false
      : await stat(target).then(
          (t) => t.isDirectory(),
          () => false,
        )
  if (target === undefined || !isFolder) {
    const known = target !== undefined && walk.files.has(target)
    if (target !== undefined) walk.files.add(target)
    if (kindOfName(link) && !known) walk.found.push(link)
    return
  }
  // A link to a folder that holds the workspace itself is a loop.
  if (walk.folders.has(target) || isWithin(walk.realRoot, target)) return
  walk.folders.add(target)
  await visit(walk, link, target)
}

function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep)
}
