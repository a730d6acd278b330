import { chmodSync, lstatSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { check, folderWith } from '../support/cli.ts'

/** Those of Chancery are tried elsewhere, and there are many. */
const ownAlone = 'chancery: config/1\nbuilt_in_libraries: false\n'

describe('the lock', () => {
  const library = (version: number, words: string) =>
    `chancery: snippets/1\nid: a\nversion: ${version}\nsnippets:\n  - { id: x, title: X, scope: [brief.annexes], text: ${words} }\n`
  const locked = () => {
    const folder = folderWith({ 'chancery.yaml': ownAlone, 'a.snippets.yaml': library(1, 'One.') })
    check({ name: 'made', args: ['snippets', 'check', '--update'], folder, status: 0, stdout: ['a.snippets.yaml (a) is new.'] })
    return folder
  }

  it.each([
    ['the same', { 'a.snippets.yaml': library(1, 'One.') }, 0, ['nothing to report']],
    ['other line ends', { 'a.snippets.yaml': library(1, 'One.').replaceAll('\n', '\r\n') }, 0, ['nothing to report']],
    ['other words', { 'a.snippets.yaml': library(1, 'Two.') }, 1, ['still is version 1. Raise its version', '--update']],
    ['another version', { 'a.snippets.yaml': library(2, 'Two.') }, 1, ['from version 1 to 2']],
    ['another library', { 'b.snippets.yaml': library(1, 'One.').replace('id: a', 'id: b') }, 1, ['b.snippets.yaml (b) is new']],
    ['a lock that is broken', { 'chancery.lock': '{ "libraries": 3 }' }, 1, ['is not as it was written', 'it has no libraries']],
    ['a lock that is no JSON', { 'chancery.lock': '{\n  "libraries": {\n<<<<<<< ours\n}}' }, 1, ['line 3 cannot be read. Delete it']],
    ['an empty lock', { 'chancery.lock': '' }, 1, ['line 1 cannot be read']],
    [
      'half an entry',
      { 'chancery.lock': '{ "libraries": { "a": { "id": 3, "version": 1, "sha256": "" } } }' },
      1,
      ['the entry "a" lacks its id'],
    ],
    ['a list in the place of libraries', { 'chancery.lock': '{ "libraries": [] }' }, 1, ['it has no libraries']],
    ['brackets without end', { 'chancery.lock': '['.repeat(100_000) }, 1, ['line 1 cannot be read']],
    ['braces without end', { 'chancery.lock': '{"libraries":'.repeat(100_000) }, 1, ['line 1 cannot be read']],
    ['an entry that is deep', { 'chancery.lock': `{"libraries":{"a":${'['.repeat(90)}${']'.repeat(90)}}}` }, 1, ['the entry "a" lacks']],
    ['signs that move the cursor', { 'chancery.lock': '{ "libraries": { "\\u001b[1m": 1 } }' }, 1, ['the entry "␛[1m" lacks']],
    [
      'names of another kind',
      { 'chancery.lock': '{ "libraries": { "__proto__": { "id": "a", "version": 1, "sha256": "" } } }' },
      1,
      ['__proto__ (a) is in the lock and no longer here', 'is new'],
    ],
  ] as const)('tells of %s', (name, files, status, stdout) => {
    const folder = locked()
    for (const [path, text] of Object.entries(files)) writeFileSync(join(folder, path), text)
    check({ name, args: ['snippets', 'check'], folder, status, stdout })
  })

  it('is told of with a byte order mark as without', () => {
    const folder = locked()
    writeFileSync(join(folder, 'chancery.lock'), `\ufeff${readFileSync(join(folder, 'chancery.lock'), 'utf8')}`)
    check({ name: 'mark', args: ['snippets', 'check'], folder, status: 0, absent: ['chancery.lock'] })
  })

  it.each([
    ['notes of somebody', 'my own notes {'],
    ['brackets without end', '['.repeat(100_000)],
    ['a list', '{ "libraries": [] }'],
  ])('is not written over %s', (name, text) => {
    const folder = folderWith({ 'chancery.yaml': ownAlone, 'sub/a.snippets.yaml': library(1, 'One.'), 'chancery.lock': text })
    const args = ['snippets', 'check', '--update']
    check({ name, args, folder, status: 2, stderr: ['chancery: chancery.lock is not as it was written', 'Delete it, then'] })
    check({ name, args, folder, cwd: 'sub', status: 2, stderr: ['chancery: ../chancery.lock is not as it was written'] })
    expect(readFileSync(join(folder, 'chancery.lock'), 'utf8')).toBe(text)
  })

  it.each([
    ['is there', { 'team/real.lock': '{ "libraries": {} }' }, 0o640],
    ['is to be made', { 'team/': '' }, undefined],
  ])('stays a link, and the file that %s gets the words and keeps its mode', (name, files, mode) => {
    const folder = folderWith({
      ...files,
      'chancery.yaml': ownAlone,
      'a.snippets.yaml': library(1, 'One.'),
      'chancery.lock': { linkTo: 'team/real.lock' },
    })
    const target = join(folder, 'team/real.lock')
    if (mode !== undefined) chmodSync(target, mode)
    check({ name, args: ['snippets', 'check', '--update'], folder, status: 0, stdout: ['Wrote chancery.lock'] })
    expect(lstatSync(join(folder, 'chancery.lock')).isSymbolicLink()).toBe(true)
    expect(readFileSync(target, 'utf8')).toContain('"a.snippets.yaml"')
    if (mode !== undefined) expect(statSync(target).mode & 0o777).toBe(mode)
  })

  it('is not asked for a single library, and not missed where there is none', () => {
    const folder = locked()
    writeFileSync(join(folder, 'a.snippets.yaml'), library(1, 'Two.'))
    check({ name: 'one', args: ['snippets', 'check', 'a.snippets.yaml'], folder, status: 0, absent: ['chancery.lock'] })
    check({
      name: 'none',
      args: ['snippets', 'check'],
      files: { 'chancery.yaml': ownAlone, 'a.snippets.yaml': library(1, 'One.') },
      status: 0,
      absent: ['chancery.lock'],
    })
  })
})
