import { describe, expect, it } from 'vitest'
import { type Case, check, examples, run } from '../support/cli.ts'
import { brief, config, dangling, engagement, lone, misspelt, workspace } from '../support/sample.ts'

const today = ['--today', '2026-11-23']
const broken = { ...workspace, 'briefs/talks-at-sea.brief.yaml': misspelt }
/** A workspace that differs from its neighbour in nothing but one level. */
const lenient = {
  'a/chancery.yaml': config,
  'a/talks-at-sea.brief.yaml': misspelt,
  'b/chancery.yaml': `${config}rules: { unknown-key: off }\n`,
  'b/talks-at-sea.brief.yaml': misspelt,
}

const runs: readonly Case[] = [
  { name: 'a clean folder', args: ['lint'], files: workspace, status: 0, stdout: [/^3 files, nothing to report\.\n$/] },
  { name: 'a file', args: ['lint', 'briefs/talks-at-sea.brief.yaml'], files: workspace, status: 0, stdout: ['1 file, nothing'] },
  { name: 'a folder', args: ['lint', 'briefs'], files: workspace, status: 0, stdout: ['1 file, nothing'] },
  { name: 'a glob', args: ['lint', '**/*.engagement.yaml'], files: workspace, status: 0, stdout: ['1 file, nothing'] },
  { name: 'a glob with braces', args: ['lint', '{briefs,engagements}/*.yaml'], files: workspace, status: 0, stdout: ['2 files, nothing'] },
  {
    name: 'one file in three ways',
    args: ['lint', 'briefs', './briefs/talks-at-sea.brief.yaml', 'briefs/*.yaml'],
    files: workspace,
    status: 0,
    stdout: ['1 file, nothing'],
  },
  {
    name: 'a folder from a folder below',
    args: ['lint', '../engagements'],
    cwd: 'briefs',
    files: workspace,
    status: 0,
    stdout: ['1 file, nothing'],
  },
  {
    name: 'a path behind two hyphens',
    args: ['lint', '--', '-x.brief.yaml'],
    files: { '-x.brief.yaml': '' },
    status: 1,
    stdout: [/^-x\.brief\.yaml\n/],
  },
  {
    name: 'a path with a glob sign in its name',
    args: ['lint', 'a[1].brief.yaml'],
    files: { 'a[1].brief.yaml': '' },
    status: 1,
    stdout: ['a[1].brief.yaml'],
  },
  {
    name: 'a file of another name, by its first key',
    args: ['lint', 'notes.txt'],
    files: { ...workspace, 'notes.txt': misspelt },
    status: 1,
    stdout: ['notes.txt', 'unknown-key'],
  },
  { name: 'an error', args: ['lint'], files: broken, status: 1, stdout: [/3:1 +error +.*"title".* unknown-key/] },
  {
    name: 'other folders and dot-folders are not read',
    args: ['lint'],
    files: { ...workspace, 'node_modules/x/x.brief.yaml': '', '.git/x.brief.yaml': '', '.x.brief.yaml': '' },
    status: 0,
    stdout: ['3 files'],
  },
  {
    name: 'the whole workspace is known when one file is checked',
    args: ['lint', 'a.brief.yaml'],
    cwd: 'briefs',
    files: { ...workspace, 'briefs/a.brief.yaml': brief.replace('id: talks-at-sea', 'id: a') },
    status: 0,
  },
  {
    name: 'a reference that leads nowhere',
    args: ['lint', 'briefs'],
    files: { ...workspace, 'briefs/talks-at-sea.brief.yaml': dangling },
    status: 1,
    stdout: [/9:15 +error .*ref-engagement/],
  },
  {
    name: 'several roots, each with its own rules',
    args: ['lint'],
    files: lenient,
    status: 1,
    stdout: [/^a\/talks-at-sea/, '1 error in 1 of 4 files'],
    absent: ['b/talks'],
  },
  {
    name: 'several roots named one by one',
    args: ['lint', 'b', 'a'],
    files: lenient,
    status: 1,
    stdout: [/^a\/talks-at-sea/],
    absent: ['b/talks'],
  },
  {
    name: 'CRLF',
    args: ['lint'],
    files: { 'a.brief.yaml': misspelt.replace('id: talks-at-sea', 'id: a').replaceAll('\n', '\r\n') },
    status: 1,
    stdout: [/3:1 +error/, /\| titel: Talks at sea\n/],
  },
  {
    name: 'a byte order mark is not counted',
    args: ['lint', '--format', 'json'],
    files: { 'a.brief.yaml': '\ufeff chancery: brief/2\n' },
    status: 1,
    stdout: [/"column": 12/],
  },
  { name: '--fail-on warning', args: ['lint', '--fail-on', 'warning', '--rule', 'unknown-key=warning'], files: broken, status: 1 },
  { name: '--fail-on info', args: ['lint', '--fail-on=info', '--rule', 'unknown-key=info'], files: broken, status: 1 },
  {
    name: 'a warning alone',
    args: ['lint', '--rule', 'unknown-key=warning'],
    files: broken,
    status: 0,
    stdout: ['1 warning in 1 of 3 files'],
  },
  { name: 'a rule that is off', args: ['lint', '--rule', 'unknown-key=off'], files: broken, status: 0, stdout: ['nothing to report'] },
  {
    name: '--max-warnings 0',
    args: ['lint', '--max-warnings', '0', '--rule', 'unknown-key=warning'],
    files: broken,
    status: 1,
    stderr: ['1 warning, and --max-warnings allows 0.'],
  },
  { name: '--max-warnings 1', args: ['lint', '--max-warnings', '1', '--rule', 'unknown-key=warning'], files: broken, status: 0 },
  {
    name: '--quiet shows errors only',
    args: ['lint', '--quiet', '--rule', 'unknown-key=warning'],
    files: broken,
    status: 0,
    stdout: ['3 files, no errors. Not shown: 1 warning.'],
    absent: ['unknown-key'],
  },
  {
    name: '--quiet does not move the gate',
    args: ['lint', '--quiet', '--fail-on', 'warning', '--rule', 'unknown-key=warning'],
    files: broken,
    status: 1,
  },
  {
    name: '--config in the place of the nearest',
    args: ['lint', '--config', 'house.yaml'],
    files: { ...broken, 'house.yaml': `${config}rules: { unknown-key: off }\n` },
    status: 0,
  },
  {
    name: '--config from elsewhere',
    args: ['lint', '--config', '../house.yaml', '.'],
    cwd: 'in',
    files: { 'house.yaml': `${config}rules: { unknown-key: off }\n`, 'in/talks-at-sea.brief.yaml': misspelt },
    status: 0,
  },
  {
    name: 'a --config with a mistake still counts, and says so',
    args: ['lint', '--config', 'house.yaml'],
    files: { ...broken, 'house.yaml': `${config}rules: { unknown-key: off, unknown-kye: off }\n` },
    status: 0,
    stderr: ['house.yaml has errors, so part of it may not count'],
  },
  {
    name: 'a broken chancery.yaml that was not named',
    args: ['lint', 'briefs'],
    files: { ...workspace, 'chancery.yaml': `${config}rulez: {}\n` },
    status: 0,
    stderr: ['chancery.yaml has errors'],
  },
  {
    name: 'ignored files are left out',
    args: ['lint'],
    files: { ...broken, 'chancery.yaml': `${config}ignore: [briefs/]\n` },
    status: 0,
    stdout: ['2 files, nothing'],
  },
  {
    name: 'a silenced finding is counted',
    args: ['lint'],
    files: {
      ...workspace,
      'briefs/talks-at-sea.brief.yaml': misspelt.replace(
        'titel',
        '# chancery-disable-next-line unknown-key -- a test of the printer\ntitel',
      ),
    },
    status: 0,
    stdout: ['1 silenced with a reason'],
  },
]

