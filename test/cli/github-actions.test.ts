import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { github } from '../../server/cli/report/github.ts'
import { run } from '../support/cli.ts'
import { commandsIn } from '../support/reports/commands.ts'
import { misspelt } from '../support/sample.ts'
import { findingAt, reportOf, runOf } from '../support/sample-run.ts'

const path = 'talks-at-sea.brief.yaml'
const env = { GITHUB_ACTIONS: 'true', GITHUB_WORKSPACE: '' }
const lint = ['lint', '--today', '2026-11-23']
const annotation = { name: 'error', data: 'There is no key "titel" in this brief. Did you mean "title"?' }
const properties = { file: path, line: '3', endLine: '3', col: '1', endColumn: '6', title: 'unknown-key' }

describe('in the log of GitHub Actions', () => {
  it('annotations come with the report for people', () => {
    const { stdout, status } = run({ args: lint, files: { [path]: misspelt }, env })
    expect(status).toBe(1)
    expect(stdout).toContain('1 error in 1 file; 1 can be fixed.')
    expect(commandsIn(stdout)).toEqual([{ ...annotation, properties }])
  })

  it.each([
    ['elsewhere', { GITHUB_ACTIONS: '' }, lint],
    ['where another format was asked for', env, [...lint, '--format', 'json']],
    ['where the report for people was asked for', env, [...lint, '--format', 'stylish']],
    ['in a list of rules', env, ['lint', '--list-rules']],
    ['beside a diff', env, [...lint, '--fix-dry-run']],
  ])('there are none %s', (_, environment, args) => {
    const { stdout } = run({ args, files: { [path]: misspelt }, env: environment })
    expect(stdout).not.toBe('')
    expect(commandsIn(stdout)).toEqual([])
  })

  it('a report in a file stands beside both', () => {
    const { stdout, folder } = run({ args: [...lint, '--format', 'json=out.json'], files: { [path]: misspelt }, env })
    expect(commandsIn(stdout)).toHaveLength(1)
    expect(stdout).toContain('1 error in 1 file')
    expect(JSON.parse(readFileSync(join(folder, 'out.json'), 'utf8')).summary.errors).toBe(1)
  })

  it('no file gives commands by its name or its words', () => {
    const name = '::set-output name=a::b.brief.yaml'
    const files = {
      [name]: misspelt.replace('title', 'titel'),
      'c.brief.yaml': misspelt.replace('profile', '::error::d: "::add-mask::e"\nprofile'),
    }
    const { stdout } = run({ args: lint, files, env })
    expect(stdout).toContain(`\n${name}\n`)
    for (const command of commandsIn(stdout)) {
      expect(['error', 'warning']).toContain(command.name)
      expect([name, 'c.brief.yaml']).toContain(command.properties['file'])
    }
    const diff = run({ args: [...lint, '--fix-dry-run'], files, env }).stdout
    expect(diff).toContain('::error::d')
    expect(commandsIn(diff)).toEqual([])
  })

  it('a place of several lines has no columns, and a page of the rule follows the message', () => {
    const text = 'chancery: brief/1\nbluf: |\n  One.\n'
    const files = [reportOf('a.brief.yaml', text, [findingAt(text, 'brief/1\nbluf')])]
    expect(commandsIn(github(runOf(files, { ruleUrl: (id) => `https://chancery.example/${id}` })))).toEqual([
      {
        name: 'error',
        properties: { file: 'a.brief.yaml', line: '1', endLine: '2', title: 'rec-owner' },
        data: 'No owner.\nhttps://chancery.example/rec-owner',
      },
    ])
  })
})
