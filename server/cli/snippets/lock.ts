import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { getNodeValue } from 'jsonc-parser/lib/esm/main.js'
import { isBuiltIn, lineStarts, type Project, placeAt, portfolioAt, type TermEntry } from '../../core/index.ts'
import { codeOf } from '../../disk.ts'
import { putFile } from '../outputs.ts'
import { entriesOf, readJson } from './json.ts'

/** The file, beside the topmost chancery.yaml, that records which libraries a workspace uses. */
export const lockName = 'chancery.lock'

/** A library as the lock knows it: by its path in the workspace. */
interface Locked {
  readonly id: string
  readonly version: number | null
  /** SHA-256 of the text as UTF-8, with line feeds at the ends of lines. */
  readonly sha256: string
}

type Lock = ReadonlyMap<string, Locked>

/** What a lock says, why it cannot be read, or that there is none. */
export type KnownLock = { readonly lock: Lock } | { readonly problem: string } | undefined

/** The libraries of a workspace as they are now, but for those that come with Chancery: their version is that of Chancery. */
export async function libraryLock(project: Project): Promise<Lock> {
  const all = librariesIn(project)
  const lock = new Map<string, Locked>()
  for (const { path, id, version } of [...all].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    const content = await project.workspace.read(path)
    if (!('text' in content)) continue
    const sha256 = createHash('sha256').update(content.text.replace(/\r\n?/g, '\n')).digest('hex')
    lock.set(path, { id, version: version ?? null, sha256 })
  }
  return lock
}

function librariesIn(project: Project): readonly TermEntry[] {
  const folders = ['', ...[...project.configs.values()].map(({ path }) => path)]
  const views = [project.portfolio, ...folders.map((path) => portfolioAt(project, path))]
  const found = views.flatMap((view) => view.termIds('library').flatMap((id) => view.terms('library', id)))
  return [...new Map(found.filter(({ path }) => !isBuiltIn(path)).map((entry) => [entry.path, entry])).values()]
}

/** Reads the lock of a workspace. `name` is what it is called where the user stands. */
export function readLock(path: string, name: string): KnownLock {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    return codeOf(error) === 'ENOENT'
      ? undefined
      : {
          problem: `${name} cannot be read, so it tells nothing; the system says ${codeOf(error) ?? String(error)}. Delete it, or make it readable to you.`,
        }
  }
  const lock = lockIn(text.replace(/^\ufeff/, ''))
  return typeof lock !== 'string'
    ? { lock }
    : {
        problem: `${name} is not as it was written, so it tells nothing: ${lock}. Delete it, then write it anew: chancery snippets check --update.`,
      }
}

/** What a lock says, or what is wrong with it. */
function lockIn(text: string): Lock | string {
  const read = readJson(text, { disallowComments: true })
  if ('mistake' in read) return `line ${placeAt(lineStarts(text), read.mistake).line} cannot be read`
  const libraries = new Map(read.tree.type === 'object' ? entriesOf(read.tree) : []).get('libraries')
  if (libraries?.type !== 'object') return 'it has no libraries'
  const lock = new Map<string, Locked>()
  for (const [path, node] of entriesOf(libraries)) {
    const value: unknown = getNodeValue(node)
    if (!isLocked(value)) return `the entry "${path}" lacks its id, version or hash`
    lock.set(path, value)
  }
  return lock
}

function isLocked(value: unknown): value is Locked {
  if (typeof value !== 'object' || value === null || !('sha256' in value && 'id' in value && 'version' in value)) return false
  const { id, version, sha256 } = value
  return typeof id === 'string' && typeof sha256 === 'string' && (version === null || typeof version === 'number')
}

export async function writeLock(path: string, name: string, lock: Lock): Promise<void> {
  const data = {
    about: 'The snippet libraries of this workspace, written by "chancery snippets check --update". Keep this file in version control.',
    version: 1,
    libraries: Object.fromEntries(lock),
  }
  await putFile(path, `${JSON.stringify(data, null, 2)}\n`, name)
}

/** What differs from the lock, a sentence for each library. */
export function lockChanges(former: Lock, now: Lock): readonly string[] {
  const gone = [...former].flatMap(([path, { id }]) => (now.has(path) ? [] : [`${path} (${id}) is in the lock and no longer here.`]))
  const changed = [...now].flatMap(([path, library]) => {
    const before = former.get(path)
    if (!before) return [`${path} (${library.id}) is new.`]
    if (before.sha256 === library.sha256) return []
    if (before.version !== library.version) return [`${path} (${library.id}) went from version ${before.version} to ${library.version}.`]
    return [
      `${path} (${library.id}) has other words than the lock knows and still is version ${library.version}. Raise its version, so that copies are pointed out.`,
    ]
  })
  return [...gone, ...changed].sort()
}
