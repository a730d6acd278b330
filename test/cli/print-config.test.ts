import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { type Case, check, type DiskFiles, run } from '../support/cli.ts'
import { brief, config, dangling, engagement } from '../support/sample.ts'

const files: DiskFiles = {
  'chancery.yaml': `${config}extends: [./house/style.yaml, "@team/style"]
profile: think-tank
ignore: [archive/**]
vocabularies: ["words/*.vocabulary.yaml"]
rules:
  bluf-length: { level: hint, words: 50 }
  todo: { words: [ABC], wrods: [x] }
  yaml-norway: off
overrides:
  - { files: ["briefs/**"], kind: brief, stage: final, rules: { id-duplicate: hint, rec-owner: hint, bluf-length: { words: 40 } } }
  - { files: ["briefs/**"], kind: engagement, rules: { rec-owner: error } }
`,
  'house/style.yaml': `${config}naming: un-usage\nprofile: crs-neutral\nignore: [old]\nrules: { rec-owner: info, id-filename: warning, bluf-length: { level: error, words: three } }\n`,
  'node_modules/@team/style/chancery.yaml': `${config}estimative_scale: phia\nrules: { id-filename: "off" }\n`,
  'words/team.vocabulary.yaml': 'chancery: vocabulary/1\n',
  'briefs/talks-at-sea.brief.yaml': brief.replace('stage: draft', 'stage: final'),
  'briefs/plain.brief.yaml': brief.replace('profile: state-info-memo\nstage: draft\n', ''),
  'archive/a.brief.yaml': brief,
  'engagements/staff-talks-2024.engagement.yaml': engagement,
  'notes.txt': dangling,
  'list.txt': 'milk',
}
const at = (file: string, ...more: readonly string[]) => ['lint', '--print-config', file, ...more]

const cases: readonly Case[] = [
  {
    name: 'each value with its source, what was set first',
    args: at('briefs/talks-at-sea.brief.yaml'),
    status: 0,
    stdout: [
      '# What holds for briefs/talks-at-sea.brief.yaml: brief (from the file itself), checked at stage final (from the file itself).\n',
      '\nprofile: state-info-memo # from the file itself\nnaming: un-usage # from house/style.yaml\nestimative_scale: phia # from node_modules/@team/style/chancery.yaml\n',
      '\nvocabularies: [ words/team.vocabulary.yaml ] # from chancery.yaml\nignore: [ old, archive/** ] # from house/style.yaml and chancery.yaml\n',
      '\n  bluf-length:\n    level: hint # from chancery.yaml\n    words: 40 # from chancery.yaml, override 1\n',
      '\n  id-filename: "off" # from node_modules/@team/style/chancery.yaml\n',
      '\n  rec-owner: hint # from chancery.yaml, override 1\n',
      /\n {2}todo:\n {4}level: error # default at stage final\n {4}words: \[ ABC \] # from chancery.yaml\n/,
      '\n  yaml-norway: "off" # from chancery.yaml\n\n  # As they are by themselves:\n',
      /\n {2}id-format: error # default\n/,
    ],
    absent: ['wrods', 'three'],
  },
  {
    name: 'what the command line asks for',
    args: at('briefs/talks-at-sea.brief.yaml', '--rule', 'rec-owner=error', '--stage', 'draft'),
    status: 0,
    stdout: ['checked at stage draft (from --stage)', 'rec-owner: error # from --rule', 'words: 50 # from chancery.yaml\n'],
  },
  {
    name: 'what a brief leaves open',
    args: at('./plain.brief.yaml'),
    cwd: 'briefs',
    status: 0,
    stdout: [
      'checked at stage draft (default)',
      '\nprofile: think-tank # from ../chancery.yaml\n',
      'rec-owner: info # from ../house/style.yaml',
    ],
  },
  {
    name: 'an ignored file',
    args: at('archive/a.brief.yaml'),
    status: 0,
    stdout: ['# The file is left out of all checks: "ignore" in chancery.yaml has archive/**.\n'],
  },
  {
    name: 'a file that is not there',
    args: at('new/x.engagement.yaml'),
    status: 0,
    stdout: ['new/x.engagement.yaml: engagement (from its name).\n'],
  },
  { name: 'a file of another name', args: at('notes.txt'), status: 0, stdout: ['notes.txt: brief (from the file itself)'] },
  {
    name: '--config',
    args: at('briefs/plain.brief.yaml', '--config', 'house/style.yaml'),
    status: 0,
    stdout: ['# The nearest configuration is house/style.yaml.', 'rec-owner: info # from house/style.yaml'],
    absent: ['from chancery.yaml'],
  },
  { name: 'a line break in a name', args: at('a\nrules: b.brief.yaml'), status: 0, absent: [/^rules: b/m] },
  { name: 'something else', args: at('list.txt'), status: 2, stderr: ['tells neither by its name nor by its first key'] },
  { name: 'a folder', args: at('briefs'), status: 2, stderr: ['briefs is a folder'] },
  { name: 'more paths', args: at('briefs/plain.brief.yaml', 'archive'), status: 2, stderr: ['names one file'] },
  { name: 'a text', args: at('briefs/plain.brief.yaml', '--stdin'), status: 2, stderr: ['names one file'] },
  { name: 'no file', args: ['lint', '--print-config'], status: 2, stderr: ['--print-config needs a value'] },
]

describe('--print-config', () => {
  it.each(cases)('$name', (each) => {
    check({ files, ...each })
  })

  it('where there is no configuration', () => {
    check({
      name: 'none',
      args: at('a.brief.yaml'),
      status: 0,
      stdout: ['# There is no chancery.yaml above it.\n', 'naming: plain # default\n'],
      absent: ['# Set for this file'],
    })
  })

  it('is itself a configuration that says the same', () => {
    const path = 'briefs/talks-at-sea.brief.yaml'
    const { stdout, folder } = run({ args: at(path), files })
    writeFileSync(join(folder, 'frozen.yaml'), stdout)
    const json = (...more: readonly string[]) => run({ folder, args: ['lint', '--format', 'json', '--today', '2026-11-23', ...more] })
    const usual = json(path)
    expect(usual.stdout).toContain('"severity": "hint"')
    expect(json(path, '--config', 'frozen.yaml').stdout).toBe(usual.stdout)
    expect(json('frozen.yaml').status).toBe(0)
  })

  it('says the same as JSON', () => {
    const path = 'briefs/talks-at-sea.brief.yaml'
    const yaml = parse(run({ args: at(path), files }).stdout) as { rules: Record<string, unknown> }
    const json = JSON.parse(run({ args: at(path, '--format', 'json'), files }).stdout)
    expect(json).toMatchObject({
      version: 1,
      path,
      kind: { value: 'brief', from: 'the file itself' },
      stage: { value: 'final', from: 'the file itself' },
      config: 'chancery.yaml',
      ignored: null,
      settings: { naming: { value: 'un-usage', from: 'house/style.yaml' } },
    })
    expect(json.rules['rec-owner']).toEqual({ isSet: true, level: { value: 'hint', from: 'chancery.yaml, override 1' }, options: {} })
    const levels = Object.entries(json.rules as Record<string, { level: { value: string } }>).map(([id, { level }]) => [id, level.value])
    const inYaml = Object.entries(yaml.rules).map(([id, rule]) => [id, typeof rule === 'string' ? rule : (rule as { level: string }).level])
    expect(Object.fromEntries(inYaml)).toEqual(Object.fromEntries(levels))
  })
})
