import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type DiskFiles, folderWith, run } from '../support/cli.ts'
import { brief, config, engagement, lone, misspelt, workspace } from '../support/sample.ts'

const path = 'briefs/talks-at-sea.brief.yaml'
const record = 'engagements/staff-talks-2024.engagement.yaml'
/** A brief with a warning of old, in its last line but one. */
const old = brief.replace('in May.', 'TBD.')

function git(cwd: string, ...args: readonly string[]): void {
  const settings = ['-c', 'user.name=a', '-c', 'user.email=a@example.org', '-c', 'init.defaultBranch=main', '-c', 'commit.gpgSign=false']
  execFileSync('git', [...settings, ...args], { cwd, stdio: 'pipe' })
}

/** A repository in which all of it is committed. */
function repository(files: DiskFiles) {
  const folder = folderWith(files)
  git(folder, 'init', '-q')
  git(folder, 'add', '-A')
  git(folder, 'commit', '-q', '-m', 'all')
  return {
    folder,
    git: (...args: readonly string[]) => git(folder, ...args),
    write: (name: string, text: string) => {
      mkdirSync(dirname(join(folder, name)), { recursive: true })
      writeFileSync(join(folder, name), text)
    },
    /** What is found, as path and rule, in order. */
    found: (...args: readonly string[]) => {
      const { stdout, stderr, status } = run({
        folder,
        args: ['lint', '--today', '2026-11-23', '--changed-since', 'HEAD', '--format', 'json', ...args],
      })
      expect({ stderr, status: status ?? 2 }).toMatchObject({ stderr: '' })
      const files = JSON.parse(stdout).files as { path: string; findings: { rule: string }[] }[]
      return files.flatMap((file) => file.findings.map(({ rule }) => `${file.path} ${rule}`))
    },
  }
}

