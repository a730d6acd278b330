import { type ExecFileException, execFile } from 'node:child_process'
import { refuse } from './refusal.ts'

/** A repository that is checked out at a folder. */
export interface Repository {
  /** The folder that its paths start from. */
  readonly top: string
  readonly git: Git
}

/** Runs git at the top of the repository and gives what it prints; undefined where it says no. */
export type Git = (args: readonly string[], input?: string) => Promise<Buffer | undefined>

/** It only reads: it takes no lock, fetches nothing that a partial clone left behind, and runs no program that the repository names. */
const settings = { GIT_OPTIONAL_LOCKS: '0', GIT_NO_LAZY_FETCH: '1', GIT_TERMINAL_PROMPT: '0' }
const options = ['--no-pager', '-c', 'core.fsmonitor=false']

export async function repositoryAt(cwd: string): Promise<Repository> {
  const found = await run(cwd, ['rev-parse', '--show-toplevel'])
  if ('failure' in found) return refuse(whyNone(found))
  const top = found.printed.toString('utf8').replace(/\r?\n$/, '')
  return {
    top,
    git: async (args, input) => {
      const answer = await run(top, args, input)
      return 'printed' in answer ? answer.printed : undefined
    },
  }
}

interface Failure {
  readonly failure: ExecFileException
  readonly told: string
}

function whyNone({ failure, told }: Failure): string {
  if (failure.code === 'ENOENT') return '--changed-since asks git what has changed, and no program of that name is installed here.'
  if (/not a git repository/i.test(told)) return '--changed-since asks git what has changed, and this folder is in no git repository.'
  return `--changed-since asks git what has changed, and git says: ${told.split('\n', 1)[0] || failure.message}`
}

function run(cwd: string, args: readonly string[], input = ''): Promise<Failure | { readonly printed: Buffer }> {
  return new Promise((resolve) => {
    const env = { ...process.env, ...settings, LC_ALL: 'C' }
    const child = execFile('git', [...options, ...args], { cwd, env, encoding: 'buffer', maxBuffer: 2 ** 30 }, (failure, printed, told) => {
      resolve(failure ? { failure, told: told.toString('utf8').trim() } : { printed })
    })
    // Where git ends before it has read everything, its own failure tells why.
    child.stdin?.on('error', () => undefined).end(input)
  })
}
