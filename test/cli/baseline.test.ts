import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type DiskFiles, folderWith, run } from '../support/cli.ts'
import { config, dangling, lone, misspelt, workspace } from '../support/sample.ts'

const base = ['lint', '--today', '2026-11-23']
const known = [...base, '--baseline', 'known.json']
const path = 'briefs/talks-at-sea.brief.yaml'
const open = lone.replace('in May.', 'TBD.')

/** Runs one after the other in one folder, with changes between them. */
function desk(files: DiskFiles) {
  const folder = folderWith(files)
  return {
    lint: (...args: readonly string[]) => {
      const { status, stdout, stderr } = run({ args, folder })
      return { status, stdout, stderr }
    },
    folder,
    read: (name: string) => readFileSync(join(folder, name), 'utf8'),
    write: (name: string, text: string) => writeFileSync(join(folder, name), text),
  }
}

describe('a baseline', () => {
  it('lets through what it knows, and nothing else', () => {
    const { lint, write, read } = desk({ ...workspace, [path]: misspelt })
    expect(lint(...base).status).toBe(1)
    expect(lint(...known, '--update-baseline')).toMatchObject({
      status: 0,
      stderr: 'chancery: known.json knows 1 finding in 1 file (1 added, 0 taken out).\n',
      stdout: '3 files, nothing to report; 1 known from the baseline.\n',
    })
    expect(lint(...known)).toMatchObject({ status: 0, stderr: '' })
    write(path, `${misspelt}objectve: Meet.\n`)
    const { status, stdout } = lint(...known)
    expect(status).toBe(1)
    expect(stdout).toContain('"objectve"')
    expect(stdout).not.toContain('"titel"')
    expect(JSON.parse(read('known.json'))).toMatchObject({ version: 1, findings: [{ path, rule: 'unknown-key', count: 1 }] })
  })

  it('knows a finding whose line has moved, among others that moved as well', () => {
    const { lint, write } = desk({ [path]: misspelt.replace('in May.', 'TBD.') })
    lint(...known, '--update-baseline')
    const [first = '', ...entries] = misspelt.replace('in May.', 'TBD.').trimEnd().split('\n')
    write(path, `# A note\n\n${[first, ...entries.reverse()].join('\n')}\n`)
    expect(lint(...known, '--fail-on', 'info')).toMatchObject({ status: 0, stderr: '' })
  })

  it('counts findings that are alike', () => {
    const { lint, write, read } = desk({ [path]: lone })
    const twice = lone.replace('The staffs met in May.', '|\n  The date is TBD.\n  The date is TBD.')
    write(path, twice)
    lint(...known, '--update-baseline')
    expect(JSON.parse(read('known.json')).findings).toMatchObject([{ rule: 'todo', count: 2 }])
    write(path, `${twice}  The date is TBD.\n`)
    expect(lint(...known, '--fail-on', 'warning').stdout).toContain('1 warning in 1 file')
  })

  it('tells what is there no more, and fails nothing for it', () => {
    const files = { ...workspace, [path]: misspelt, 'b/talks.brief.yaml': open }
    const { lint, write, read, folder } = desk(files)
    lint(...known, '--update-baseline')
    const before = read('known.json')
    write(path, lone)
    rmSync(join(folder, 'b'), { recursive: true })
    const gone = lint(...known)
    expect(gone).toMatchObject({ status: 0 })
    expect(gone.stderr).toMatch(
      /^chancery: \d findings that known\.json knows are there no more, in b\/talks\.brief\.yaml and briefs\/talks-at-sea\.brief\.yaml\. To take them out, add --update-baseline\.\n$/,
    )
    expect(read('known.json')).toBe(before)
    expect(lint(...known, '--update-baseline').stderr).toMatch(/knows no findings in no files \(0 added, \d taken out\)/)
    expect(read('known.json')).toBe('{\n  "version": 1,\n  "findings": []\n}\n')
  })

  it('keeps what it knows of files that were not looked at', () => {
    const { lint, read } = desk({ 'a/talks-at-sea.brief.yaml': misspelt, 'b/talks.brief.yaml': open })
    lint(...known, '--update-baseline')
    const before = read('known.json')
    expect(lint(...known, '--update-baseline', 'a').stderr).toContain(', as before.')
    expect(lint(...known, 'a').stderr).toBe('')
    expect(read('known.json')).toBe(before)
  })

  it('is in order, an entry on each line, with paths from its own folder', () => {
    const { lint, read, folder } = desk({ 'chancery.yaml': config, 'b/x.brief.yaml': misspelt, 'a "b"/x.brief.yaml': misspelt })
    run({ args: [...base, '--baseline', '../state/known.json', '--update-baseline', '.', '../a "b"'], folder, cwd: 'b' })
    const lines = read('state/known.json').split('\n').slice(3, -3)
    expect(lines.length).toBeGreaterThan(1)
    expect(lines).toEqual([...lines].sort())
    expect(
      lines.every((line) =>
        /^ {4}\{"path":"\.\.\/(?:a \\"b\\"|b)\/x\.brief\.yaml","rule":"[a-z-]+","fingerprint":"[0-9a-f]{32}","count":1\},?$/.test(line),
      ),
    ).toBe(true)
    expect(lint(...base, '--baseline', 'state/known.json').status).toBe(0)
  })

  it('is written where nobody named another file', () => {
    const { lint, read } = desk({ [path]: misspelt })
    expect(lint(...base, '--update-baseline').status).toBe(0)
    expect(read('chancery-baseline.json')).toContain('unknown-key')
    // What was not asked for is not used.
    expect(lint(...base).status).toBe(1)
  })

  it('stays behind a link, and as it is where nothing changed', () => {
    const { lint, read, folder } = desk({
      [path]: misspelt,
      'known.json': { linkTo: 'real.json' },
      'real.json': '{"version":1,"findings":[]}',
    })
    lint(...known, '--update-baseline')
    expect(read('real.json')).toContain('unknown-key')
    renameSync(join(folder, 'real.json'), join(folder, 'other.json'))
    expect(lint(...known).status).toBe(2)
  })

  it('comes after --fix, so that what was mended is not noted', () => {
    const { lint, read } = desk({ [path]: misspelt.replace('in May.', 'TBD.') })
    expect(lint(...known, '--update-baseline', '--fix').stderr).toContain('Mended 1 finding')
    expect(JSON.parse(read('known.json')).findings).toMatchObject([{ rule: 'todo' }])
  })

  it('lets warnings that it knows pass --max-warnings', () => {
    const { lint } = desk({ [path]: open })
    expect(lint(...base, '--max-warnings', '0').status).toBe(1)
    lint(...known, '--update-baseline')
    expect(lint(...known, '--max-warnings', '0').status).toBe(0)
  })

  it('keeps what it holds when an error would end the run', () => {
    const { lint, read } = desk({ [path]: misspelt, 'known.json': '<<<<<<< ours\n' })
    expect(lint(...known, '--update-baseline').status).toBe(2)
    expect(read('known.json')).toBe('<<<<<<< ours\n')
  })
})