describe('--changed-since', () => {
  it('reports nothing where nothing has changed, and ends well', () => {
    const { folder } = repository({ ...workspace, [path]: misspelt })
    const { status, stdout } = run({ folder, args: ['lint', '--today', '2026-11-23', '--changed-since', 'HEAD'] })
    expect({ status, stdout }).toEqual({ status: 0, stdout: '3 files, nothing to report.\n' })
  })

  it('reports what stands on changed lines, saved or staged or committed since', () => {
    const { write, found, git } = repository({ ...workspace, [path]: old })
    const changed = old.replace('title:', 'titel:')
    write(path, changed)
    expect(found()).toEqual([`${path} unknown-key`])
    git('add', '-A')
    expect(found()).toEqual([`${path} unknown-key`])
    git('commit', '-q', '-m', 'a slip')
    expect(found()).toEqual([])
    expect(found('--changed-since', 'HEAD~1')).toEqual([`${path} unknown-key`])
  })

  it('counts lines that moved as old', () => {
    const { write, found } = repository({ ...workspace, [path]: old })
    write(path, `# A note\n\n${old}`)
    expect(found()).toEqual([])
  })

  it('reports what a deletion brings about elsewhere in the file', () => {
    const { write, found } = repository({ ...workspace, [path]: old })
    write(path, old.replace(/^date: .*\n/m, ''))
    expect(found()).toEqual([`${path} missing-key`])
  })

  it('reports all of a new file, whether git knows it yet or not', () => {
    const { write, found, git } = repository(workspace)
    write('briefs/new.brief.yaml', old.replace('id: talks-at-sea', 'id: new'))
    expect(found()).toEqual(['briefs/new.brief.yaml todo'])
    git('add', '-N', '.')
    expect(found()).toEqual(['briefs/new.brief.yaml todo'])
  })

  it('follows a file that moved, and reports all of one with another name', () => {
    const { folder, found } = repository({ ...workspace, [path]: old })
    mkdirSync(join(folder, 'b'))
    renameSync(join(folder, path), join(folder, 'b/talks-at-sea.brief.yaml'))
    execFileSync('git', ['add', '-A'], { cwd: folder })
    expect(found()).toEqual([])
    renameSync(join(folder, 'b/talks-at-sea.brief.yaml'), join(folder, 'b/other.brief.yaml'))
    execFileSync('git', ['add', '-A'], { cwd: folder })
    expect(found()).toEqual(['b/other.brief.yaml id-filename', 'b/other.brief.yaml todo'])
  })

  it('takes a file for unchanged whose line ends or mode alone differ', () => {
    const { folder, write, found } = repository({ ...workspace, [path]: old })
    write(path, old.replaceAll('\n', '\r\n'))
    expect(found()).toEqual([])
    write(path, old)
    chmodSync(join(folder, record), 0o755)
    expect(found()).toEqual([])
  })

  it('knows paths with spaces, quotes, line breaks and other letters', () => {
    const name = 'ä "b"\n-c/talks-at-sea.brief.yaml'
    const { write, found } = repository({ 'chancery.yaml': config, [name]: lone.replace('in May.', 'TBD.') })
    write(name, misspelt.replace('in May.', 'TBD.'))
    expect(found()).toEqual([`${name} unknown-key`])
  })

  it('works from a folder below, and on files named through a link', () => {
    const { folder, write } = repository({ ...workspace, [path]: old })
    write(path, old.replace('title:', 'titel:'))
    symlinkSync(folder, join(folder, 'briefs', 'here'))
    for (const named of ['.', 'here/briefs/talks-at-sea.brief.yaml']) {
      const args = ['lint', '--today', '2026-11-23', '--changed-since', 'HEAD', '--format', 'json', named]
      const { stdout } = run({ folder, cwd: 'briefs', args })
      expect(JSON.parse(stdout).summary).toMatchObject({ errors: 1, warnings: 0 })
    }
  })

  it('starts where the branch left the other', () => {
    const { git, write, found } = repository({ ...workspace, [path]: old })
    git('branch', '-M', 'main')
    git('switch', '-q', '-c', 'work')
    write(path, `# Ours\n${old}`)
    git('commit', '-qam', 'ours')
    git('switch', '-q', 'main')
    write(path, old.replace('TBD.', 'May.'))
    git('commit', '-qam', 'theirs')
    git('switch', '-q', 'work')
    expect(found('--changed-since', 'main')).toEqual([])
  })

  it('counts against a baseline by all that is there', () => {
    const { folder, write } = repository({ ...workspace, [path]: brief.replace('The staffs met in May.', '|\n  It is TBD.') })
    const base = ['lint', '--today', '2026-11-23', '--baseline', 'known.json', '--fail-on', 'warning']
    run({ folder, args: [...base, '--update-baseline'] })
    write(path, brief.replace('The staffs met in May.', '|\n  It is TBD.\n  It is TBD.'))
    expect(run({ folder, args: [...base, '--changed-since', 'HEAD'] })).toMatchObject({ status: 1, stderr: '' })
  })
})

const vocabulary =
  'chancery: vocabulary/1\norganizations: { hof: { name: House of Fusion, kind: information-centre, definition: A centre., founded: 2009, source: Its page, as_of: 2021-07 } }\n'
const withWords = {
  ...workspace,
  'chancery.yaml': `${config}vocabularies: [a.vocabulary.yaml]\n`,
  'a.vocabulary.yaml': vocabulary,
  [path]: old,
}

