import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { lintOptions } from '../../server/cli/lint-options.ts'
import { actionsParser } from '../support/actions-parser.ts'
import { type DiskFiles, folderWith } from '../support/cli.ts'
import { misspelt, workspace } from '../support/sample.ts'
import { textOf } from '../support/source.ts'

interface Step {
  readonly shell: string
  readonly env: Readonly<Record<string, string>>
  readonly run: string
}

interface Action {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default?: string }>>
  readonly runs: { readonly steps: readonly Step[] }
}

const root = fileURLToPath(new URL('../../', import.meta.url))
const text = textOf('action.yml')
const action: Action = parse(text)
const step = action.runs.steps[0] as Step
const inputOf = (expression: string) => /^\$\{\{ inputs\.([a-z-]+) \}\}$/.exec(expression)?.[1] ?? ''

interface Given {
  readonly files?: DiskFiles
  readonly with?: Readonly<Record<string, string>>
  /** Where the action lies. */
  readonly home?: string
  readonly path?: string
}

/** Runs the step as the runner of GitHub does: inputs as its variables, and the line in its shell. */
function runStep({ files = workspace, with: inputs = {}, home = root, path = process.env['PATH'] ?? '' }: Given) {
  const folder = folderWith(files)
  const kept = folderWith()
  const env = Object.fromEntries(
    Object.entries(step.env).map(([name, expression]) => {
      const input = inputOf(expression)
      return [name, inputs[input] ?? action.inputs[input]?.default ?? '']
    }),
  )
  const { NO_COLOR: _no, FORCE_COLOR: _force, ...rest } = process.env
  const github = {
    GITHUB_ACTIONS: 'true',
    GITHUB_ACTION_PATH: home,
    GITHUB_WORKSPACE: folder,
    GITHUB_OUTPUT: join(kept, 'output'),
    GITHUB_STEP_SUMMARY: join(kept, 'summary.md'),
  }
  const { status, stdout, stderr } = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', step.run], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...rest, ...github, ...env, PATH: path },
  })
  const kept_ = (name: string) => (existsSync(join(kept, name)) ? readFileSync(join(kept, name), 'utf8') : undefined)
  return { status, stdout, stderr, folder, output: kept_('output'), summary: kept_('summary.md') }
}

const broken: DiskFiles = { ...workspace, 'briefs/talks-at-sea.brief.yaml': misspelt }

