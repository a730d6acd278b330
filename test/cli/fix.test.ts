import { execFileSync, spawn } from 'node:child_process'
import { chmodSync, lstatSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { type DiskFiles, folderWith, type Outcome, program, run } from '../support/cli.ts'
import { brief, config, engagement, lone, misspelt } from '../support/sample.ts'

const today = ['--today', '2026-11-23']
const path = 'talks-at-sea.brief.yaml'
const house =
  '{ hof: { name: House of Fusion, kind: information-centre, definition: A centre., founded: 2009, source: Its page, as_of: 2021-07 } }'
const isRoot = process.getuid?.() === 0

/** Runs `lint` with an option and gives the outcome with all files as they are afterwards. */
function fix(files: DiskFiles, ...args: readonly string[]): Outcome & { readonly after: (path: string) => string } {
  const outcome = run({ args: ['lint', ...today, ...args], files })
  return { ...outcome, after: (name) => readFileSync(join(outcome.folder, name), 'utf8') }
}

function namesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()
}

describe('--fix', () => {
  it('mends what can safely be mended, and reports what is left', () => {
    const text = misspelt.replace('in May.', 'TBD.')
    const { status, stdout, stderr, after, folder } = fix({ [path]: text, 'chancery.yaml': config }, '--fix', '--fail-on', 'warning')
    expect(after(path)).toBe(lone.replace('in May.', 'TBD.'))
    expect({ status, stderr }).toEqual({ status: 1, stderr: 'chancery: Mended 1 finding in 1 file.\n' })
    expect(stdout).toContain('1 warning in 1 of 2 files.')
    expect(stdout).not.toContain('titel')
    expect(namesIn(folder)).toEqual(['chancery.yaml', path])
  })

  it('keeps byte order mark, line ends, the missing last break and the mode', () => {
    const strange = (text: string) => `\ufeff${text.trimEnd().replaceAll('\n', '\r\n')}`
    const folder = folderWith({ [path]: strange(misspelt) })
    chmodSync(join(folder, path), 0o640)
    execFileSync(process.execPath, [program, 'lint', ...today, '--fix'], { cwd: folder, stdio: 'pipe' })
    expect(readFileSync(join(folder, path), 'utf8')).toBe(strange(lone))
    expect(statSync(join(folder, path)).mode & 0o7777).toBe(0o640)
  })

  it('leaves files alone in which there is nothing to mend', () => {
    const folder = folderWith({ [path]: lone })
    const before = lstatSync(join(folder, path))
    expect(execFileSync(process.execPath, [program, 'lint', ...today, '--fix'], { cwd: folder, encoding: 'utf8' })).toContain(
      'nothing to report',
    )
    expect(lstatSync(join(folder, path))).toMatchObject({ ino: before.ino, mtimeMs: before.mtimeMs })
  })

  it('follows a link to the file, and the link stays one', () => {
    const { after, folder, status } = fix({ 'kept/real.txt': misspelt, [path]: { linkTo: 'kept/real.txt' } }, '--fix')
    expect(status).toBe(0)
    expect(after('kept/real.txt')).toBe(lone)
    expect(lstatSync(join(folder, path)).isSymbolicLink()).toBe(true)
  })

  it('mends configurations first, and then what holds by them', () => {
    const observer = (name: string) => `${engagement}  - { organization: ${name}, role: observer }\n`
    const files = {
      'chancery.yaml': `${config}vocabularies: house.vocabulary.yaml\n`,
      'house.vocabulary.yaml': `chancery: vocabulary/1\norganizations: ${house}\n`,
      'a/staff-talks-2024.engagement.yaml': observer('House of Fusion'),
    }
    const { after, stderr, status } = fix(files, '--fix')
    expect(after('chancery.yaml')).toBe(`${config}vocabularies: [house.vocabulary.yaml]\n`)
    expect(after('a/staff-talks-2024.engagement.yaml')).toBe(observer('hof'))
    expect({ status, stderr }).toEqual({ status: 0, stderr: 'chancery: Mended 2 findings in 2 files.\n' })
  })

  it('sees in one file what was mended in another', () => {
    const silenced = brief
      .replace('2024]\n', '2024] # chancery-disable-line ref-engagement -- The record is being written.\n')
      .replace(' [@staff-talks-2024]', '')
    const files = {
      'b/talks-at-sea.brief.yaml': silenced,
      'e/staff-talks-2024.engagement.yaml': engagement.replace('id: staff-talks-2024', 'id: Staff Talks 2024'),
    }
    const { after, status } = fix(files, '--fix')
    expect(after('e/staff-talks-2024.engagement.yaml')).toBe(engagement)
    expect(after('b/talks-at-sea.brief.yaml')).toBe(brief.replace(' [@staff-talks-2024]', ''))
    expect(status).toBe(0)
  })

  it('takes out directives that silence nothing', () => {
    const { after } = fix({ [path]: `# chancery-disable-file todo -- It is open.\n${lone}` }, '--fix')
    expect(after(path)).toBe(lone)
  })

  it('never makes a suggestion', () => {
    const text = lone.replace('id: talks-at-sea', 'id: talks')
    const { after, stdout, stderr } = fix({ [path]: text }, '--fix')
    expect(stdout).toContain('suggestion:')
    expect({ text: after(path), stderr }).toEqual({ text, stderr: '' })
  })

  it('touches neither what was not named nor what is ignored', () => {
    const files = { 'a/talks-at-sea.brief.yaml': misspelt, 'b/talks-at-sea.brief.yaml': misspelt, 'a/old/x.brief.yaml': misspelt }
    const { after } = fix({ ...files, 'chancery.yaml': `${config}ignore: [a/old]\n` }, '--fix', 'a')
    expect(after('a/talks-at-sea.brief.yaml')).toBe(lone)
    expect(after('b/talks-at-sea.brief.yaml')).toBe(misspelt)
    expect(after('a/old/x.brief.yaml')).toBe(misspelt)
  })

  it('leaves alone what is not saved in UTF-8', () => {
    const bytes = Buffer.concat([Buffer.from(misspelt), Buffer.from([0xe9, 0x0a])])
    const { folder, stdout } = fix({ [path]: bytes }, '--fix')
    expect(stdout).toContain('file-encoding')
    expect(readFileSync(join(folder, path))).toEqual(bytes)
  })

  it('leaves alone what somebody else changed meanwhile, mends the rest, and ends with status 2', () => {
    const preload = fileURLToPath(new URL('../support/change-meanwhile.cjs', import.meta.url))
    const { status, stderr, folder } = run({
      args: ['lint', ...today, '--fix'],
      files: { 'changed.brief.yaml': misspelt.replace('talks-at-sea', 'changed'), [path]: misspelt },
      env: { NODE_OPTIONS: `--require ${preload}` },
    })
    expect(status).toBe(2)
    expect(stderr).toContain('chancery: Mended 1 finding in 1 file.')
    expect(stderr).toContain('changed.brief.yaml was not mended: somebody else changed it meanwhile.')
    expect(readFileSync(join(folder, 'changed.brief.yaml'), 'utf8')).toContain('titel: Talks at sea')
    expect(readFileSync(join(folder, path), 'utf8')).toBe(lone)
  })

  it.runIf(!isRoot)('leaves alone what may not be written, and says so', () => {
    const folder = folderWith({ [path]: misspelt })
    chmodSync(join(folder, path), 0o444)
    const outcome = spawnIn(folder)
    return outcome.then(({ status, stderr }) => {
      expect(status).toBe(2)
      expect(stderr).toContain(`${path} was not mended: you have no permission to write there.`)
      expect(readFileSync(join(folder, path), 'utf8')).toBe(misspelt)
    })
  })

  it.each(['SIGINT', 'SIGTERM'] as const)('on %s leaves every file whole and nothing beside them', async (signal) => {
    const names = Array.from({ length: 300 }, (_, i) => `talks-${String(i).padStart(3, '0')}`)
    const text = (name: string, title: string) => lone.replace('id: talks-at-sea', `id: ${name}`).replace('title:', `${title}:`)
    const folder = folderWith(Object.fromEntries(names.map((name) => [`${name}.brief.yaml`, text(name, 'titel')])))
    const { ended } = await spawnIn(folder, (kill) => {
      const poll = setInterval(() => {
        if (readFileSync(join(folder, 'talks-000.brief.yaml'), 'utf8').includes('titel')) return
        clearInterval(poll)
        kill(signal)
      }, 1)
    })
    expect(ended).toBe(signal)
    expect(namesIn(folder)).toEqual(names.map((name) => `${name}.brief.yaml`))
    const after = names.map((name) => readFileSync(join(folder, `${name}.brief.yaml`), 'utf8'))
    expect(after.filter((now, i) => ![text(names[i] ?? '', 'title'), text(names[i] ?? '', 'titel')].includes(now))).toEqual([])
  })
})

