import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type DiskFiles, folderWith, run } from '../support/cli.ts'

const settings = (libraries: string) => `chancery: config/1\nbuilt_in_libraries: false\n${libraries}\n`
const library = (id: string) =>
  `chancery: snippets/1\nid: ${id}\nversion: 1\nsnippets:\n  - { id: note, title: Note, scope: [brief.annexes], text: From open sources. }\n`
const brief = (...uses: readonly string[]) =>
  `chancery: brief/1\nid: talks\ntitle: Talks\nprofile: state-info-memo\nstage: draft\ndate: 2026-11-02\nbluf: They met.\nbackground: They met in May.\nsnippets: [${uses.map((use) => `{ use: ${use} }`).join(', ')}]\n`
const inOneLine = (text: string) => text.replace(/\s+/g, ' ')

describe('a library outside of a workspace that is trusted', () => {
  const shared = { 'shared/house.snippets.yaml': library('house'), 'shared/deeper/other.snippets.yaml': library('other') }
  const files = {
    ...shared,
    'in/chancery.yaml': settings('libraries: [../shared/, ../gone/]'),
    'in/talks.brief.yaml': brief('house/note', 'house/nothing'),
  }
  it.each([
    [['snippets', 'list', '--trust'], ['house/note']],
    [['lint', '--trust', 'talks.brief.yaml'], ['The library house has no snippet of that name']],
    [
      ['lint', '--trust', 'chancery.yaml'],
      ['There is no library in "../gone/"', 'those are read that lie in it itself'],
    ],
    [['snippets', 'list'], ['There is no snippet']],
    [
      ['lint', 'chancery.yaml'],
      ['"../shared/" leads out of the workspace', 'Where you trust the workspace, say so', 'it is --trust.'],
    ],
    [['snippets', 'check', '--trust', '--update'], ['../shared/house.snippets.yaml (house) is new']],
  ])('%j', (args, words) => {
    const { stdout } = run({ args, files, cwd: 'in' })
    expect(words.filter((each) => !inOneLine(stdout).includes(each))).toEqual([])
    expect(stdout).not.toContain('other/note')
  })

  const glob = 'Outside of the workspace only a folder or a file can be named, as ../shared/.'
  it.each<readonly [entry: string, isTrusted: boolean, said: string | undefined]>([
    ['../shared/house.snippets.yaml', true, undefined],
    ['../shared/house.snippets.yaml', false, 'leads out of the workspace'],
    ['../shared/*.snippets.yaml', true, glob],
    ['../shared/*.snippets.yaml', false, glob],
    ['../shared/none.snippets.yaml', true, 'There is no library in "../shared/none.snippets.yaml"'],
    ['../shared/empty.snippets.yaml', true, 'A library begins with "chancery: snippets/1" and has an id.'],
    ['../shared/wide.snippets.yaml', true, 'is saved in UTF-16'],
  ])('named as %s, trusted: %s', (entry, isTrusted, said) => {
    const more = { 'shared/empty.snippets.yaml': '', 'shared/wide.snippets.yaml': new Uint8Array([0xfe, 0xff]) }
    const own = { 'in/chancery.yaml': settings(`libraries: ["${entry}"]`), 'in/talks.brief.yaml': brief('house/note') }
    const { stdout, status } = run({ args: ['lint', ...(isTrusted ? ['--trust'] : [])], files: { ...shared, ...more, ...own }, cwd: 'in' })
    if (said === undefined) expect([status, stdout]).toEqual([0, expect.stringContaining('nothing to report')])
    else expect(inOneLine(stdout)).toContain(said)
  })
})

describe('a library that leads out of the workspace', () => {
  const secret =
    'chancery: snippets/1\nid: secret\nversion: 1\nsnippets:\n  - { id: x, title: Secret, scope: [brief.annexes], text: The words of another house }\n'
  const cases: readonly (readonly [name: string, libraries: string, links: DiskFiles])[] = [
    ['a path of a package', '"a/../../../outside"', { 'in/node_modules/a/package.json': '{}' }],
    ['an absolute path', '"{outside}"', {}],
    ['an absolute path of a file', '"{outside}/secret.snippets.yaml"', {}],
    ['a linked file', './', { 'in/link.snippets.yaml': { linkTo: '../outside/secret.snippets.yaml' } }],
    ['a linked package', 'linked', { 'in/node_modules/linked': { linkTo: '../../outside' } }],
    [
      'a linked file of a package',
      'pack, pack/s.snippets.yaml',
      { 'in/node_modules/pack/s.snippets.yaml': { linkTo: '../../../outside/secret.snippets.yaml' } },
    ],
  ]
  const untrusted: typeof cases = [
    ['a path', '../outside/', {}],
    ['a path of a file', '../outside/secret.snippets.yaml', {}],
    ['a path that climbs', '"a/../../outside"', {}],
  ]
  const all = [[...untrusted, ...cases].map((each) => [...each, ''] as const), cases.map((each) => [...each, '--trust'] as const)].flat()
  it.each(all)('is not read: %s, %s, %o, %s', (_, libraries, links, trust) => {
    const own = { 'outside/secret.snippets.yaml': secret, 'in/own.snippets.yaml': library('own') }
    const folder = folderWith({ ...own, 'in/chancery.yaml': '', ...links })
    writeFileSync(join(folder, 'in/chancery.yaml'), settings(`libraries: [${libraries.replace('{outside}', join(folder, 'outside'))}]`))
    for (const args of [['snippets', 'list'], ['lint'], ['snippets', 'check', '--update']]) {
      const { stdout, stderr, status } = run({ args: trust ? [...args, trust] : args, folder, cwd: 'in' })
      expect([args, `${stdout}${stderr}`]).toEqual([args, expect.not.stringMatching(/secret\/|Secret/)])
      expect(status === 0 || status === 1, `${status} ${stderr}`).toBe(true)
    }
  })
})

