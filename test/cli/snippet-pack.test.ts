import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { check, folderWith } from '../support/cli.ts'

const pack = ['snippets', 'pack', '--out', 'made']

const texts = (text: string) =>
  `chancery: snippets/1\nid: a\nversion: 1\nsnippets:\n  - { id: note, title: T, scope: [brief.annexes], text: "${text}" }\n`

describe('what is packed', () => {
  const sound = 'chancery: snippets/1\nid: a\nversion: 1\nsnippets: []\n'

  it.each([
    ['a broken library', { 'a.snippets.yaml': 'chancery: snippets/1\nid: [\n' }, [], 'has mistakes'],
    ['no library', { 'a.brief.yaml': 'chancery: brief/1\n' }, [], 'no snippet library'],
    ['a name that is none', { 'a.snippets.yaml': sound }, ['--name', '../x'], 'no name for an npm package'],
    ['a name that begins with a hyphen', { 'a.snippets.yaml': sound }, ['--name=-x'], 'no name for an npm package'],
    ['a name with a sign that npm gave up', { 'a.snippets.yaml': sound }, ['--name', 'a~'], 'no name for an npm package'],
    ['the folder of packages', { 'a.snippets.yaml': sound }, ['--name', 'node_modules'], 'npm takes no package of the name'],
    ['the same of a team', { 'a.snippets.yaml': sound }, ['--name', '@team/node_modules'], 'npm takes no package of the name'],
    ['a picture', { 'a.snippets.yaml': sound }, ['--name', 'favicon.ico'], 'npm takes no package of the name'],
    ['a module of Node', { 'a.snippets.yaml': sound }, ['--name', 'http'], 'npm takes no package of the name'],
  ])('is not %s', (name, files, more, words) => {
    check({ name, args: [...pack, '.', ...more], files, status: 2, stderr: [words] })
  })

  it('makes nothing of a library with errors', () => {
    const { folder } = check({
      name: 'errors',
      args: [...pack, 'a.snippets.yaml'],
      files: {
        'a.snippets.yaml':
          'chancery: snippets/1\nid: a\nversion: 1\nsnippets:\n  - { id: x, title: X, scope: [brief.annexes], params: { office: {} }, text: "By {{ofice}}." }\n',
      },
      status: 2,
      stderr: ['has mistakes', 'chancery snippets check'],
    })
    expect(existsSync(join(folder, 'made'))).toBe(false)
  })

  it('begins nothing where two libraries have one name', () => {
    const library = 'chancery: snippets/1\nid: same\nversion: 1\nsnippets: []\n'
    const { folder } = check({
      name: 'same',
      args: [...pack, '.'],
      files: { 'a.snippets.yaml': library, 'b.snippets.yaml': library },
      status: 2,
      stderr: ['Two of these libraries are called same'],
    })
    expect(existsSync(join(folder, 'made'))).toBe(false)
  })

  it.each([
    ['package.json', 'a file', '{}'],
    ['README.md', 'a file', '# Mine'],
    ['a.snippets.yaml', 'a link', { linkTo: '../elsewhere' }],
    ['snippets', 'a link', { linkTo: '../out' }],
    ['snippets', 'a file', 'mine'],
  ] as const)('begins nothing where %s is %s', (path, _, content) => {
    const folder = folderWith({ 'a.snippets.yaml': texts('Words.'), [`made/${path}`]: content, 'out/': '' })
    const stderr = [`chancery: made/${path} is`, 'nothing was written', 'Name a new folder']
    check({ name: path, args: [...pack, 'a.snippets.yaml'], folder, status: 2, stderr })
    expect(readdirSync(join(folder, 'made'))).toEqual([path])
    expect(readdirSync(join(folder, 'out'))).toEqual([])
    expect(existsSync(join(folder, 'elsewhere'))).toBe(false)
  })

  it('goes into a folder that is named by a link, or holds other things', () => {
    const files = { 'a.snippets.yaml': texts('Words.'), 'real/LICENSE': '', made: { linkTo: 'real' } }
    const { folder } = check({ name: 'link', args: [...pack, 'a.snippets.yaml'], files, status: 0, stdout: ['Wrote 4 files to made'] })
    expect(readdirSync(join(folder, 'real')).sort()).toEqual(['LICENSE', 'README.md', 'a.snippets.yaml', 'package.json', 'snippets'])
  })

  it('has what is read from elsewhere where the workspace is trusted, and never a gap in its place', () => {
    const files = {
      'ws/chancery.yaml': 'chancery: config/1\nlibraries: [../shared/]\n',
      'ws/a.snippets.yaml': texts('So: {{> house/note}} Done.'),
      'shared/house.snippets.yaml': texts('Words.').replace('id: a', 'id: house'),
    }
    const folder = folderWith(files)
    const call = { args: [...pack, 'a.snippets.yaml'], folder, cwd: 'ws' }
    check({ ...call, name: 'gap', status: 2, stderr: ['a.snippets.yaml takes in house/note, which cannot be found', '--trust'] })
    expect(existsSync(join(folder, 'ws/made'))).toBe(false)
    check({ ...call, name: 'trust', args: [...call.args, '--trust'], status: 0 })
    expect(readFileSync(join(folder, 'ws/made/snippets/a.brief.code-snippets'), 'utf8')).toContain('So: Words. Done.')
  })

  it('has the snippets of a library that no setting names', () => {
    const files = { 'chancery.yaml': 'chancery: config/1\nlibraries: []\n', 'a.snippets.yaml': texts('Words.') }
    check({ name: 'alone', args: [...pack, 'a.snippets.yaml'], files, status: 0, stdout: ['Wrote 4 files'] })
  })

  it('tells of a library by its path from the current folder', () => {
    const files = { 'chancery.yaml': 'chancery: config/1\n', 'our texts.snippets.yaml': 'chancery: snippets/1\nid: [\n', 'sub/': '' }
    const stderr = ['../our texts.snippets.yaml has mistakes', 'chancery snippets check "../our texts.snippets.yaml"']
    check({ name: 'below', args: [...pack, '../our texts.snippets.yaml'], files, cwd: 'sub', status: 2, stderr })
  })

  it('has titles that stay words in its list', () => {
    const library = texts('Words.').replace('title: T', 'title: "<b> | `x` [y](z) _w_"').replace('id: a', 'id: a\ntitle: "*A* <script>"')
    const { folder } = check({ name: 'titles', args: [...pack, 'a.snippets.yaml'], files: { 'a.snippets.yaml': library }, status: 0 })
    const readme = readFileSync(join(folder, 'made/README.md'), 'utf8')
    expect(readme).toContain('\n## \\*A\\* \\<script\\>\n')
    expect(readme).toContain('| `a/note` | \\<b\\> \\| \\`x\\` \\[y\\](z) \\_w\\_ | brief.annexes |')
  })
})
