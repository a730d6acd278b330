import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { check, run } from '../support/cli.ts'

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
      'b.snippets.yaml': 'chancery: snippets/1\nid: [\n',
    }
    const { folder } = check({ name, args: words, files: { ...files, ...more }, status: 2, stderr: [told] })
    expect(existsSync(join(folder, 'a.snippets.yaml'))).toBe(false)
  })
})
