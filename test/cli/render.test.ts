import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Case, check, examples, run } from '../support/cli.ts'
import { brief, config, engagement, lone, workspace } from '../support/sample.ts'

const page = /^<!doctype html>/
const read = (folder: string, path: string) => readFileSync(join(folder, path), 'utf8')

describe('render', () => {
  it('prints one page', () => {
    check({
      name: '',
      args: ['render', 'briefs/talks-at-sea.brief.yaml', '--to', 'html'],
      files: workspace,
      status: 0,
      stdout: [page, 'Talks at sea', 'staff-talks-2024.html'],
    })
  })

  it('writes one page', () => {
    const { folder } = check({
      name: '',
      args: ['render', 'briefs/talks-at-sea.brief.yaml', '--out', 'out/talks.html'],
      files: workspace,
      status: 0,
      stdout: [/^Wrote out\/talks\.html\n$/],
    })
    expect(read(folder, 'out/talks.html')).toMatch(page)
  })

  it('writes one page into a folder', () => {
    const { folder } = check({
      name: '',
      args: ['render', 'briefs/talks-at-sea.brief.yaml', '--out', 'out/'],
      files: workspace,
      status: 0,
      stdout: [/^Wrote out\/talks-at-sea\.html\n$/],
    })
    expect(readdirSync(join(folder, 'out'))).toEqual(['talks-at-sea.html'])
  })

  it('writes a folder of pages and an index of them', () => {
    const { folder } = check({
      name: '',
      args: ['render', '.', '--to', 'html', '--out', 'out'],
      files: workspace,
      status: 0,
      stdout: [/^Wrote 2 pages\. Open out\/index\.html\n$/],
    })
    expect(readdirSync(join(folder, 'out')).sort()).toEqual(['index.html', 'staff-talks-2024.html', 'talks-at-sea.html'])
    expect(read(folder, 'out/index.html')).toContain('href="talks-at-sea.html"')
  })

  it('renders every example', () => {
    const { folder } = check({ name: '', args: ['render', examples, '--to', 'html', '--out', 'out'], status: 0 })
    const sources = readdirSync(examples, { recursive: true, encoding: 'utf8' }).filter((path) =>
      /\.(?:engagement|brief)\.yaml$/.test(path),
    )
    const pages = readdirSync(join(folder, 'out')).filter((name) => name !== 'index.html')
    expect(pages).toHaveLength(sources.length)
    for (const name of pages) expect(read(folder, 'out/index.html')).toContain(`href="${name}"`)
  })

  it('keeps pages apart whose files share an id, and never leaves the folder', () => {
    const files = {
      'a/x.brief.yaml': lone,
      'b/x.brief.yaml': lone,
      'c.brief.yaml': lone.replace('talks-at-sea', 'index'),
      'd.brief.yaml': lone.replace('talks-at-sea', '../../outside'),
      'e.brief.yaml': lone.replace(/^id.*\n/m, ''),
    }
    const { folder } = check({ name: '', args: ['render', '.', '--out', 'out', '--force'], files, status: 0 })
    expect(readdirSync(join(folder, 'out')).sort()).toEqual([
      'e.html',
      'index-2.html',
      'index.html',
      'outside.html',
      'talks-at-sea-2.html',
      'talks-at-sea.html',
    ])
  })

  it('renders what can be read', () => {
    const files = { 'a.engagement.yaml': `${engagement}outcomes: [\n`, 'b.brief.yaml': 'title: "half' }
    const { folder, stdout } = run({ args: ['render', '.', '--out', 'out', '--force'], files })
    expect(stdout).toContain('Wrote 2 pages')
    expect(read(folder, 'out/staff-talks-2024.html')).toContain('Navy staff talks')
  })

  it('leaves a file with errors out, and says why', () => {
    const files = { ...workspace, 'c.brief.yaml': lone.replace('talks-at-sea', 'other').replace(/^profile.*\n/m, 'profile: no-such-one\n') }
    const { folder } = check({
      name: '',
      args: ['render', '.', '--out', 'out'],
      files,
      status: 1,
      stderr: ['c.brief.yaml has', 'so it was left out. Mend the file, or add --force.', /line \d+: /],
    })
    expect(readdirSync(join(folder, 'out')).sort()).toEqual(['index.html', 'staff-talks-2024.html', 'talks-at-sea.html'])
  })

  it.each([
    ['docx', 'PK'],
    ['pdf', '%PDF'],
    ['markdown', '---'],
  ])('writes %s, the same each time', (form, start) => {
    const out = { docx: 'x.docx', pdf: 'x.pdf', markdown: 'x.md' }[form] ?? ''
    const written = ['2026-01-01', '2027-02-02'].map((day) => {
      const { folder } = check({
        name: '',
        args: ['render', 'briefs/talks-at-sea.brief.yaml', '--to', form, '--out', out, '--today', day],
        files: workspace,
        status: 0,
        stdout: [`Wrote ${out}\n`],
      })
      return readFileSync(join(folder, out))
    })
    expect(written[0]?.subarray(0, start.length).toString()).toBe(start)
    expect(Buffer.compare(written[0] ?? Buffer.alloc(0), written[1] ?? Buffer.alloc(1))).toBe(0)
  })

  it('renders the others when one cannot be read', () => {
    const { folder } = check({
      name: '',
      args: ['render', '.', '--out', 'out'],
      files: { ...workspace, 'x.brief.yaml': '\0' },
      status: 2,
      stderr: [/^chancery: x\.brief\.yaml cannot be read\. [^\n]+\n$/],
    })
    expect(readdirSync(join(folder, 'out'))).toContain('talks-at-sea.html')
  })

  const refusals: readonly Case[] = [
    { name: 'no file', args: ['render'], status: 2, stderr: ['Which file?'] },
    { name: 'a file that is not there', args: ['render', 'x.brief.yaml'], status: 2, stderr: ['There is no file or folder x.brief.yaml.'] },
    {
      name: 'a file that cannot be read',
      args: ['render', 'x.brief.yaml'],
      files: { 'x.brief.yaml': new Uint8Array([0xff, 0xfe, 0]) },
      status: 2,
      stderr: [/^chancery: x\.brief\.yaml cannot be read\. [^\n]+\n$/],
    },
    {
      name: 'another format',
      args: ['render', 'x.brief.yaml', '--to', 'word'],
      files: { 'x.brief.yaml': brief },
      status: 2,
      stderr: ['--to takes html, markdown, docx, pdf, not "word".'],
    },
    {
      name: 'to show what is no text',
      args: ['render', 'briefs/talks-at-sea.brief.yaml', '--to', 'pdf'],
      files: workspace,
      status: 2,
      stderr: ['A pdf document is no text that could be shown here. Name a file: --out FILE.pdf.'],
    },
    {
      name: 'a template for another form',
      args: ['render', 'briefs/talks-at-sea.brief.yaml', '--template', 'house.docx'],
      files: workspace,
      status: 2,
      stderr: ['--template gives the styles of Word documents'],
    },
    {
      name: 'a template that is none',
      args: ['render', 'briefs/talks-at-sea.brief.yaml', '--to', 'docx', '--out', 'x.docx', '--template', 'house.docx'],
      files: { ...workspace, 'house.docx': 'none' },
      status: 2,
      stderr: ['The template is no document of Word'],
    },
    {
      name: 'several pages and no folder',
      args: ['render', '.'],
      files: workspace,
      status: 2,
      stderr: ['These are 2 pages, so they need a folder: --out FOLDER.'],
    },
    {
      name: 'a template that is not there',
      args: ['render', 'briefs/talks-at-sea.brief.yaml', '--to', 'docx', '--out', 'x.docx', '--template', 'house.docx'],
      files: workspace,
      status: 2,
      stderr: ['The template house.docx could not be read: there is no such file.'],
    },
    {
      name: 'the name of one document for several',
      args: ['render', '.', '--to', 'pdf', '--out', 'out/all.pdf'],
      files: workspace,
      status: 2,
      stderr: ['out/all.pdf is the name of one document, and these are 2. Name a folder: --out out/all.'],
    },
    {
      name: 'a name that promises another form',
      args: ['render', 'briefs/talks-at-sea.brief.yaml', '--out', 'talks.docx'],
      files: workspace,
      status: 2,
      stderr: ['Add --to docx, or write --out talks.html.'],
    },
    {
      name: 'a folder below a file',
      args: ['render', 'briefs/talks-at-sea.brief.yaml', '--out', 'notes/'],
      files: { ...workspace, notes: 'mine' },
      status: 2,
      stderr: ['a part of its path is a file and not a folder.'],
    },
    {
      name: 'a file that has no page',
      args: ['render', 'chancery.yaml'],
      files: { 'chancery.yaml': config },
      status: 2,
      stderr: ['only these have pages'],
    },
    {
      name: 'a file in the place of the folder',
      args: ['render', '.', '--out', 'chancery.yaml'],
      files: workspace,
      status: 2,
      stderr: ['could not be written'],
    },
  ]
  it.each(refusals)('refuses $name', (given) => {
    check(given)
  })
})