describe('an odd line in libraries', () => {
  const around: DiskFiles = {
    'in/own/house.snippets.yaml': library('house'),
    'in/talks.brief.yaml': brief('house/nothing', 'b/note'),
    'in/node_modules/loop': { linkTo: 'loop' },
    'in/node_modules/@team/briefing/b.snippets.yaml': library('b'),
    loop: { linkTo: 'loop' },
    file: '',
  }
  it.each<readonly [name: string, entry: string, said: string]>([
    ['a package below a file', '@team/briefing/b.snippets.yaml/x', 'There is no folder "@team/briefing/b.snippets.yaml/x"'],
    ['a package that is a link to itself', 'loop', 'This is a link that leads to no file'],
    ['a name that is too long for a file', 'x'.repeat(5000), 'There is no folder "xxx'],
    ['a name that is too long for a glob', 'x'.repeat(70_000), 'There is no folder "xxx'],
    ['a NUL in the name of a package', 'a\\0b', 'There is no folder "a'],
    ['a NUL in a path', './a\\0b', 'There is no library in "./a'],
    ['a path to a link to itself', '../loop/', '"../loop/"'],
    ['a path below a file', '../file/x', '"../file/x"'],
    ['a NUL in a path that leads out', '../a\\0b', '"../a'],
    ['a path that leads out and is too long', `../${'x'.repeat(5000)}`, '"../xxx'],
    ['a scope', '@team', '"@team" is a scope and not yet a package'],
    ['a scope as a folder', '@team/', 'as @team/briefing.'],
    ['nothing', '', 'is empty'],
    ['the folder of packages', '.bin', 'There is no folder ".bin"'],
  ])('is told of, and the others count: %s', (_, entry, said) => {
    const folder = folderWith({ ...around, 'in/chancery.yaml': settings(`libraries: ["${entry}", own/]`) })
    for (const more of [[], ['--trust']]) {
      const { stdout, stderr, status } = run({ args: ['lint', ...more], folder, cwd: 'in' })
      const told = inOneLine(stdout)
      expect([status, stderr]).toEqual([1, ''])
      expect(told).toContain(said)
      expect(told).toMatch(/ 3:13 (?:warning|error) /)
      expect(told).toContain('The library house has no snippet of that name')
      expect(told).toContain('There is no library b here')
    }
  })

  it('may name one library of a package', () => {
    const files = { ...around, 'in/chancery.yaml': settings('libraries: ["@team/briefing/b.snippets.yaml"]') }
    expect(run({ args: ['snippets', 'list'], files, cwd: 'in' }).stdout).toContain('b/note')
  })
})

describe('a library and its copy', () => {
  const house = library('house')
  const copies: DiskFiles = { 'in/node_modules/@team/house/house.snippets.yaml': house, 'shared/house.snippets.yaml': house }
  const changed = library('house').replace('open', 'other')
  it.each<readonly [libraries: string, isRival: boolean, files: DiskFiles]>([
    ['./, "@team/house"', false, copies],
    ['./, "@team/house"', true, { ...copies, 'in/node_modules/@team/house/house.snippets.yaml': changed }],
    ['./, ../shared/', false, copies],
    ['./, ../shared/', true, { ...copies, 'shared/house.snippets.yaml': changed }],
    ['../in/snippets/', false, {}],
    ['./, ../in/snippets/', false, {}],
    ['../in/snippets/house.snippets.yaml', false, {}],
    ['../in/', false, {}],
  ])('libraries: [%s], rivals: %s', (libraries, isRival, more) => {
    const files = { 'in/chancery.yaml': settings(`libraries: [${libraries}]`), 'in/snippets/house.snippets.yaml': house, ...more }
    const { stdout, status } = run({ args: ['lint', '--trust'], files, cwd: 'in' })
    expect([status, stdout.includes('id-duplicate'), stdout.includes('config-invalid')]).toEqual([0, isRival, false])
  })
})
