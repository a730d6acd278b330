import { describe, expect, it } from 'vitest'
import { type Case, check, type DiskFiles, run } from '../support/cli.ts'
import { brief, dangling, engagement, misspelt, workspace } from '../support/sample.ts'

/** Eleven files with findings of every reach: two files of one id, references that lead nowhere, slips of the finger. */
const portfolio: DiskFiles = {
  ...workspace,
  'engagements/again.engagement.yaml': engagement,
  'briefs/dangling.brief.yaml': dangling.replace('id: talks-at-sea', 'id: dangling'),
  'briefs/misspelt.brief.yaml': misspelt,
  ...Object.fromEntries([1, 2, 3, 4].map((n) => [`more/brief-${n}.brief.yaml`, brief])),
  'odd/with space #1%.brief.yaml': brief,
  'odd/broken.brief.yaml': 'chancery: [',
}

interface Report {
  readonly summary: { readonly files: number }
  readonly files: readonly { readonly path: string }[]
}

function report(...args: readonly string[]): Report {
  const { stdout, status, stderr } = run({ args: ['lint', '--format', 'json', '--today', '2026-11-23', ...args], files: portfolio })
  expect([0, 1], stderr).toContain(status)
  return JSON.parse(stdout) as Report
}

const byPath = (a: { readonly path: string }, b: { readonly path: string }) => (a.path < b.path ? -1 : 1)

describe('--shard', () => {
  it('has findings that are worth sharing', () => {
    expect(report().files.length).toBeGreaterThan(8)
  })

  it.each([1, 2, 3, 4, 5, 6, 7])('deals out evenly, loses nothing and doubles nothing: %i parts', (of) => {
    const whole = report()
    const parts = Array.from({ length: of }, (_, i) => report('--shard', `${i + 1}/${of}`))
    expect(parts.flatMap(({ files }) => files).sort(byPath)).toEqual(whole.files)
    const sizes = parts.map(({ summary }) => summary.files)
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(whole.summary.files)
    expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1)
  })

  it('gives the same part whatever the order and the form of the names', () => {
    const other = report('odd', 'more', './briefs', 'engagements', 'chancery.yaml', 'briefs/dangling.brief.yaml', '--shard', '2/3')
    expect(other).toEqual(report('--shard', '2/3'))
  })

  const cases: readonly Case[] = [
    {
      name: 'a part without a file',
      args: ['lint', '--shard', '1/9'],
      files: workspace,
      status: 0,
      stdout: [/^no files/],
      stderr: ['No file falls to part 1 of 9'],
    },
    {
      name: 'a part of which all is ignored',
      args: ['lint', 'briefs', '--shard', '1/1'],
      files: { ...workspace, 'chancery.yaml': 'chancery: config/1\nignore: [briefs]\n' },
      status: 0,
      stderr: ['No file falls to part 1 of 1'],
    },
    {
      name: 'more than there are',
      args: ['lint', '--shard', '4/3'],
      files: workspace,
      status: 2,
      stderr: ['part 4, and there are only 3'],
    },
    { name: 'part 0', args: ['lint', '--shard', '0/3'], files: workspace, status: 2, stderr: ['the first is --shard 1/3'] },
    { name: 'no parts', args: ['lint', '--shard', '1/0'], files: workspace, status: 2, stderr: ['--shard 1/1 is the whole'] },
    ...['2', '/2', '2/', '1/2/3', 'a/b', '-1/2', '1.5/2', '1/1e3', ' 1/2'].map(
      (value): Case => ({ name: value, args: ['lint', `--shard=${value}`], files: workspace, status: 2, stderr: ['--shard takes I/N'] }),
    ),
    { name: 'a text', args: ['lint', '--stdin', '--shard', '1/2'], status: 2, stderr: ['leave one of them out'] },
  ]
  it.each(cases)('$name', (each) => {
    check(each)
  })
})
