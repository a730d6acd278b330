import { describe, expect, it } from 'vitest'
import { portfolioAt } from '../../server/core/index.ts'
import { lintFiles } from '../support/check.ts'
import { type Files, projectOf } from '../support/files.ts'

const library = (id: string, version: number, ...snippets: readonly string[]) =>
  `chancery: snippets/1\nid: ${id}\nversion: ${version}\ntitle: Texts\nsnippets:\n${snippets.map((name) => `  - { id: ${name}, title: A note, scope: [brief.annexes], text: Open sources. }\n`).join('')}`

const config = (...lines: readonly string[]) => `chancery: config/1\n${lines.map((line) => `${line}\n`).join('')}`

/** A team with libraries in two folders and two packages, one of which stands for another folder's as well. */
const files: Files = {
  'own/house.snippets.yaml': library('house', 1, 'a'),
  'more/more.snippets.yaml': library('more', 2, 'b'),
  'node_modules/@team/texts/lib/house.snippets.yaml': library('house', 3, 'a', 'c'),
  'node_modules/plain/plain.snippets.yaml': library('plain', 4, 'd'),
  'node_modules/plain/readme.yaml': 'chancery: brief/1\n',
  'node_modules/other/other.snippets.yaml': library('plain', 5, 'e'),
}

/** The snippets of teams that a file at the root sees, each with the version of its library. */
async function seen(settings: Files, from = 'a.brief.yaml'): Promise<string> {
  const portfolio = portfolioAt(await projectOf({ ...files, ...settings }), from)
  const names = portfolio.termIds('snippet').filter((name) => !name.startsWith('chancery-'))
  return names.map((name) => `${name}@${portfolio.terms('library', name.split('/')[0] ?? '')[0]?.version}`).join(' ')
}

describe('which libraries a file sees', () => {
  it.each([
    ['all of the workspace, without a configuration', {}, 'house/a@1 more/b@2'],
    ['all of the workspace, where none is named', { 'chancery.yaml': config() }, 'house/a@1 more/b@2'],
    ['a folder', { 'chancery.yaml': config('libraries: [own/]') }, 'house/a@1'],
    ['a folder without its slash', { 'chancery.yaml': config('libraries: [own]') }, 'house/a@1'],
    ['a glob', { 'chancery.yaml': config('libraries: ["*/mo*.snippets.yaml"]') }, 'more/b@2'],
    ['a package', { 'chancery.yaml': config('libraries: [plain]') }, 'plain/d@4'],
    ['a package before a folder', { 'chancery.yaml': config('libraries: ["@team/texts", own/]') }, 'house/a@3 house/c@3'],
    ['a folder before a package', { 'chancery.yaml': config('libraries: [own/, "@team/texts"]') }, 'house/a@1'],
    ['the first of two packages', { 'chancery.yaml': config('libraries: [other, plain]') }, 'plain/e@5'],
    [
      'the nearer configuration before that which it extends',
      { 'chancery.yaml': config('extends: ./style.yaml', 'libraries: [own/]'), 'style.yaml': config('libraries: ["@team/texts", more/]') },
      'house/a@1 more/b@2',
    ],
    ['nothing outside the workspace', { 'chancery.yaml': config('libraries: [../own/]') }, ''],
    ['no package outside it', { 'chancery.yaml': config('libraries: ["../../etc"]') }, ''],
    ['nothing, where a name is only begun', { 'chancery.yaml': config('libraries: [""]') }, ''],
    ['no package of a scope alone', { 'chancery.yaml': config('libraries: ["@team"]') }, ''],
    ['one library of a package', { 'chancery.yaml': config('libraries: ["@team/texts/lib/house.snippets.yaml"]') }, 'house/a@3 house/c@3'],
    ['a path that climbs and comes back', { 'chancery.yaml': config('libraries: [own/../more/]') }, 'more/b@2'],
    ['no package that climbs', { 'chancery.yaml': config('libraries: ["plain/../../own"]') }, ''],
  ])('%s', async (_, settings, expected) => {
    expect(await seen(settings)).toBe(expected)
  })

  it('is a matter of the folder in which the file is', async () => {
    const settings = { 'chancery.yaml': config('libraries: [own/]'), 'more/chancery.yaml': config('libraries: [./]') }
    expect(await seen(settings, 'a.brief.yaml')).toBe('house/a@1')
    expect(await seen(settings, 'more/a.brief.yaml')).toBe('more/b@2')
    const above = { 'more/chancery.yaml': config('libraries: [../own/]') }
    expect(await seen(above, 'more/a.brief.yaml')).toBe('house/a@1')
  })

  it('always holds for a library itself', async () => {
    expect(await seen({ 'chancery.yaml': config('libraries: [own/]') }, 'more/more.snippets.yaml')).toBe('house/a@1 more/b@2')
  })

  it('can be without those of Chancery', async () => {
    const shipped = async (...lines: readonly string[]) => {
      const names = portfolioAt(await projectOf({ 'chancery.yaml': config(...lines) }), 'a.brief.yaml').termIds('library')
      return names.filter((name) => name.startsWith('chancery-')).length > 0
    }
    expect([await shipped(), await shipped('built_in_libraries: false')]).toEqual([true, false])
  })
})

describe('what a configuration is told of its libraries', () => {
  const at = (line: number, column: number, words: string) => `${line}:${column} warning ${words}`
  it.each([
    ['[own/, more, "@team/texts"]', []],
    ['[nowhere/]', [at(2, 13, 'There is no library in "nowhere/"')]],
    ['[own/, "@team/nothing"]', [at(2, 19, 'There is no folder "@team/nothing" with a library here')]],
    ['[../own/]', ['2:13 error "../own/" leads out of the workspace']],
    ['["../own/*"]', ['2:13 error "../own/*" leads to no library, so its snippets are unknown. Outside of the workspace only a folder']],
    ['["@team"]', [at(2, 13, '"@team" is a scope and not yet a package')]],
    ['[""]', ['2:13 error "libraries" is empty']],
    ['[other, plain]', [at(2, 20, 'The library plain of "plain" is not used, because "other"')]],
  ])('libraries: %s', async (libraries, expected) => {
    const found = (await lintFiles({ ...files, 'chancery.yaml': config(`libraries: ${libraries}`) })).get('chancery.yaml') ?? []
    const told = found.map(({ start, severity, message }) => `${start.line}:${start.column} ${severity} ${message}`)
    expect(told.map((words, i) => words.slice(0, expected[i]?.length))).toEqual(expected)
  })

  it('tells a library that another one stands before it', async () => {
    const found = await lintFiles({ ...files, 'chancery.yaml': config('libraries: ["@team/texts", own/]') })
    expect((found.get('own/house.snippets.yaml') ?? []).map(({ rule, severity }) => `${rule} ${severity}`)).toEqual([
      'id-duplicate warning',
    ])
  })
})
