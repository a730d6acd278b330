import { existsSync, readFileSync, statSync } from 'node:fs'
import { lstat, readdir, readFile, stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { type FileContent, kindOfName, type Workspace } from './core/index.ts'
import { decode, problem } from './disk-decode.ts'
import { filesBelow, isPassedOver, librariesBelow, librariesIn, liesWithin, pathBackInside } from './disk-walk.ts'

/** A brief has some hundred lines; this is room for twenty thousand. What is larger was not written by hand. */
export const largestFile = 1_000_000

interface DiskOptions {
  readonly read?: (path: string) => Promise<FileContent>
  /** The user trusts the workspace, so its configuration may name libraries that lie outside. */
  readonly isTrusted?: boolean
}

/** The files of a folder on disk. Reading never throws: whatever is wrong with a file is a problem in its place. */
export function diskWorkspace(root: string, { read = readText, isTrusted = false }: DiskOptions = {}): Workspace {
  return {
    list: () => filesBelow(root),
    lists: (path) => kindOfName(path) !== undefined && !isPassedOver(path),
    read: async (path) => (isTrusted && path.startsWith('../') ? undefined : await leadsOut(root, path)) ?? read(resolve(root, path)),
    packaged: (place) => librariesBelow(root, place),
    ...(isTrusted ? { outside: (place: string) => librariesIn(root, place) } : {}),
    backInside: (path) => pathBackInside(root, path),
  }
}

/** A library comes from elsewhere more often than any other file, so of a link that leads out of the workspace nothing is read. */
async function leadsOut(root: string, path: string): Promise<FileContent | undefined> {
  if (kindOfName(path) !== 'snippets' || (await liesWithin(root, path))) return undefined
  return problem(
    'file-unreadable',
    'This is a link that leads out of the workspace, and no library is read from there. Copy the library into the workspace, or install it as a package.',
  )
}

/**
 * The files of one folder and none below it: for a file that was opened on its
 * own, where to look further could mean to walk a whole disk.
 */
export function shallowWorkspace(root: string): Workspace {
  return {
    list: async () => (await readdir(root).catch(() => [])).filter((name) => kindOfName(name) !== undefined).sort(),
    lists: (path) => kindOfName(path) !== undefined && !path.includes('/'),
    read: (path) => readText(resolve(root, path)),
  }
}

/** Reads a file as text, or tells in plain words why it cannot be read. */
export async function readText(path: string): Promise<FileContent> {
  try {
    const file = await stat(path)
    // A pipe or a device might never end, so only plain files are opened.
    if (!file.isFile()) return await notAFile(path, file.isDirectory())
    if (file.size > largestFile) return tooLarge(file.size)
    return decode(await readFile(path))
  } catch (error) {
    return unreadable(error, path)
  }
}

/** Files that are read before anything else may happen, such as a signal being heard. */
const readInOneGo = 32

/**
 * A reader for a program that has nothing else to do meanwhile: to ask the system
 * at once takes a fifth of the time that it takes to be called back.
 */
export function batchReader(): (path: string) => Promise<FileContent> {
  let left = readInOneGo
  return async (path) => {
    left--
    if (left < 0) {
      left = readInOneGo
      await setImmediate()
    }
    try {
      const file = statSync(path)
      if (!file.isFile()) return await notAFile(path, file.isDirectory())
      return file.size > largestFile ? tooLarge(file.size) : decode(readFileSync(path))
    } catch (error) {
      return unreadable(error, path)
    }
  }
}

/** What a text from elsewhere, such as standard input, says, under the same limits as a file. */
export function decodeText(bytes: Uint8Array): FileContent {
  return bytes.length > largestFile ? tooLarge(bytes.length) : decode(bytes)
}

/** A text that an editor holds, under the same limit: what would not be read from the disk is not read before it is saved either. */
export function textOfBuffer(text: string): FileContent {
  // A letter takes at most three bytes for each of its units, so most texts need not be counted.
  const size = text.length * 3 > largestFile ? Buffer.byteLength(text) : 0
  return size > largestFile ? tooLarge(size) : { text }
}

async function notAFile(path: string, isFolder: boolean): Promise<FileContent> {
  if (!isFolder) return problem('file-unreadable', 'This is no plain file but a pipe or a device, so it was not read.')
  // A folder is listed in its own name where it cannot be opened; then this is what throws.
  await readdir(path)
  return problem('file-unreadable', 'This is a folder, not a file.')
}

function tooLarge(size: number): FileContent {
  const megabytes = (bytes: number) => `${(Math.ceil(bytes / 100_000) / 10).toLocaleString('en')} MB`
  const message = `This file is ${megabytes(size)} large, and files of up to ${megabytes(largestFile)} are read: no brief is that long. Is it the right file? Long material belongs in a document of its own that the brief cites.`
  return { problem: { rule: 'file-unreadable', message, isTooLarge: true } }
}

async function unreadable(error: unknown, path: string): Promise<FileContent> {
  const code = codeOf(error)
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
    case 'ELOOP':
      // A link that leads nowhere is there all the same.
      return (await isLink(path))
        ? problem('file-unreadable', 'This is a link that leads to no file, so there is nothing to read. Mend or delete the link.')
        : { problem: { rule: 'file-unreadable', message: 'There is no such file.', isGone: true } }
    case 'EACCES':
    case 'EPERM':
      return problem(
        'file-unreadable',
        'You have no permission to open this, so it was not read. Ask its owner, or leave it out with "ignore" in chancery.yaml.',
      )
    default:
      return problem('file-unreadable', `This could not be read; the system says ${code ?? String(error)}.`)
  }
}

async function isLink(path: string): Promise<boolean> {
  return lstat(path).then(
    (file) => file.isSymbolicLink(),
    () => false,
  )
}

/** The system's name for what went wrong: ENOENT, EACCES … */
export function codeOf(error: unknown): string | undefined {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined
  return typeof code === 'string' ? code : undefined
}

/**
 * The workspace that a file or folder belongs to: the folder of the topmost
 * `chancery.yaml` above it; where there is none, the current folder, or for what
 * lies outside that, its own. `isConfigured` tells of a folder whether it has a
 * configuration, which an editor may hold before it is saved.
 */
export function workspaceRoot(path: string, cwd: string, isConfigured: (folder: string) => boolean = hasConfig): string {
  const full = resolve(cwd, path)
  const own = isFolder(full) ? full : dirname(full)
  const above = foldersAbove(own)
  return above.findLast(isConfigured) ?? (above.includes(resolve(cwd)) ? resolve(cwd) : own)
}

/** The folder itself and all above it, the nearest first. */
function foldersAbove(folder: string): readonly string[] {
  const parent = dirname(folder)
  return parent === folder ? [folder] : [folder, ...foldersAbove(parent)]
}

export function hasConfig(folder: string): boolean {
  return existsSync(join(folder, 'chancery.yaml')) || existsSync(join(folder, 'chancery.yml'))
}

/** A link that leads round in a circle is no folder, and asking it throws. */
export function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory()
  } catch {
    return false
  }
}