/** What happens elsewhere, and whether the old warning of the brief is reported because of it. */
const elsewhere: readonly {
  readonly name: string
  readonly files: DiskFiles
  readonly at: string
  readonly text?: string
  readonly told: boolean
}[] = [
  {
    name: 'what it cites',
    files: { ...workspace, [path]: old },
    at: record,
    text: engagement.replace('2024-05-14', '2024-05-15'),
    told: true,
  },
  {
    name: 'what it cites gets another id',
    files: { ...workspace, [path]: old },
    at: record,
    text: engagement.replace('id: staff', 'id: navy-staff'),
    told: true,
  },
  { name: 'what it cites is deleted', files: { ...workspace, [path]: old }, at: record, told: true },
  {
    name: 'what it does not cite',
    files: { ...workspace, [path]: lone.replace('in May.', 'TBD.') },
    at: record,
    text: engagement.replace('2024-05-14', '2024-05-15'),
    told: false,
  },
  {
    name: 'another brief',
    files: { ...workspace, [path]: old, 'briefs/b.brief.yaml': brief.replace('id: talks-at-sea', 'id: b') },
    at: 'briefs/b.brief.yaml',
    text: `# A note\n${brief.replace('id: talks-at-sea', 'id: b')}`,
    told: false,
  },
  {
    name: 'its configuration',
    files: { ...workspace, [path]: old },
    at: 'chancery.yaml',
    text: `${config}rules: { todo: error }\n`,
    told: true,
  },
  {
    name: 'its configuration is deleted',
    files: { ...workspace, [path]: old, 'briefs/chancery.yaml': config },
    at: 'briefs/chancery.yaml',
    told: true,
  },
  {
    name: 'the configuration of others',
    files: { ...workspace, [path]: old, 'engagements/chancery.yaml': config },
    at: 'engagements/chancery.yaml',
    text: `${config}profile: idrc\n`,
    told: false,
  },
  { name: 'its vocabulary', files: withWords, at: 'a.vocabulary.yaml', text: vocabulary.replace('2009', '2010'), told: true },
  { name: 'its vocabulary is deleted', files: withWords, at: 'a.vocabulary.yaml', told: true },
  {
    name: 'its bibliography',
    files: { ...workspace, [path]: `${old}bibliography: refs.json\n`, 'briefs/refs.json': '[]' },
    at: 'briefs/refs.json',
    text: '[ ]',
    told: true,
  },
]

describe('--changed-since reports all of a brief when there changes', () => {
  it.each(elsewhere)('$name: $told', ({ files, at, text, told }) => {
    const { folder, write, found } = repository(files)
    if (text === undefined) rmSync(join(folder, at))
    else write(at, text)
    expect(found().includes(`${path} todo`)).toBe(told)
  })

  it('a new file with its id', () => {
    const { write, found } = repository({ ...workspace, [path]: old })
    write('briefs/twin/talks-at-sea.brief.yaml', brief)
    expect(found(path)).toEqual([`${path} id-duplicate`, `${path} todo`])
  })
})

describe('--changed-since ends the run in words', () => {
  const refusals: readonly {
    readonly name: string
    readonly args: readonly string[]
    readonly says: string
    readonly env?: Readonly<Record<string, string>>
  }[] = [
    { name: 'for a commit that is not there', args: ['--changed-since', 'nowhere'], says: 'git knows no commit "nowhere" here' },
    { name: 'for an option of git', args: ['--changed-since=--output=x'], says: 'takes a commit, a branch or a tag' },
    { name: 'for a file and no commit', args: ['--changed-since', 'HEAD:chancery.yaml'], says: 'git knows no commit' },
    { name: 'without git', args: ['--changed-since', 'HEAD'], says: 'no program of that name is installed', env: { PATH: '' } },
    { name: 'with --fix', args: ['--changed-since', 'HEAD', '--fix'], says: '--fix mends whole files' },
    { name: 'with --stdin', args: ['--changed-since', 'HEAD', '--stdin'], says: '--stdin reads a text' },
  ]
  it.each(refusals)('$name', ({ args, says, env = {} }) => {
    const { folder } = repository(workspace)
    const { status, stdout, stderr } = run({ folder, args: ['lint', ...args], env })
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toMatch(/^chancery: [^\n]+\n$/)
    expect(stderr).toContain(says)
  })

  it('where there is no repository', () => {
    const { status, stderr } = run({ args: ['lint', '--changed-since', 'HEAD'], files: workspace })
    expect({ status, stderr }).toMatchObject({ status: 2, stderr: expect.stringContaining('this folder is in no git repository') })
  })

  it('for a file outside the repository', () => {
    const other = folderWith({ 'a.brief.yaml': lone })
    const { folder } = repository(workspace)
    const { status, stderr } = run({ folder, args: ['lint', '--changed-since', 'HEAD', join(other, 'a.brief.yaml')] })
    expect({ status, stderr }).toMatchObject({ status: 2, stderr: expect.stringContaining('lies outside the git repository') })
  })
})
