import { chmodSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { decodeText, diskWorkspace, largestFile, workspaceRoot } from '../../server/disk.ts'
import { filesBelow } from '../../server/disk-walk.ts'
import { folderWith } from '../support/cli.ts'

const isRoot = process.getuid?.() === 0

describe('the files of a folder', () => {
  it('are those that Chancery reads by name, in order', async () => {
    const named = ['b/x.brief.yaml', 'a/x.engagement.yml', 'a/b/chancery.yaml', 'x.vocabulary.yaml', 'X.SNIPPETS.YAML', 'a.brief.yaml']
    const others = ['x.yaml', 'brief.yaml', 'a/.x.brief.yaml', '.vscode/x.brief.yaml', 'node_modules/p/chancery.yaml', 'x.brief.yaml.bak']
    const folder = folderWith(Object.fromEntries([...named, ...others].map((path) => [path, ''])))
    expect(await filesBelow(folder)).toEqual([...named].sort())
  })

  it('are listed once, by their real path where there is one', async () => {
    const folder = folderWith({
      'real/x.brief.yaml': '',
      'a-link': { linkTo: 'real' },
      'a.brief.yaml': { linkTo: 'real/x.brief.yaml' },
      'dead.brief.yaml': { linkTo: 'nowhere' },
      'dead.txt': { linkTo: 'nowhere' },
      'real/root': { linkTo: '..' },
      top: { linkTo: '/' },
    })
    expect(await filesBelow(folder)).toEqual(['dead.brief.yaml', 'real/x.brief.yaml'])
  })

  it('are none where there is no folder', async () => {
    expect(await filesBelow(join(folderWith(), 'nowhere'))).toEqual([])
  })

  it.runIf(process.platform !== 'win32' && !isRoot)(
    'include a folder that cannot be opened, so that it is not taken for checked',
    async () => {
      const folder = folderWith({ 'closed/x.brief.yaml': '' })
      chmodSync(join(folder, 'closed'), 0)
      const workspace = diskWorkspace(folder)
      expect(await workspace.list()).toEqual(['closed'])
      expect(await workspace.read('closed')).toMatchObject({
        problem: { rule: 'file-unreadable', message: expect.stringContaining('no permission') },
      })
      chmodSync(join(folder, 'closed'), 0o700)
    },
  )
})

describe('a file', () => {
  const problems: readonly (readonly [name: string, content: Parameters<typeof folderWith>[0], says: string])[] = [
    ['that is not there', {}, 'There is no such file.'],
    ['below a file', { x: '' }, 'There is no such file.'],
    ['that is a folder', { 'x/y/': '' }, 'This is a folder'],
    ['that is a link to nowhere', { 'x/y': { linkTo: 'z' } }, 'a link that leads to no file'],
    ['that is too large', { 'x/y': new Uint8Array(largestFile + 1) }, '1.1 MB large, and files of up to 1 MB'],
    ['in UTF-16', { 'x/y': new Uint8Array([0xfe, 0xff, 0, 0x61]) }, 'UTF-16'],
    ['in Latin-1', { 'x/y': new Uint8Array([0x61, 0x0d, 0x62, 0x0d, 0x0a, 0xe9]) }, 'line 3'],
  ]
  it.each(problems)('%s is a problem in words', async (_, files, says) => {
    expect(await diskWorkspace(folderWith(files)).read('x/y')).toMatchObject({ problem: { message: expect.stringContaining(says) } })
  })

  it('loses its byte order mark and nothing else', async () => {
    const text = 'a: \ufeff é 😀\r\n\ufffd\r'
    expect(await diskWorkspace(folderWith({ x: `\ufeff${text}` })).read('x')).toEqual({ text })
    expect(decodeText(new TextEncoder().encode(text))).toEqual({ text })
  })

  it('may be as large as the limit', () => {
    expect(decodeText(new Uint8Array(largestFile).fill(0x61))).toHaveProperty('text')
    expect(decodeText(new Uint8Array(largestFile + 1).fill(0x61))).toHaveProperty('problem')
  })
})

describe('the root of a workspace', () => {
  const files = {
    'team/chancery.yaml': '',
    'team/desk/chancery.yml': '',
    'team/desk/briefs/a.brief.yaml': '',
    'loose/b.brief.yaml': '',
    'loop.brief.yaml': { linkTo: 'loop.brief.yaml' },
  }
  const cases: readonly (readonly [path: string, cwd: string, root: string])[] = [
    ['team/desk/briefs/a.brief.yaml', '', 'team'],
    ['team/desk/briefs', '', 'team'],
    ['team/desk/briefs/new/c.brief.yaml', '', 'team'],
    ['.', 'team/desk', 'team'],
    ['loose/b.brief.yaml', '', ''],
    ['.', '', ''],
    ['../loose/b.brief.yaml', 'team', 'loose'],
    ['../loose', 'team', 'loose'],
    ['loop.brief.yaml', '', ''],
  ]
  it.each(cases)('of %s, seen from "%s", is "%s"', (path, cwd, root) => {
    const folder = folderWith(files)
    expect(workspaceRoot(path, join(folder, cwd))).toBe(join(folder, root))
  })
})
