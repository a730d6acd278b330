import { constants, existsSync, lstatSync, readdirSync } from 'node:fs'
import { access, realpath } from 'node:fs/promises'
import { basename, dirname, resolve } from 'node:path'
import picomatch from 'picomatch'
import { kindOfName, matches, nearest } from '../core/index.ts'
import { codeOf, isFolder, workspaceRoot } from '../disk.ts'
import { filesBelow } from '../disk-walk.ts'
import { shownPath, withSlashes } from './paths.ts'
import { refuse } from './refusal.ts'

/** Files to be checked together, because they belong to one workspace. */
export interface Target {
  readonly root: string
  /** Full paths. */
  readonly files: readonly string[]
}

const names = 'Their names end in .engagement.yaml, .brief.yaml, .vocabulary.yaml or .snippets.yaml, or are chancery.yaml'

/** The files that paths, folders and globs stand for, each once, by workspace. */
export async function targetsOf(named: readonly string[], cwd: string): Promise<readonly Target[]> {
  const found: (readonly string[])[] = []
  for (const name of named) found.push(await expand(name, cwd))
  const files = found.flat()
  return byRoot(named.length > 1 ? await eachOnce(files) : files, cwd)
}

async function expand(name: string, cwd: string): Promise<readonly string[]> {
  if (name === '')
    return refuse('One of the paths is empty, as when a variable that holds it was not set. Name a file, a folder or a glob.')
  const path = resolve(cwd, name)
  if (!isFolder(path)) return isThere(path) ? [path] : glob(name, cwd)
  const found = await filesBelow(path)
  if (found.length > 0) return found.map((file) => resolve(path, file))
  await access(path, constants.R_OK).catch(() => refuse(`${shownPath(path, cwd)} is a folder that you have no permission to open.`))
  return refuse(`There is no file for Chancery in ${shownPath(path, cwd)}. ${names}.`)
}

/**
 * A link that leads nowhere is there all the same: that it leads nowhere is a
 * finding. So is a file of which nothing can be told because its folder is closed.
 */
function isThere(path: string): boolean {
  if (existsSync(path)) return true
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined
  } catch (error) {
    if (codeOf(error) === 'EACCES') return kindOfName(path) !== undefined
    throw error
  }
}

async function glob(name: string, cwd: string): Promise<readonly string[]> {
  const { base, glob: pattern, isGlob } = picomatch.scan(withSlashes(name))
  if (!isGlob) return missing(name, cwd)
  const folder = resolve(cwd, base)
  const found = isFolder(folder) ? (await filesBelow(folder)).filter((file) => matches(file, '', [pattern])) : []
  return found.length > 0 ? found.map((file) => resolve(folder, file)) : refuse(`No file for Chancery matches ${name}. ${names}.`)
}

function missing(name: string, cwd: string): never {
  if (name === '-') return refuse('To check text from standard input, use --stdin.')
  const folder = dirname(resolve(cwd, name))
  const meant = isFolder(folder) ? nearest(basename(name), neighbours(folder)) : undefined
  return refuse(`There is no file or folder ${name}.${meant ? ` Did you mean ${shownPath(resolve(folder, meant), cwd)}?` : ''}`)
}

/** Where the folder cannot be opened, there is only no guess to make. */
function neighbours(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

/** Of several ways to one file the real path counts, else the first in order. */
async function eachOnce(files: readonly string[]): Promise<readonly string[]> {
  const chosen = new Map<string, string>()
  for (const file of [...new Set(files)].sort()) {
    const real = await realpath(file).catch(() => file)
    if (!chosen.has(real) || file === real) chosen.set(real, file)
  }
  return [...chosen.values()]
}

function byRoot(files: readonly string[], cwd: string): readonly Target[] {
  const roots = new Map<string, string>()
  const groups = new Map<string, string[]>()
  for (const file of files) {
    const folder = dirname(file)
    const root = roots.get(folder) ?? workspaceRoot(folder, cwd)
    roots.set(folder, root)
    const group = groups.get(root)
    if (group) group.push(file)
    else groups.set(root, [file])
  }
  return [...groups].map(([root, inside]) => ({ root, files: inside }))
}
