import { spawn } from 'node:child_process'
import { appendFileSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Case, check, examples, folderWith, type Outcome, program, run } from '../support/cli.ts'
import { brief, config, dangling, engagement, workspace } from '../support/sample.ts'

const files = { ...workspace, 'briefs/dangling.brief.yaml': dangling.replace('id: talks-at-sea', 'id: dangling') }
const usual = '.chancery-cache'
const lint = ['lint', '--format', 'json', '--today', '2026-11-23']

function found(folder: string, ...args: readonly string[]): Omit<Outcome, 'folder'> {
  const { folder: _, ...outcome } = run({ folder, args: [...lint, ...args] })
  return outcome
}

/** Runs with a cache twice and expects what a run without one finds. */
function expectSame(folder: string, ...args: readonly string[]): void {
  const plain = found(folder, ...args)
  expect(found(folder, '--cache', ...args)).toEqual(plain)
  expect(found(folder, '--cache', ...args)).toEqual(plain)
}

function cacheFile(folder: string, location = usual): string {
  const names = readdirSync(join(folder, location)).filter((name) => name.endsWith('.json'))
  expect(names.length).toBe(1)
  return join(folder, location, names[0] ?? '')
}

/** A file that is written anew is another file. */
function stateOf(folder: string): readonly unknown[] {
  const file = cacheFile(folder)
  return [statSync(file).ino, readFileSync(file, 'utf8')]
}

