import { execFileSync, spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { type Case, check, folderWith, program, run } from '../support/cli.ts'
import { config, lone, misspelt } from '../support/sample.ts'

const deep = (n: number) => `chancery: brief/1\nx-deep: ${'['.repeat(n)}${']'.repeat(n)}\n`
const staircase = (n: number) => `chancery: brief/1\nx-deep:\n${Array.from({ length: n }, (_, i) => `${' '.repeat(i + 1)}k:`).join('\n')}\n`
const bomb = `chancery: brief/1\nx-a: &a [1,2,3,4,5,6,7,8,9]\n${[...'bcdefghi'].map((name, i) => `x-${name}: &${name} [${Array(9).fill(`*${'abcdefghi'[i]}`).join(',')}]`).join('\n')}\n`
const bytes = Uint8Array.from({ length: 3000 }, (_, i) => (i * 7919) % 256)
const utf16 = new Uint8Array([0xff, 0xfe, ...[...lone].flatMap((c) => [c.charCodeAt(0), 0])])

/** A file that nothing good can be said of, and what is said. All of them are findings; none ends the run. */
const files: readonly {
  readonly name: string
  readonly content: string | Uint8Array | { readonly linkTo: string }
  readonly says: string | RegExp
}[] = [
  { name: 'an empty file', content: '', says: 'There is nothing in this file yet' },
  { name: 'comments alone', content: '# to be written\n', says: 'There is nothing in this file yet' },
  { name: 'a dash', content: '---\n', says: 'There is nothing in this file yet' },
  { name: 'a list', content: '- a\n- b\n', says: 'first-key' },
  { name: '5 MB', content: `notes: |\n${'  word\n'.repeat(720_000)}`, says: '5.1 MB' },
  { name: 'bytes', content: bytes, says: 'file-encoding' },
  { name: 'UTF-16', content: utf16, says: 'UTF-16' },
  { name: 'Latin-1', content: new Uint8Array([...Buffer.from('chancery: brief/1\nid: a\ntitle: Attach'), 0xe9, 0x0a]), says: 'line 3' },
  { name: 'a link that leads nowhere', content: { linkTo: 'nowhere.yaml' }, says: 'a link that leads to no file' },
  { name: 'a link to itself', content: { linkTo: 'a.brief.yaml' }, says: 'a link that leads to no file' },
  { name: 'a device', content: { linkTo: '/dev/zero' }, says: 'no plain file' },
  { name: 'broken YAML', content: 'chancery: brief/1\ntitle: "Talks\nbluf: [a\n', says: 'yaml-syntax' },
  { name: 'conflict markers', content: `${lone}<<<<<<< ours\na: 1\n=======\na: 2\n>>>>>>> theirs\n`, says: 'Two versions' },
  { name: 'an alias bomb', content: bomb, says: 'bluf-missing' },
  { name: 'an alias of itself', content: 'chancery: brief/1\nx-a: &a [*a]\n', says: 'error' },
  { name: '3,000 brackets deep', content: deep(3000), says: 'yaml-syntax' },
  { name: '1,300 steps deep', content: staircase(1300), says: 'yaml-syntax' },
  { name: 'escape sequences', content: 'chancery: brief/1\ntitle: "\u001b[2J\u001b[31mred"\n', says: 'U+001B' },
  { name: 'a line of 0.9 MB', content: `chancery: brief/1\ntitel: ${'long '.repeat(180_000)}\n`, says: '...' },
  { name: 'a null character', content: 'chancery: brief/1\0\n', says: 'file-encoding' },
  { name: 'names of every object', content: 'chancery: brief/1\n__proto__: 1\nconstructor: 1\ntoString: 1\n', says: '__proto__' },
]

describe('any file at all is checked, and never ends the run', () => {
  it.each(files)('$name', ({ content, says }) => {
    const { stdout } = check({
      name: '',
      args: ['lint'],
      files: { 'a.brief.yaml': content, 'talks-at-sea.brief.yaml': lone },
      status: 1,
      stdout: [says, 'of 2 files'],
      absent: ['\u001b'],
    })
    expect(stdout).toMatch(/^a\.brief\.yaml\n/)
  })

  it('reads on where many mistakes stand together', () => {
    check({ name: '', args: ['lint'], files: { 'a.brief.yaml': 'a: b: c\n'.repeat(20_000) }, status: 1 })
  })
})

const places: readonly Case[] = [
  {
    name: 'a folder named like a brief',
    args: ['lint'],
    files: { 'x.brief.yaml/talks-at-sea.brief.yaml': misspelt },
    status: 1,
    stdout: [/^x\.brief\.yaml\/talks-at-sea\.brief\.yaml\n/],
  },
  { name: 'a configuration that is a folder', args: ['lint'], files: { 'chancery.yaml/': '', 'talks-at-sea.brief.yaml': lone }, status: 0 },
  {
    name: 'a broken configuration',
    args: ['lint'],
    files: { 'chancery.yaml': 'chancery: config/1\nrules: [\n', 'talks-at-sea.brief.yaml': lone },
    status: 1,
    stdout: [/^chancery\.yaml\n/],
  },
  {
    name: 'a configuration that extends itself',
    args: ['lint'],
    files: { 'chancery.yaml': `${config}extends: ./chancery.yaml\n` },
    status: 1,
    stdout: ['cannot extend itself'],
  },
  {
    name: 'folders that link to each other',
    args: ['lint'],
    files: {
      'a/talks-at-sea.brief.yaml': lone,
      'a/up': { linkTo: '..' },
      'a/b/self': { linkTo: '.' },
      'a/b/other': { linkTo: '../../c' },
      'c/back': { linkTo: '../a/b' },
    },
    status: 0,
    stdout: ['1 file, '],
  },
  {
    name: 'a file with a space, a hash and letters of other scripts',
    args: ['lint', '--quiet', '--rule', 'id-filename=off'],
    files: { 'Ständige Übung #1 – 演習.brief.yaml': misspelt },
    status: 1,
    stdout: [/^Ständige Übung #1 – 演習\.brief\.yaml\n/],
  },
]

describe('any folder at all is searched', () => {
  it.each(places)('$name', (given) => {
    check(given)
  })

  it('follows a link out of the workspace once', () => {
    const outside = folderWith({ 'talks-at-sea.brief.yaml': misspelt })
    check({
      name: '',
      args: ['lint'],
      files: { one: { linkTo: outside }, two: { linkTo: outside } },
      status: 1,
      stdout: [/^one\/talks-at-sea\.brief\.yaml\n/, '1 error in 1 file'],
      absent: ['two/'],
    })
  })

  it('reports a file that was named by a link under its own name', () => {
    check({
      name: '',
      args: ['lint', 'link.brief.yaml', 'there'],
      files: {
        'in/talks-at-sea.brief.yaml': misspelt,
        'link.brief.yaml': { linkTo: 'in/talks-at-sea.brief.yaml' },
        there: { linkTo: 'in' },
      },
      status: 1,
      stdout: [/^in\/talks-at-sea\.brief\.yaml\n/, '1 error in 1 file'],
    })
  })
})

describe('the output', () => {
  it.runIf(process.platform !== 'win32')('may be cut off by whoever reads it', () => {
    const folder = folderWith(Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`a${i}.brief.yaml`, misspelt])))
    const { stdout, stderr } = spawnSync('sh', ['-c', '"$0" "$1" lint | head -n 1', process.execPath, program], {
      cwd: folder,
      encoding: 'utf8',
    })
    expect({ stdout, stderr }).toEqual({ stdout: 'a0.brief.yaml\n', stderr: '' })
  })

  it.runIf(process.platform === 'linux')('says so when it cannot be written', () => {
    const folder = folderWith({ 'a.brief.yaml': misspelt })
    const { status } = spawnSync('sh', ['-c', '"$0" "$1" lint > /dev/full', process.execPath, program], { cwd: folder, encoding: 'utf8' })
    expect(status).toBe(2)
  })

  it('is whole when it is long and goes through a pipe', () => {
    const folder = folderWith(Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`a${i}.brief.yaml`, misspelt])))
    const report = execFileSync('sh', ['-c', '"$0" "$1" lint --format json | cat', process.execPath, program], {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 100_000_000,
    })
    expect(JSON.parse(report).files).toHaveLength(300)
  })

  it.each([
    { env: {}, coloured: false },
    { env: { FORCE_COLOR: '1' }, coloured: true },
    { env: { FORCE_COLOR: '0' }, coloured: false },
    { env: { FORCE_COLOR: '1', NO_COLOR: '1' }, coloured: false },
  ])('has colours with $env: $coloured', ({ env, coloured }) => {
    expect(run({ args: ['lint'], files: { 'a.brief.yaml': misspelt }, env }).stdout.includes('\u001b[')).toBe(coloured)
  })
})