interface Ended {
  readonly status: number | null
  readonly ended: NodeJS.Signals | null
  readonly stderr: string
}

function spawnIn(folder: string, meanwhile: (kill: (signal: NodeJS.Signals) => void) => void = () => undefined): Promise<Ended> {
  const child = spawn(process.execPath, [program, 'lint', ...today, '--fix'], { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] })
  let stderr = ''
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    stderr += chunk
  })
  meanwhile((signal) => child.kill(signal))
  return new Promise((resolve) => {
    child.on('close', (status, ended) => resolve({ status, ended, stderr }))
  })
}

describe('--fix-dry-run', () => {
  const strange = {
    'ä b/"talks".brief.yaml': misspelt.replace('talks-at-sea', 'talks'),
    'marked.brief.yaml': `\ufeff${misspelt.replace('talks-at-sea', 'marked').trimEnd().replaceAll('\n', '\r\n')}`,
    [path]: misspelt,
    'chancery.yaml': config,
  }

  it('shows as a unified diff what --fix would do, and writes nothing', () => {
    const { stdout, status, stderr, after } = fix({ [path]: misspelt }, '--fix-dry-run')
    expect(stdout).toBe(`diff --git a/${path} b/${path}
--- a/${path}
+++ b/${path}
@@ -1,6 +1,6 @@
 chancery: brief/1
 id: talks-at-sea
-titel: Talks at sea
+title: Talks at sea
 profile: state-info-memo
 stage: draft
 date: 2026-11-02
`)
    expect({ status, stderr }).toEqual({ status: 0, stderr: 'chancery: 1 finding in 1 file would be mended; nothing would be left.\n' })
    expect(after(path)).toBe(misspelt)
  })

  it('gives git what it needs to do the same as --fix', () => {
    const shown = fix(strange, '--fix-dry-run')
    const made = fix(strange, '--fix')
    execFileSync('git', ['apply', '-'], {
      cwd: shown.folder,
      input: shown.stdout,
      env: { ...process.env, GIT_CEILING_DIRECTORIES: join(shown.folder, '..') },
    })
    for (const name of Object.keys(strange)) expect(shown.after(name)).toBe(made.after(name))
    expect(made.after(path)).toBe(lone)
  })

  it('shows nothing where there is nothing to mend, and ends as --fix would', () => {
    const { stdout, stderr, status } = fix({ [path]: lone.replace('in May.', 'TBD.') }, '--fix-dry-run', '--fail-on', 'warning')
    expect({ stdout, status }).toEqual({ stdout: '', status: 1 })
    expect(stderr).toBe('chancery: There is nothing that would safely be mended; left would be 1 warning.\n')
  })

  it('reports into files what would be left', () => {
    const { after, stdout } = fix({ [path]: misspelt }, '--fix-dry-run', '--format', 'json=report.json')
    expect(JSON.parse(after('report.json')).summary).toMatchObject({ files: 1, errors: 0 })
    expect(stdout).toMatch(/^diff --git /)
  })

  it('shows the changes in a text from standard input', () => {
    const { stdout } = run({ args: ['lint', ...today, '--stdin', '--stdin-filename', path, '--fix-dry-run'], stdin: misspelt })
    expect(stdout).toContain(`+++ b/${path}\n`)
    expect(stdout).toContain('\n+title: Talks at sea\n')
  })
})
