import { chmodSync, existsSync, lstatSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { check, folderWith, run } from '../support/cli.ts'

describe('chancery snippets import', () => {
  const code = `{
  // A remark, as editors allow it.
  "Closing note": { "prefix": ["close", "x"], "body": ["By \${1:Office} in $CURRENT_YEAR.", "", "\${2|high,low\\\\,er|} for $1 {{raw}} \\\\$5 \${3:a \${4:b}}$0"], "description": "Closes" },
  "Plain": { "body": "Text", },
}`
  const files = {
    'team.code-snippets': code,
    'note.md': '# A note\n\nCosts $1 and {{more}}.\n',
    'h.snippets.yaml':
      '# Ours\nchancery: snippets/1\nid: h\nversion: 1\nsnippets:\n  - { id: plain, title: P, scope: [brief.annexes], text: P } # kept\n',
  }
  const args = ['snippets', 'import', 'team.code-snippets', 'note.md', '--scope', 'brief.annexes', '--into']

  it('makes a library of what other editors know', () => {
    const { folder } = check({ name: 'new', args: [...args, 'texts.snippets.yaml'], files, status: 0, stdout: ['3 snippets were added'] })
    check({ name: 'check', args: ['snippets', 'check', 'texts.snippets.yaml'], folder, status: 0, stdout: ['nothing to report'] })
    const shown = (id: string) => run({ args: ['snippets', 'show', `texts/${id}`], folder }).stdout
    expect(shown('closing-note')).toContain('By Office in [current year].\n\nhigh for Office {{raw}} $5 a b')
    expect(shown('closing-note')).toContain('one of high, low,er')
    expect(shown('note')).toContain('# A note\n\nCosts $1 and {{more}}.')
  })

  it('takes over names that mean something to programs, and blanks of which nothing is told', () => {
    const odd = '{ "__proto__": { "body": "One" }, "constructor": { "body": "For $1." } }'
    const { folder } = check({
      name: 'odd',
      args: ['snippets', 'import', 'odd.code-snippets', '--into', 'odd.snippets.yaml'],
      files: { 'odd.code-snippets': odd },
      status: 0,
      stdout: ['2 snippets were added'],
    })
    const text = readFileSync(join(folder, 'odd.snippets.yaml'), 'utf8')
    expect(text).toContain('title: __proto__')
    expect(text).toContain('answer-1: {}')
    check({ name: 'check', args: ['snippets', 'check', 'odd.snippets.yaml'], folder, status: 0, stdout: ['nothing to report'] })
  })

  it('leaves out what no library may hold, and says what', () => {
    const odd = {
      empty: { body: '' },
      'only the \u001b[1m cursor': { body: ['$0', ' '] },
      ' ': { body: 'One' },
      'a\r\n note': { body: ['One\r', 'two\r\nthree'], description: [{}], prefix: ['note', 'a note', 'n'] },
    }
    const call = { args: ['snippets', 'import', 'odd.code-snippets', '--into', 'no.snippets.yaml'] }
    const { folder } = check({
      ...call,
      name: 'odd',
      files: { 'odd.code-snippets': JSON.stringify(odd) },
      status: 0,
      stdout: [
        '1 snippet was added',
        'Left out: "empty" of odd.code-snippets, for its body is empty',
        'Left out: "only the ␛[1m cursor" of odd',
        'Left out: the prefix "a note" of "a note", for a prefix is one word',
        'Left out: the prefix "n" of "a note"',
        'Left out: snippet 3 of odd.code-snippets, for it has no name. Give it one',
      ],
    })
    const text = readFileSync(join(folder, 'no.snippets.yaml'), 'utf8')
    expect(text).toContain(
      '  - id: a-note\n    title: a note\n    prefix: [note]\n    scope: [brief]\n    text: |\n      One\n      two\n      three\n',
    )
    check({ name: 'check', args: ['snippets', 'check', 'no.snippets.yaml'], folder, status: 0, stdout: ['nothing to report'] })
    check({ ...call, name: 'none', files: { 'odd.code-snippets': '{ "": { "body": "" } }' }, status: 0, stdout: ['Nothing was added'] })
  })

  it('leaves a link in its place, and the mode of the library', () => {
    const library = { 'real/h.snippets.yaml': files['h.snippets.yaml'], 'h.snippets.yaml': { linkTo: 'real/h.snippets.yaml' } }
    const folder = folderWith({ ...files, ...library })
    chmodSync(join(folder, 'real/h.snippets.yaml'), 0o640)
    check({ name: 'link', args: [...args, 'h.snippets.yaml'], folder, status: 0, stdout: ['2 snippets were added'] })
    expect(lstatSync(join(folder, 'h.snippets.yaml')).isSymbolicLink()).toBe(true)
    expect(readFileSync(join(folder, 'real/h.snippets.yaml'), 'utf8')).toContain('id: closing-note')
    expect(statSync(join(folder, 'real/h.snippets.yaml')).mode & 0o777).toBe(0o640)
  })

  // Root may write to any file.
  it.skipIf(process.getuid?.() === 0)('does not write to a library that is protected', () => {
    const folder = folderWith(files)
    chmodSync(join(folder, 'h.snippets.yaml'), 0o400)
    check({ name: 'protected', args: [...args, 'h.snippets.yaml'], folder, status: 2, stderr: ['you have no permission to write there'] })
  })

  it('takes over a thousand at once', () => {
    const many = Object.fromEntries(Array.from({ length: 1000 }, (_, i) => [`s${i}`, { body: `Text ${i}` }]))
    check({
      name: 'many',
      args: ['snippets', 'import', 'many.code-snippets', '--into', 'many.snippets.yaml'],
      files: { 'many.code-snippets': JSON.stringify(many) },
      status: 0,
      stdout: ['1000 snippets were added'],
    })
  })

  it('adds to a library and leaves what stands there', () => {
    const { folder } = check({
      name: 'add',
      args: [...args, 'h.snippets.yaml'],
      files,
      status: 0,
      stdout: ['2 snippets were added', 'Left out: plain'],
    })
    expect(readFileSync(join(folder, 'h.snippets.yaml'), 'utf8').startsWith(files['h.snippets.yaml'])).toBe(true)
    check({ name: 'check', args: ['snippets', 'check', 'h.snippets.yaml'], folder, status: 0, stdout: ['nothing to report'] })
  })

  it.each([
    ['without a library', ['snippets', 'import', 'note.md'], '--into snippets/house.snippets.yaml'],
    ['into something else', ['snippets', 'import', 'note.md', '--into', 'a.brief.yaml'], 'ends in .snippets.yaml'],
    ['nothing', ['snippets', 'import', '--into', 'a.snippets.yaml'], 'What is to be imported?'],
    ['what is not there', ['snippets', 'import', 'no.md', '--into', 'a.snippets.yaml'], 'no.md: There is no such file. Nothing was added.'],
    ['what is no JSON', ['snippets', 'import', 'bad.code-snippets', '--into', 'a.snippets.yaml'], 'must be JSON'],
    ['what has no body', ['snippets', 'import', 'empty.code-snippets', '--into', 'a.snippets.yaml'], 'has no body'],
    ['what has an object for a body', ['snippets', 'import', 'object.code-snippets', '--into', 'a.snippets.yaml'], '"x" has no body'],
    ['brackets without end', ['snippets', 'import', 'deep.code-snippets', '--into', 'a.snippets.yaml'], 'must be JSON'],
    [
      'into a file in the place of a folder',
      ['snippets', 'import', 'note.md', '--into', 'note.md/a.snippets.yaml'],
      'a part of its path is a file',
    ],
    [
      'for no place',
      ['snippets', 'import', 'note.md', '--scope', 'brief.nowhere', '--into', 'a.snippets.yaml'],
      'no file has such a place',
    ],
    ['into a broken library', ['snippets', 'import', 'note.md', '--into', 'b.snippets.yaml'], 'has mistakes'],
  ])('%s says what to do', (name, words, told) => {
    const more = {
      'bad.code-snippets': '{ "a": ',
      'empty.code-snippets': '{ "a": {} }',
      'object.code-snippets': '{ "x": { "body": [{}] } }',
      'deep.code-snippets': '['.repeat(100_000),
      'b.snippets.yaml': 'chancery: snippets/1\nid: [\n',
    }
    const { folder } = check({ name, args: words, files: { ...files, ...more }, status: 2, stderr: [told] })
    expect(existsSync(join(folder, 'a.snippets.yaml'))).toBe(false)
  })
})
