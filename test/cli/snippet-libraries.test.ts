import { spawnSync } from 'node:child_process'
import { cpSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { check, examples, folderWith, run } from '../support/cli.ts'

const team = join(examples, 'packages/briefing-snippets')

/** Those of Chancery are tried elsewhere, and there are many. */
const ownAlone = 'chancery: config/1\nbuilt_in_libraries: false\n'

const brief = `chancery: brief/1
id: talks
title: Talks at sea
profile: state-info-memo
stage: draft
date: 2026-11-02
bluf: The two navies met again and set a date for the next talks.
background: The staffs met in May.
snippets:
  - { use: briefing/embassy-line, with: { host: DNK, day: 2026-10-12 } }
  - { use: briefing/closing }
`

/** A workspace in which the package of the examples is installed. */
function consumer(libraries: string): string {
  const folder = folderWith({ 'chancery.yaml': `${ownAlone}libraries: ${libraries}\n`, 'talks.brief.yaml': brief })
  cpSync(team, join(folder, 'node_modules/@team/briefing-snippets'), { recursive: true })
  return folder
}

describe('a library that is shared as an npm package', () => {
  const folder = (): string => consumer('["@team/briefing-snippets"]')

  it('is used by checks and documents', () => {
    check({ name: 'lint', args: ['lint'], folder: folder(), status: 0, stdout: ['2 files, nothing to report'] })
    check({
      name: 'render',
      args: ['render', 'talks.brief.yaml', '--to', 'markdown'],
      folder: folder(),
      status: 0,
      stdout: ['The embassy in Denmark was asked and answered on 2026-10-12.', 'Send corrections to the desk'],
    })
  })

  it('is listed with its uses, shown, and recorded in the lock', () => {
    const installed = folder()
    check({
      name: 'list',
      args: ['snippets', 'list'],
      folder: installed,
      status: 0,
      stdout: [/^briefing\/closing +Closing note of the desk +brief\.annexes +used in 1$/m],
    })
    check({
      name: 'show',
      args: ['snippets', 'show', 'briefing/no-surprise'],
      folder: installed,
      status: 0,
      stdout: ['Kept in: node_modules/@team/briefing-snippets/briefing.snippets.yaml', 'owner: The desk officer'],
    })
    check({
      name: 'lock',
      args: ['snippets', 'check', '--update'],
      folder: installed,
      status: 0,
      stdout: ['Wrote chancery.lock: 1 library.'],
    })
    expect(readFileSync(join(installed, 'chancery.lock'), 'utf8')).toContain('node_modules/@team/briefing-snippets/briefing.snippets.yaml')
  })

  it('is unknown where it is not named, and missed where it is not installed', () => {
    check({ name: 'not named', args: ['snippets', 'list'], folder: consumer('[texts/]'), status: 0, absent: ['briefing/'] })
    const missing = folderWith({ 'chancery.yaml': 'chancery: config/1\nlibraries: ["@team/briefing-snippets"]\n' })
    check({
      name: 'missing',
      args: ['lint'],
      folder: missing,
      status: 0,
      stdout: ['no package of that name with one is installed', 'config-invalid'],
    })
  })

  it('is what pack makes of its library, to the byte', () => {
    const from = folderWith({ 'briefing.snippets.yaml': readFileSync(join(team, 'briefing.snippets.yaml'), 'utf8') })
    run({ args: ['snippets', 'pack', '--name', '@team/briefing-snippets', '--out', 'made'], folder: from })
    const files = (root: string) =>
      readdirSync(root, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.includes('.'))
        .sort()
    expect(files(join(from, 'made'))).toEqual(files(team))
    for (const name of files(team)) expect(readFileSync(join(from, 'made', name), 'utf8')).toBe(readFileSync(join(team, name), 'utf8'))
  })

  it('is taken by npm with all of its files', () => {
    const { stdout } = spawnSync('npm', ['pack', '--dry-run', '--json', '--offline'], { cwd: team, encoding: 'utf8' })
    const [packed] = JSON.parse(stdout) as readonly { readonly files: readonly { readonly path: string }[] }[]
    expect(packed?.files.map(({ path }) => path).sort()).toEqual([
      'README.md',
      'briefing.snippets.yaml',
      'package.json',
      'snippets/briefing.brief.code-snippets',
    ])
  })
})

describe('what a trial finds', () => {
  const silent = (directive: string) =>
    `chancery: snippets/1\nid: a\nversion: 1\nsnippets:\n${directive}  - { id: r, title: R, scope: [brief.risks], yaml: { category: cost, text: It costs more., likelihood: unlikely, impact: low, owner: Navy Staff } }\n`
  it.each([
    ['nothing silences', '', 'risk-mitigation', ['snippets', 'check']],
    [
      'a directive silences',
      '  # chancery-disable-next-line risk-mitigation -- the writer adds one\n',
      'nothing to report',
      ['snippets', 'check'],
    ],
    ['a directive for nothing', '  # chancery-disable-next-line ref-source -- why\n', 'suppression-unused', ['snippets', 'check']],
    ['a directive for trials alone', '  # chancery-disable-next-line risk-mitigation -- why\n', 'nothing to report', ['lint']],
  ])('%s', (_, directive, words, args) => {
    const { stdout } = run({
      args: [...args, 'a.snippets.yaml'],
      files: { 'chancery.yaml': ownAlone, 'a.snippets.yaml': silent(directive) },
    })
    expect(stdout).toContain(words)
  })
})

describe('chancery snippets new', () => {
  it('writes a library in which nothing is wrong', () => {
    const { folder } = check({
      name: 'new',
      args: ['snippets', 'new', 'house', '--title', 'Texts: ours'],
      status: 0,
      stdout: ['Wrote house.snippets.yaml'],
    })
    check({ name: 'check', args: ['snippets', 'check', 'house.snippets.yaml'], folder, status: 0, stdout: ['nothing to report'] })
    check({
      name: 'a name of Chancery',
      args: ['snippets', 'new', 'chancery-risks'],
      folder,
      status: 2,
      stderr: ['There is a library "chancery-risks" already, in Chancery itself. Choose another name.'],
    })
    check({ name: 'again', args: ['snippets', 'new', 'house'], folder, status: 2, stderr: ['nothing is ever overwritten'] })
  })

  it('asks for a name', () => {
    check({ name: 'no name', args: ['snippets', 'new'], status: 2, stderr: ['chancery snippets new house'] })
    check({ name: 'no id', args: ['snippets', 'new', '???'], status: 2, stderr: ['?'] })
  })
})
