import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { folderWith, run } from '../support/cli.ts'

const ownAlone = 'chancery: config/1\nbuilt_in_libraries: false\n'

describe('a library outside of a workspace that is trusted', () => {
  const house =
    'chancery: snippets/1\nid: house\nversion: 1\nsnippets:\n  - { id: note, title: Note, scope: [brief.annexes], text: From open sources. }\n'
  const files = {
    'shared/house.snippets.yaml': house,
    'shared/deeper/other.snippets.yaml': house.replace('id: house', 'id: other'),
    'in/chancery.yaml': `${ownAlone}libraries: [../shared/, ../gone/]\n`,
    'in/talks.brief.yaml':
      'chancery: brief/1\nid: talks\ntitle: Talks\nprofile: state-info-memo\nstage: draft\ndate: 2026-11-02\nbluf: They met.\nbackground: They met in May.\nsnippets: [{ use: house/note }, { use: house/nothing }]\n',
  }
  it.each([
    [['snippets', 'list', '--trust'], ['house/note']],
    [['lint', '--trust', 'talks.brief.yaml'], ['The library house has no snippet of that name']],
    [['lint', '--trust', 'chancery.yaml'], ['There is no library in "../gone/"']],
    [['snippets', 'list'], ['There is no snippet']],
    [
      ['lint', 'chancery.yaml'],
      ['"../shared/" leads out of the workspace', '--trust says so'],
    ],
    [['snippets', 'check', '--trust', '--update'], ['../shared/house.snippets.yaml (house) is new']],
  ])('%j', (args, words) => {
    const { stdout } = run({ args, files, cwd: 'in' })
    expect(words.filter((each) => !stdout.replace(/\s+/g, ' ').includes(each))).toEqual([])
    expect(stdout).not.toContain('other/note')
  })
})

describe('a library that leads out of the workspace', () => {
  const secret =
    'chancery: snippets/1\nid: secret\nversion: 1\nsnippets:\n  - { id: x, title: Secret, scope: [brief.annexes], text: The words of another house }\n'
  it.each<readonly [string, string, (outside: string) => Record<string, { readonly linkTo: string }>]>([
    ['a path', 'libraries: [../outside/]', () => ({})],
    ['a path of a package', 'libraries: ["a/../../../outside"]', () => ({})],
    ['an absolute path', 'libraries: [/etc/passwd]', () => ({})],
    ['a linked file', '', (outside) => ({ 'in/link.snippets.yaml': { linkTo: join(outside, 'secret.snippets.yaml') } })],
    ['a linked package', 'libraries: [linked]', (outside) => ({ 'in/node_modules/linked': { linkTo: outside } })],
    [
      'a linked file of a package',
      'libraries: [pack]',
      (outside) => ({ 'in/node_modules/pack/s.snippets.yaml': { linkTo: join(outside, 'secret.snippets.yaml') } }),
    ],
  ])('is not read: %s', (name, setting, links) => {
    const base = folderWith({})
    const outside = join(base, 'outside')
    for (const [path, text] of Object.entries({
      'outside/secret.snippets.yaml': secret,
      'in/chancery.yaml': `${ownAlone}${setting}\n`,
    })) {
      mkdirSync(join(base, path, '..'), { recursive: true })
      writeFileSync(join(base, path), text)
    }
    const linked = folderWith({})
    cpSync(base, linked, { recursive: true })
    const all = links(join(linked, 'outside'))
    expect(outside).not.toBe('')
    for (const [path, { linkTo }] of Object.entries(all)) {
      mkdirSync(join(linked, path, '..'), { recursive: true })
      spawnSync('ln', ['-s', linkTo, join(linked, path)])
    }
    for (const args of [['snippets', 'list'], ['lint'], ['snippets', 'check', '--update']]) {
      const { stdout, stderr, status } = run({ args, folder: linked, cwd: 'in' })
      expect([name, args, `${stdout}${stderr}`.includes('secret/'), status === null]).toEqual([name, args, false, false])
      expect(stdout).not.toContain('Secret')
    }
  })
})
