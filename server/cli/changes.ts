import { join } from 'node:path'
import { decodeText } from '../disk.ts'
import { type Git, type Repository, repositoryAt } from './git.ts'
import { refuse } from './refusal.ts'

/** A file that is not as it was, by its full path. `before` is what it said then; undefined where it is new, or was no text. */
export interface Change {
  readonly file: string
  readonly before: string | undefined
  /** Where it was then, if it has got another name or place since. */
  readonly formerly: string | undefined
  readonly isGone: boolean
}

export interface Changes {
  /** The folder of the repository; of what lies outside nothing is known. */
  readonly top: string
  readonly all: readonly Change[]
}

/** What has changed since the work left a commit, saved or not, with the files that git does not know yet. */
export async function changesSince(ref: string, cwd: string, matters: (file: string) => boolean): Promise<Changes> {
  const repository = await repositoryAt(cwd)
  const base = await baseOf(ref, repository)
  const full = (path: string) => join(repository.top, path)
  const records = rawRecords(await tracked(base, repository)).filter(({ path, former }) => [path, former ?? path].map(full).some(matters))
  const before = await blobs(
    records.filter(({ former }) => former !== undefined).map(({ sha }) => sha),
    repository.git,
  )
  const known = records.map(({ path, former, sha, isGone }): Change => {
    const formerly = former !== undefined && former !== path ? full(former) : undefined
    return { file: full(path), before: former === undefined ? undefined : before.get(sha), formerly, isGone }
  })
  const untracked = await repository.git(['ls-files', '--others', '--exclude-standard', '-z'])
  const added = parts(untracked).map((path): Change => ({ file: full(path), before: undefined, formerly: undefined, isGone: false }))
  return { top: repository.top, all: [...known, ...added.filter(({ file }) => matters(file))] }
}

/** Where the branch left the other, so that what was done there in the meantime does not count; in a checkout without that past, the commit itself. */
async function baseOf(ref: string, { git }: Repository): Promise<string> {
  const commit = await git(['rev-parse', '--verify', '--quiet', `${ref}^{commit}`])
  if (!commit) {
    return refuse(
      `git knows no commit "${ref}" here, so nobody can tell what has changed since. In CI the checkout may hold the newest commit alone: have it fetch the others too.`,
    )
  }
  const id = commit.toString('latin1').trim()
  const shared = await git(['merge-base', id, 'HEAD'])
  return shared ? (shared.toString('latin1').split('\n', 1)[0] ?? id) : id
}

async function tracked(base: string, { git }: Repository): Promise<Buffer> {
  const printed = await git([
    'diff',
    '--raw',
    '-z',
    '--no-abbrev',
    '--find-renames',
    '--no-relative',
    '--no-ext-diff',
    '--ignore-submodules',
    base,
    '--',
  ])
  return printed ?? refuse('--changed-since asks git what has changed, and git could not compare. "git status" may tell why.')
}

interface Raw {
  readonly path: string
  /** The path then; undefined for a new file. */
  readonly former: string | undefined
  readonly sha: string
  readonly isGone: boolean
}

const plainFile = /^100/

/** `:MODE MODE SHA SHA STATUS`, then the path, and for a rename the new path too, each before a NUL. */
function rawRecords(printed: Buffer): readonly Raw[] {
  const words = parts(printed)
  const records: Raw[] = []
  for (let i = 0; i < words.length; i++) {
    const [mode = '', , sha = '', , status = ''] = (words[i] ?? '').slice(1).split(' ')
    const former = words[++i] ?? ''
    const path = /^[RC]/.test(status) ? (words[++i] ?? '') : former
    const wasFile = plainFile.test(mode)
    records.push({ path, former: wasFile ? former : undefined, sha, isGone: status === 'D' })
  }
  return records
}

function parts(printed: Buffer | undefined): readonly string[] {
  return printed ? printed.toString('utf8').split('\0').slice(0, -1) : []
}

/** Texts by their names in git; what is no text of ours is left out. */
async function blobs(names: readonly string[], git: Git): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>()
  if (names.length === 0) return found
  const printed = (await git(['cat-file', '--batch'], `${names.join('\n')}\n`)) ?? Buffer.alloc(0)
  for (let at = 0; at < printed.length; ) {
    const lineEnd = printed.indexOf(10, at)
    const [name = '', kind, size] = printed.toString('latin1', at, lineEnd).split(' ')
    at = lineEnd + 1
    if (size === undefined) continue
    const content = decodeText(printed.subarray(at, at + Number(size)))
    if (kind === 'blob' && 'text' in content) found.set(name, content.text)
    at += Number(size) + 1
  }
  return found
}
