import { describe, expect, it } from 'vitest'
import { type Case, check, run } from '../support/cli.ts'

const brief = (named: string, cited = 'smith2024') => `chancery: brief/1
id: talks
title: Talks at sea
profile: state-info-memo
stage: draft
date: 2026-11-02
bluf: The two navies met again and set a date for the next talks.
background: The staffs met in May [@${cited}].
bibliography: ${named}
`
const json = '[{ "id": "smith2024", "type": "report", "title": "Navies that talk", "publisher": "Navy Institute" }]'
const files = { 'briefs/talks.brief.yaml': brief('../lib/references.json'), 'lib/references.json': json }
const secret = 'token-of-somebody'

const runs: readonly Case[] = [
  { name: 'a bibliography of the workspace', args: ['lint'], files, status: 0, stdout: ['1 file, nothing'] },
  {
    name: 'a key that it does not have',
    args: ['lint'],
    files: { ...files, 'briefs/talks.brief.yaml': brief('../lib/references.json', 'smth2024') },
    status: 1,
    stdout: ['Did you mean smith2024?'],
  },
  {
    name: 'a text from standard input in the place of a file',
    args: ['lint', '--stdin', '--stdin-filename', 'briefs/talks.brief.yaml'],
    files: { ...files, 'briefs/talks.brief.yaml': brief('nowhere.json') },
    stdin: brief('../lib/references.json'),
    status: 0,
    stdout: ['nothing to report'],
  },
  {
    name: 'a text from standard input that has no name',
    args: ['lint', '--stdin'],
    files: { ...files, 'chancery.yaml': 'chancery: config/1\n' },
    stdin: brief('lib/references.json', 'smth2024'),
    status: 1,
    stdout: ['Did you mean smith2024?'],
  },
  {
    name: 'a file of an unknown name',
    args: ['lint', 'draft.txt'],
    files: { 'draft.txt': brief('lib/references.json'), 'lib/references.json': json },
    status: 0,
    stdout: ['1 file, nothing'],
  },
  {
    name: 'a file that is too large',
    args: ['lint'],
    files: { ...files, 'lib/references.json': ' '.repeat(1_000_001) },
    status: 1,
    stdout: ['larger than any file'],
  },
  {
    name: 'a file in another encoding',
    args: ['lint'],
    files: { ...files, 'lib/references.json': Uint8Array.from([0x5b, 0xe9, 0x5d]) },
    status: 1,
    stdout: ['cannot be read', 'not saved in UTF-8'],
  },
  {
    name: 'a folder',
    args: ['lint'],
    files: { ...files, 'briefs/talks.brief.yaml': brief('../lib.json'), 'lib.json/': '' },
    status: 1,
    stdout: ['a folder, not a file'],
  },
]

describe('a bibliography on the command line', () => {
  it.each(runs)('$name', (wanted) => {
    check(wanted)
  })

  it('is never read outside of the workspace', () => {
    for (const named of ['../secret.json', '/etc/hosts', '..\\secret.json', 'x/../../secret.json', 'secret.txt']) {
      const { stdout, stderr, status } = run({
        args: ['lint', '--format', 'json'],
        cwd: 'workspace',
        files: { 'secret.json': secret, 'workspace/secret.txt': secret, 'workspace/talks.brief.yaml': brief(named) },
      })
      expect(status).toBe(1)
      expect(stdout).toContain('bibliography-unreadable')
      expect(stdout + stderr).not.toContain(secret)
    }
  })

  it('tells nothing of what is in a file that is no list of references', () => {
    const { stdout } = run({ args: ['lint'], files: { ...files, 'lib/references.json': secret } })
    expect(stdout).toContain('no sound JSON')
    expect(stdout).not.toContain(secret)
  })
})
