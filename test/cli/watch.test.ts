import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { type Case, check, type DiskFiles, folderWith, program } from '../support/cli.ts'
import { brief, config, dangling, engagement, misspelt, workspace } from '../support/sample.ts'

const path = 'briefs/talks-at-sea.brief.yaml'

interface Watching {
  readonly folder: string
  /** What was reported and told since the last call, as soon as the next change is waited for. */
  readonly next: () => Promise<{ readonly out: string; readonly err: string }>
  /** Ends the program; gives its status. */
  readonly end: (signal?: NodeJS.Signals) => Promise<number | null>
}

function watching(files: DiskFiles, ...args: readonly string[]): Watching {
  const folder = folderWith(files)
  const child = spawn(process.execPath, [program, 'lint', '--watch', '--today', '2026-11-23', ...args], {
    cwd: folder,
    env: { ...process.env, GITHUB_ACTIONS: '' },
  })
  onTestFinished(() => {
    child.kill('SIGKILL')
  })
  const exit = new Promise<number | null>((done) => child.on('exit', done))
  const text = { out: '', err: '' }
  child.stdout.on('data', (data) => (text.out += data))
  child.stderr.on('data', (data) => (text.err += data))
  return {
    folder,
    next: async () => {
      await until(() => /Waiting for changes/.test(text.err), child)
      const { out, err } = text
      text.out = ''
      text.err = ''
      return { out, err }
    },
    end: (signal = 'SIGINT') => {
      child.kill(signal)
      return exit
    },
  }
}

async function until(isTrue: () => boolean, child: ChildProcess): Promise<void> {
  const from = Date.now()
  while (!isTrue()) {
    if (Date.now() - from > 15_000 || child.exitCode !== null) throw new Error('nothing came')
    await new Promise((done) => setTimeout(done, 20))
  }
}

describe('--watch', { timeout: 60_000 }, () => {
  it('reports again when a file changes, and ends with the status of the last report', async () => {
    const { folder, next, end } = watching(workspace)
    expect(await next()).toEqual({ out: '3 files, nothing to report.\n', err: 'chancery: Waiting for changes. Ctrl-C ends.\n' })
    writeFileSync(join(folder, path), misspelt)
    const second = await next()
    expect(second.out).toContain('unknown-key')
    expect(second.err).toMatch(new RegExp(`^chancery: ${path} changed.\n`))
    expect(second.out).not.toContain('\u001b')
    expect(await end()).toBe(1)
  })

  it('sees files that others cite come and go, new folders, folders that go and come again', async () => {
    const { folder, next, end } = watching(workspace)
    await next()
    renameSync(join(folder, 'engagements'), join(folder, '.away'))
    expect((await next()).out).toContain('ref-engagement')
    renameSync(join(folder, '.away'), join(folder, 'engagements'))
    expect((await next()).out).toBe('3 files, nothing to report.\n')
    rmSync(join(folder, 'engagements'), { recursive: true })
    expect((await next()).out).toContain('ref-engagement')
    mkdirSync(join(folder, 'engagements/deep/er'), { recursive: true })
    writeFileSync(join(folder, 'engagements/deep/er/staff-talks-2024.engagement.yaml'), engagement)
    let { out } = await next()
    while (!out.endsWith('3 files, nothing to report.\n')) out = (await next()).out
    writeFileSync(join(folder, 'engagements/deep/er/other.engagement.yaml'), engagement)
    expect((await next()).out).toContain('id-duplicate')
    expect(await end('SIGTERM')).toBe(1)
  })

  it('sees configurations change, and goes on where nothing is left to check', async () => {
    const { folder, next, end } = watching({ 'briefs/talks-at-sea.brief.yaml': dangling })
    expect((await next()).out).toContain('error')
    writeFileSync(join(folder, 'chancery.yaml'), `${config}rules: { ref-engagement: "off", ref-source: "off" }\n`)
    expect((await next()).out).toBe('2 files, nothing to report.\n')
    writeFileSync(join(folder, 'chancery.yaml'), `${config}ignore: ["**"]\n`)
    const nothing = await next()
    expect(nothing.out).toBe('')
    expect(nothing.err).toContain('chancery: Nothing was checked: "ignore"')
    writeFileSync(join(folder, 'chancery.yaml'), 'chancery: [')
    expect((await next()).out).toContain('chancery.yaml')
    rmSync(join(folder, 'chancery.yaml'))
    rmSync(join(folder, 'briefs'), { recursive: true })
    let { err } = await next()
    while (!err.includes('There is no file for Chancery')) err = (await next()).err
    mkdirSync(join(folder, 'briefs'))
    writeFileSync(join(folder, path), brief.replace('[staff-talks-2024]', '[]').replace(' [@staff-talks-2024]', ''))
    let { out } = await next()
    while (!out.includes('nothing to report')) out = (await next()).out
    expect(await end()).toBe(0)
  })

  it('is not woken by what it writes, nor by files of others', async () => {
    const { folder, next, end } = watching(
      workspace,
      '--format',
      'json=out.json',
      '--format',
      'stylish',
      '--cache',
      '--cache-location',
      'kept',
    )
    await next()
    for (const name of ['notes.txt', '.talks.brief.yaml.swp', 'briefs/4913', 'briefs/talks-at-sea.brief.yaml~'])
      writeFileSync(join(folder, name), 'x')
    await expect(Promise.race([next(), new Promise((done) => setTimeout(done, 1500, 'quiet'))])).resolves.toBe('quiet')
    expect(JSON.parse(readFileSync(join(folder, 'out.json'), 'utf8')).summary.files).toBe(3)
    expect(readdirSync(join(folder, 'kept')).length).toBe(3)
    expect(await end('SIGHUP')).toBe(0)
  })

  const cases: readonly Case[] = ['--fix', '--fix-dry-run', '--stdin', '--update-baseline', '--list-rules'].map((option) => ({
    name: option,
    args: ['lint', '--watch', option],
    files: workspace,
    status: 2,
    stderr: [`and ${option} does its work once`],
  }))
  it.each([
    ...cases,
    {
      name: 'a file that is not there',
      args: ['lint', '--watch', 'nowhere'],
      files: workspace,
      status: 2,
      stderr: ['There is no file or folder nowhere.'],
    },
  ] satisfies readonly Case[])('is refused: $name', (each) => {
    check(each)
  })
})
