import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { lintOptions } from '../../server/cli/lint-options.ts'
import { kindOfName } from '../../server/core/index.ts'
import { run } from '../support/cli.ts'
import { lone, workspace } from '../support/sample.ts'
import { textOf } from '../support/source.ts'

interface Hook {
  readonly id: string
  readonly entry: string
  readonly language: string
  readonly files: string
  readonly [setting: string]: unknown
}

const hooks: readonly Hook[] = parse(textOf('.pre-commit-hooks.yaml'))
const { bin } = JSON.parse(textOf('package.json')) as { readonly bin: Readonly<Record<string, string>> }

/** Python writes the switch for capitals into the pattern. */
function patternOf({ files }: Hook): RegExp {
  expect(files.startsWith('(?i)')).toBe(true)
  return new RegExp(files.slice(4), 'i')
}

const names = [
  ...['engagement', 'brief', 'vocabulary', 'snippets'].flatMap((kind) => [`a.${kind}.yaml`, `deep/er/a b.${kind}.yml`, `.${kind}.yaml`]),
  ...['chancery.yaml', 'x/chancery.yml', 'CHANCERY.YAML', 'A.Brief.Yaml'],
  ...[
    'my-chancery.yaml',
    'chancery.yaml.txt',
    'a.brief.yaml/readme.md',
    'abrief.yaml',
    'a.brief.json',
    'a.letter.yaml',
    'brief.yaml',
    'chancery.yaml.bak',
  ],
]

describe('.pre-commit-hooks.yaml', () => {
  it('has a hook that checks and one that corrects', () => {
    expect(hooks.map(({ id }) => id)).toEqual(['chancery', 'chancery-fix'])
    // Files are handed over, in one run: both are so unless a hook says otherwise.
    for (const hook of hooks) expect(hook).toMatchObject({ language: 'node', types: ['yaml'], require_serial: true })
    for (const hook of hooks) expect(hook['pass_filenames'] ?? true).toBe(true)
  })

  it.each(hooks)('$id runs a command of the package with options that there are', ({ entry }) => {
    const [program = '', command, ...options] = entry.split(' ')
    expect(Object.keys(bin)).toContain(program)
    expect(command).toBe('lint')
    for (const option of options) expect(lintOptions.map(({ name }) => `--${name}`)).toContain(option)
  })

  it.each(hooks.flatMap((hook) => names.map((name) => [hook.id, name, hook] as const)))('%s: %s', (_, name, hook) => {
    expect(patternOf(hook).test(name)).toBe(kindOfName(name) !== undefined)
  })

  it('lets a commit pass that touches ignored files alone', () => {
    const files = { ...workspace, 'chancery.yaml': 'chancery: config/1\nignore: [archive/**]\n', 'archive/old.brief.yaml': lone }
    const args = (entry: string) => [...entry.split(' ').slice(1), 'archive/old.brief.yaml']
    for (const { entry } of hooks) {
      expect(run({ args: args(entry), files })).toMatchObject({
        status: 0,
        stdout: 'no files, nothing to report.\n',
        stderr: 'chancery: Nothing was checked: "ignore" in chancery.yaml leaves out archive/old.brief.yaml.\n',
      })
    }
    expect(run({ args: ['lint', 'archive/old.brief.yaml'], files }).status).toBe(2)
  })
})

describe('the package', () => {
  it('builds itself where npm installs it from its repository', () => {
    const { scripts } = JSON.parse(textOf('package.json'))
    expect(scripts.prepare).toBe('node prepare.mjs')
    expect(textOf('.npmrc')).toMatch(/^foreground-scripts=false$/m)
  })
})