describe('action.yml', () => {
  it('is an action by the rules of GitHub', async () => {
    const { actionErrors } = await actionsParser()
    expect(actionErrors({ name: 'action.yml', content: text })).toEqual([])
    expect(actionErrors({ name: 'action.yml', content: text.replace('using: composite', 'uses: composite') })).not.toEqual([])
  })

  it('hands every input to the program as a variable, and puts none into a command', () => {
    expect(action.runs.steps).toHaveLength(1)
    expect(step.run).not.toContain('${{')
    expect(Object.values(step.env).map(inputOf).sort()).toEqual(Object.keys(action.inputs).sort())
    for (const [name, expression] of Object.entries(step.env))
      expect(name).toBe(`CHANCERY_${inputOf(expression).toUpperCase().replaceAll('-', '_')}`)
    const options = lintOptions.map(({ name }) => name)
    const own = ['paths', 'sarif-file', 'summary']
    expect(Object.keys(action.inputs).filter((name) => !own.includes(name) && !options.includes(name))).toEqual([])
  })

  it('passes where nothing is wrong', () => {
    expect(runStep({})).toMatchObject({ status: 0, stderr: '', output: 'status=0\n' })
  })

  it('fails on a mistake, shows it at its line, and writes what was asked for', () => {
    const { status, stdout, output, summary, folder } = runStep({
      files: broken,
      with: { 'sarif-file': 'out/a b.sarif', format: 'json=out/all.json\n' },
    })
    expect({ status, output }).toEqual({ status: 1, output: 'status=1\n' })
    expect(stdout).toMatch(/^::error file=briefs\/talks-at-sea\.brief\.yaml,line=3,/m)
    expect(stdout).toContain('1 error in 1 of 3 files')
    expect(summary).toContain('titel')
    expect(JSON.parse(readFileSync(join(folder, 'out/a b.sarif'), 'utf8')).version).toBe('2.1.0')
    expect(JSON.parse(readFileSync(join(folder, 'out/all.json'), 'utf8')).summary.errors).toBe(1)
  })

  it('keeps to paths, stage and gate', () => {
    const files = { ...broken, 'with space/a.brief.yaml': misspelt.replace('id: talks-at-sea', 'id: a') }
    const { stdout, status, summary } = runStep({ files, with: { paths: '  with space\n\nengagements/*.yaml\n', summary: 'false' } })
    expect({ status, summary }).toEqual({ status: 1, summary: undefined })
    expect(stdout).toContain('with space/a.brief.yaml')
    expect(stdout).toContain('1 error in 1 of 2 files')
    expect(runStep({ with: { stage: 'finished' } })).toMatchObject({ status: 2, output: 'status=2\n' })
    expect(runStep({ files: broken, with: { 'max-warnings': 'few' } })).toMatchObject({ status: 2 })
  })

  const evil = ['"; touch pwned; "', '$(touch pwned)', '`touch pwned`', "'; touch pwned #", '&& touch pwned', 'x\ntouch pwned']
  it.each(evil)('runs nothing of what %s says', (words) => {
    const all = Object.fromEntries(Object.keys(action.inputs).map((input) => [input, words]))
    for (const given of [all, { paths: words }]) {
      const { folder, status } = runStep({ with: given })
      expect(status).toBe(2)
      expect(readdirSync(folder).sort()).toEqual(['briefs', 'chancery.yaml', 'engagements'])
    }
    expect(existsSync(join(root, 'pwned'))).toBe(false)
  })

  it('takes a path that looks like an option for a path', () => {
    const { folder, status, stderr } = runStep({ with: { paths: '--format=json=report.json' } })
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: expect.stringContaining('There is no file or folder --format=json=report.json'),
    })
    expect(readdirSync(folder)).not.toContain('report.json')
  })

  it('says which values a switch takes', () => {
    const { status, stdout } = runStep({ with: { summary: 'yes' } })
    expect({ status, stdout }).toEqual({
      status: 2,
      stdout: '::error title=Chancery::The input "summary" takes true or false, not "yes".\n',
    })
  })
})

/** The action in a checkout that was never built; `build` is what stands in the place of the script that builds it. */
function unbuilt(build: string): string {
  const home = folderWith({ 'prepare.mjs': build })
  cpSync(join(root, 'action.mjs'), join(home, 'action.mjs'))
  return home
}

describe('a checkout of the action', () => {
  it('is built before it is used', () => {
    const program =
      "import { mkdirSync, writeFileSync } from 'node:fs'\nmkdirSync('dist')\nwriteFileSync('dist/chancery.cjs', 'console.log(JSON.stringify(process.argv.slice(2)))')"
    const home = unbuilt(program.replaceAll("'dist", "new URL('.', import.meta.url).pathname + 'dist"))
    const { status, stdout } = runStep({ home, with: { stage: 'final', summary: 'false', paths: 'a b\nc' } })
    expect(status).toBe(0)
    expect(stdout).toBe('Building Chancery ...\n["lint","--stage=final","--fail-on=error","--","a b","c"]\n')
  })

  it('says so where it cannot be built, and shows the log', () => {
    const { status, stdout } = runStep({ home: unbuilt("console.error('no network'); process.exit(1)") })
    expect(status).toBe(2)
    expect(stdout).toMatch(/^Building Chancery \.\.\.\nno network\n\n::error title=Chancery::Chancery could not be built\./)
  })

  it('fetches the packages for building where there are none', () => {
    const home = folderWith({ 'build.mjs': "console.log('built')", 'bin/npm': `#!/bin/sh\necho npm "$@"\n` })
    chmodSync(join(home, 'bin/npm'), 0o755)
    cpSync(join(root, 'prepare.mjs'), join(home, 'prepare.mjs'))
    const env = { ...process.env, PATH: [join(home, 'bin'), dirname(process.execPath), process.env['PATH']].join(delimiter) }
    const prepare = () => spawnSync(process.execPath, [join(home, 'prepare.mjs')], { encoding: 'utf8', env })
    expect(prepare()).toMatchObject({ status: 0, stdout: expect.stringMatching(/^npm ci .*--ignore-scripts.*\nbuilt\n$/) })
    writeFileSync(join(home, 'bin/npm'), '#!/bin/sh\nexit 3\n')
    expect(prepare()).toMatchObject({ status: 1, stderr: expect.stringContaining('"npm ci') })
  })
})