describe('lint', () => {
  it.each(runs)('$name', (given) => {
    check({ ...given, args: [...given.args.slice(0, 1), ...today, ...given.args.slice(1)] })
  })

  it('finds nothing in the examples that would fail a build', () => {
    const { status, stdout } = run({ args: ['lint', ...today, '--format', 'json', examples] })
    const { summary } = JSON.parse(stdout)
    expect({ status, errors: summary.errors, warnings: summary.warnings }).toEqual({ status: 0, errors: 0, warnings: 0 })
    expect(summary.files).toBeGreaterThan(25)
  })

  it('takes the date of the machine for today', () => {
    const files = { 'a.engagement.yaml': engagement.replace('staff-talks-2024', 'a').replace('2024-05-14', '2099-05-14') }
    expect(run({ args: ['lint'], files }).status).toBe(1)
    expect(run({ args: ['lint', '--today', '2099-06-01'], files }).status).toBe(0)
  })

  it('checks a brief as if it were final', () => {
    const files = {
      'talks-at-sea.brief.yaml': `${lone.replace('state-info-memo', 'idrc')}analysis: A date is hard to cancel.\nrecommendations:\n  - { id: r1, text: Propose yearly talks., due: 2027-03-31 }\n`,
    }
    expect(run({ args: ['lint', ...today], files }).status).toBe(0)
    expect(run({ args: ['lint', ...today, '--stage', 'final'], files })).toMatchObject({
      status: 1,
      stdout: expect.stringMatching(/error .*rec-owner/),
    })
  })
})

