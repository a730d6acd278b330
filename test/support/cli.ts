import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished } from 'vitest'

/** The program as it is shipped. */
export const program = fileURLToPath(new URL('../../dist/chancery.cjs', import.meta.url))
export const examples = fileURLToPath(new URL('../../examples', import.meta.url))

/** Files by path: a text, bytes, or a link to somewhere. */
export type DiskFiles = Readonly<Record<string, string | Uint8Array | { readonly linkTo: string }>>

export interface Call {
  readonly args: readonly string[]
  readonly files?: DiskFiles
  /** A folder that is there already, in the place of one of its own with these files. */
  readonly folder?: string
  /** Where the program runs, below the folder of the files. */
  readonly cwd?: string
  readonly stdin?: string | Uint8Array
  readonly env?: Readonly<Record<string, string>>
  /** How long it may take, where it has more to do than others. */
  readonly seconds?: number
}

export interface Outcome {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
  readonly folder: string
}

/** What every run promises: an end within ten seconds, and never a stack trace. */
const longest = 10
const stackTrace = /^\s+at .+:\d+:\d+\)?$|node:internal|UnhandledPromise/m

/** A folder with files in it, gone when the test ends. */
export function folderWith(files: DiskFiles = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'chancery-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  for (const [path, content] of Object.entries(files)) {
    const target = join(folder, path)
    mkdirSync(path.endsWith('/') ? target : dirname(target), { recursive: true })
    if (typeof content === 'object' && 'linkTo' in content) symlinkSync(content.linkTo, target)
    else if (!path.endsWith('/')) writeFileSync(target, content)
  }
  return folder
}

/** Runs the program in a folder of its own. */
export function run({ args, files = {}, folder = folderWith(files), cwd = '', stdin = '', env = {}, seconds = longest }: Call): Outcome {
  const { NO_COLOR: _no, FORCE_COLOR: _force, GITHUB_ACTIONS: _actions, GITLAB_CI: _gitlab, ...rest } = process.env
  const started = Date.now()
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    cwd: join(folder, cwd),
    input: stdin,
    env: { ...rest, ...env },
    encoding: 'utf8',
    maxBuffer: 100_000_000,
    timeout: 2000 * seconds,
  })
  expect((Date.now() - started) / 1000, 'seconds').toBeLessThan(seconds)
  expect(stdout).not.toMatch(stackTrace)
  expect(stderr).not.toMatch(stackTrace)
  return { status, stdout, stderr, folder }
}

/** A run and what is expected of it: texts and patterns that are in the output, or must not be. */
export interface Case extends Call {
  readonly name: string
  readonly status: 0 | 1 | 2
  readonly stdout?: readonly (string | RegExp)[]
  readonly stderr?: readonly (string | RegExp)[]
  readonly absent?: readonly (string | RegExp)[]
}

export function check({ status, stdout = [], stderr = [], absent = [], ...call }: Case): Outcome {
  const outcome = run(call)
  expect({ status: outcome.status, stderr: outcome.stderr }).toEqual({ status, stderr: outcome.stderr })
  for (const part of stdout) expect(outcome.stdout).toMatch(part)
  for (const part of stderr) expect(outcome.stderr).toMatch(part)
  for (const part of absent) expect(outcome.stdout + outcome.stderr).not.toMatch(part)
  // What could not be done is told in a line of its own, and on standard error alone.
  if (status === 2) expect(outcome.stderr).toMatch(/^chancery: \S/)
  return outcome
}