const refusals: readonly { readonly name: string; readonly args: readonly string[]; readonly says: string; readonly holds?: string }[] = [
  {
    name: 'is not there',
    args: ['--baseline', 'known.json'],
    says: 'is not there. To make it from what is found now, add --update-baseline.',
  },
  { name: 'is a folder', args: ['--baseline', 'briefs'], says: 'cannot be read: it is a folder.' },
  { name: 'is no JSON', args: ['--baseline', 'known.json'], says: 'holds no baseline that can be read', holds: '{' },
  { name: 'is something else', args: ['--baseline', 'known.json'], says: 'holds no baseline', holds: '{"version":1}' },
  { name: 'is of a later version', args: ['--baseline', 'known.json'], says: 'holds no baseline', holds: '{"version":2,"findings":[]}' },
  {
    name: 'has a broken entry',
    args: ['--baseline', 'known.json'],
    says: 'holds no baseline',
    holds: '{"version":1,"findings":[{"path":"a","rule":"b","fingerprint":"c","count":0}]}',
  },
  { name: 'is a brief', args: ['--baseline', path, '--update-baseline'], says: 'has the name of a Chancery file' },
  { name: 'cannot be written', args: ['--baseline', 'chancery.yaml/known.json', '--update-baseline'], says: 'cannot be read' },
  { name: 'would be written from standard input', args: ['--update-baseline', '--stdin'], says: '--stdin checks none' },
  { name: 'would be written by a dry run', args: ['--update-baseline', '--fix-dry-run'], says: '--fix-dry-run changes no file' },
]

describe('a baseline ends the run in words where it', () => {
  it.each(refusals)('$name', ({ args, says, holds }) => {
    const { status, stdout, stderr } = run({
      args: [...base, ...args],
      files: { ...workspace, 'chancery.yaml': config, [path]: dangling, ...(holds ? { 'known.json': holds } : {}) },
    })
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toMatch(/^chancery: [^\n]+\n$/)
    expect(stderr).toContain(says)
  })
})