describe('--cache', () => {
  it('finds the same cold and warm, and is only asked for', () => {
    const folder = folderWith(files)
    const plain = found(folder)
    expect(plain.status).toBe(1)
    expect(existsSync(join(folder, usual))).toBe(false)
    expect(found(folder, '--cache')).toEqual(plain)
    const state = stateOf(folder)
    expect(found(folder, '--cache')).toEqual(plain)
    expect(stateOf(folder), 'nothing is new, so nothing is written').toEqual(state)
    expect(readdirSync(join(folder, usual)).filter((name) => !name.endsWith('.json'))).toEqual(['.gitignore', 'CACHEDIR.TAG'])
  })

  it.each<readonly [name: string, change: (folder: string) => void]>([
    ['the text', (f) => appendFileSync(join(f, 'briefs/talks-at-sea.brief.yaml'), 'audence: public\n')],
    ['what a brief cites', (f) => rmSync(join(f, 'engagements/staff-talks-2024.engagement.yaml'))],
    [
      'the marking of what a brief cites',
      (f) => appendFileSync(join(f, 'engagements/staff-talks-2024.engagement.yaml'), 'handling: { tlp: "TLP:RED" }\n'),
    ],
    [
      'what a dead reference may have meant',
      (f) => writeFileSync(join(f, 'staff-talk-2024.engagement.yaml'), engagement.replace('id: staff-talks', 'id: staff-talk')),
    ],
    ['another file of the same id', (f) => writeFileSync(join(f, 'a.brief.yaml'), brief)],
    ['a configuration', (f) => writeFileSync(join(f, 'chancery.yaml'), `${config}rules: { ref-engagement: hint }\n`)],
    ['a configuration further down', (f) => writeFileSync(join(f, 'briefs/chancery.yaml'), `${config}rules: { ref-engagement: hint }\n`)],
  ])('checks again after a change of %s', (_, change) => {
    const folder = folderWith(files)
    const before = found(folder, '--cache')
    change(folder)
    expect(found(folder, '--cache')).not.toEqual(before)
    expectSame(folder)
  })

  it.each([
    ['--stage', 'final'],
    ['--today', '2024-01-01'],
    ['--rule', 'ref-engagement=hint'],
    ['briefs'],
    ['--fail-on', 'warning'],
    ['--quiet'],
  ])('takes no answer to another question: %s %s', (...args) => {
    const folder = folderWith(files)
    found(folder, '--cache')
    expectSame(folder, ...args)
    expectSame(folder)
  })

  it('has all of the examples, also from another folder and after a move', () => {
    expect(run({ folder: examples, args: [...lint, '--cache', '--cache-location', folderWith()] }).status).toBe(0)
    const folder = folderWith(files)
    const plain = run({ folder, args: [...lint, '..'], cwd: 'briefs' }).stdout
    for (const _ of [1, 2]) expect(run({ folder, args: [...lint, '..', '--cache'], cwd: 'briefs' }).stdout).toBe(plain)
    expect(existsSync(join(folder, 'briefs', usual))).toBe(true)
  })

  it('mends with --fix and knows the mended text', () => {
    const folder = folderWith({
      'talks-at-sea.brief.yaml': brief.replace('title:', 'titel:').replaceAll('staff-talks-2024', 'x'),
      'chancery.yaml': config,
    })
    found(folder, '--cache')
    found(folder, '--cache', '--fix')
    expect(readFileSync(join(folder, 'talks-at-sea.brief.yaml'), 'utf8')).toContain('\ntitle:')
    expectSame(folder)
  })

  it.each<readonly [name: string, damage: (text: string) => string]>([
    ['empty', () => ''],
    ['cut off', (text) => text.slice(0, text.length / 2)],
    ['of one line', (text) => text.split('\n')[0] ?? ''],
    ['changed by hand', (text) => text.replace('There is no engagement', 'There is an engagement')],
    ['of another build', (text) => text.replace(/^(\S+ )\S+/, '$1other')],
    ['something else', () => '{"files":[]}'],
    ['binary', () => '\u0000\ufffd'.repeat(500)],
  ])('takes no notice of a cache that is %s, and writes it anew', (_, damage) => {
    const folder = folderWith(files)
    const plain = found(folder, '--cache')
    const file = cacheFile(folder)
    const sound = readFileSync(file, 'utf8')
    const damaged = damage(sound)
    expect(damaged).not.toBe(sound)
    writeFileSync(file, damaged)
    expect(found(folder, '--cache')).toEqual(plain)
    expect(readFileSync(file, 'utf8')).toBe(sound)
  })

  it('stays whole when several runs end at once, and leaves nothing beside it', async () => {
    const folder = folderWith(files)
    const plain = found(folder)
    const statuses = await Promise.all([1, 2, 3, 4].map(() => ended(folder)))
    expect(statuses).toEqual([1, 1, 1, 1])
    expect(readdirSync(join(folder, usual)).length).toBe(3)
    const state = stateOf(folder)
    expect(found(folder, '--cache')).toEqual(plain)
    expect(stateOf(folder)).toEqual(state)
  })

  const cases: readonly Case[] = [
    {
      name: 'a folder of your own',
      args: ['lint', '--cache', '--cache-location', 'deep/in'],
      files: workspace,
      status: 0,
      stdout: [/^3 files/],
    },
    {
      name: 'a folder that cannot be made, which costs time and nothing else',
      args: ['lint', '--cache', '--cache-location', 'chancery.yaml/x'],
      files: workspace,
      status: 0,
      stdout: [/^3 files/],
      stderr: [/^chancery: The results could not be kept for the next run: a part of its path is a file/],
    },
    {
      name: 'a file',
      args: ['lint', '--cache', '--cache-location', 'chancery.yaml'],
      files: workspace,
      status: 2,
      stderr: ['chancery.yaml is a file'],
    },
    { name: 'a location alone', args: ['lint', '--cache-location', 'x'], files: workspace, status: 2, stderr: ['goes with --cache'] },
    { name: '--no-cache', args: ['lint', '--cache', '--no-cache', '--cache-location', 'chancery.yaml'], files: workspace, status: 0 },
    {
      name: 'a text',
      args: ['lint', '--stdin', '--cache'],
      stdin: brief.replace('[@staff-talks-2024]', '').replace('[staff-talks-2024]', '[]'),
      status: 0,
    },
  ]
  it.each(cases)('$name', (each) => {
    const { folder } = check(each)
    expect(existsSync(join(folder, usual))).toBe(false)
    expect(existsSync(join(folder, 'deep/in/.gitignore'))).toBe(each.args.includes('deep/in'))
  })
})

function ended(folder: string): Promise<number | null> {
  const child = spawn(process.execPath, [program, ...lint, '--cache'], { cwd: folder, stdio: 'ignore' })
  return new Promise((done) => child.on('exit', done))
}