const stdins: readonly Case[] = [
  {
    name: 'in the place of a file',
    args: ['--stdin-filename', 'briefs/talks-at-sea.brief.yaml'],
    files: workspace,
    stdin: misspelt,
    status: 1,
    stdout: [/^briefs\/talks-at-sea\.brief\.yaml\n +3:1 +error/],
  },
  {
    name: 'as a file that is not there yet',
    args: ['--stdin-filename', 'briefs/new.brief.yaml'],
    files: workspace,
    stdin: brief.replace('id: talks-at-sea', 'id: new'),
    status: 0,
  },
  {
    name: 'in the place of a configuration',
    args: ['--stdin-filename', 'chancery.yaml'],
    files: workspace,
    stdin: `${config}rulez: {}\n`,
    status: 1,
    stdout: ['chancery.yaml', 'unknown-key'],
  },
  {
    name: 'without a name the first key decides',
    args: [],
    files: workspace,
    stdin: misspelt.replace('talks-at-sea', 'other'),
    status: 1,
    stdout: [/^<stdin>\n/, 'unknown-key'],
  },
  { name: 'nothing at all', args: [], status: 1, stdout: ['first-key'] },
  {
    name: 'not UTF-8',
    args: ['--stdin-filename', 'a.brief.yaml'],
    stdin: new Uint8Array([0x63, 0xe9, 0x0a]),
    status: 1,
    stdout: ['file-encoding'],
  },
  { name: 'larger than any brief', args: [], stdin: 'a'.repeat(5_000_000), status: 1, stdout: ['file-unreadable'] },
  {
    name: 'a file that is ignored',
    args: ['--stdin-filename', 'briefs/a.brief.yaml'],
    files: { 'chancery.yaml': `${config}ignore: [briefs/]\n` },
    stdin: brief,
    status: 2,
    stderr: ['briefs/a.brief.yaml'],
  },
  { name: 'with a path beside it', args: ['briefs'], files: workspace, status: 2, stderr: ['leave the paths out'] },
]

describe('lint --stdin', () => {
  it.each(stdins)('$name', (given) => {
    check({ ...given, args: ['lint', ...today, '--stdin', ...given.args] })
  })
})
