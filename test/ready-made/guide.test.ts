import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { lintOptions } from '../../server/cli/lint-options.ts'
import { formats } from '../../server/cli/report/formats.ts'
import { actionsParser } from '../support/actions-parser.ts'
import { check } from '../support/cli.ts'
import { workspace } from '../support/sample.ts'
import { textOf } from '../support/source.ts'

const guide = textOf('docs/ci.md')
const blocks = [...guide.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map((match) => match[1] ?? '')
const workflows = blocks.filter((block) => /^jobs:/m.test(block))

describe('docs/ci.md', () => {
  it('has workflows that GitHub understands, with inputs that the action has', async () => {
    const { workflowErrors } = await actionsParser()
    const { inputs } = parse(textOf('action.yml'))
    expect(workflows.length).toBeGreaterThan(2)
    for (const content of workflows) {
      expect(workflowErrors({ name: 'a.yml', content })).toEqual([])
      const { chancery } = parse(content).jobs
      if (!chancery) continue
      const own = chancery.steps.filter(({ uses }: { uses: string }) => uses.startsWith('OWNER/chancery@'))
      expect(own).toHaveLength(1)
      for (const input of Object.keys(own[0].with)) expect(Object.keys(inputs)).toContain(input)
    }
    expect(workflowErrors({ name: 'a.yml', content: (workflows[0] ?? '').replace('steps:', 'stages:') })).not.toEqual([])
  })

  const rendering = [...new Set([...guide.matchAll(/^[\s-]*(?:run: )?chancery (render .*)$/gm)].map((match) => match[1] ?? ''))]
  it.each(rendering)('has documents written by "chancery %s"', (command) => {
    check({ name: '', args: command.split(' '), files: workspace, status: 0, stdout: ['Wrote '] })
  })

  it('has commands that write pages and papers', () => {
    expect(rendering.map((command) => /--to (\w+)/.exec(command)?.[1])).toEqual(expect.arrayContaining(['html', 'pdf', 'docx']))
  })

  it('tells of every input of the action', () => {
    const rows = [...guide.matchAll(/^\| `([a-z-]+)` \| .* \| .*\|$/gm)].map((match) => match[1])
    expect(rows).toEqual(Object.keys(parse(textOf('action.yml')).inputs))
  })

  it('names hooks and files that there are', () => {
    const [config] = blocks.filter((block) => block.startsWith('repos:')).map((block) => parse(block))
    const hooks: readonly { readonly id: string }[] = parse(textOf('.pre-commit-hooks.yaml'))
    expect(hooks.map(({ id }) => id)).toContain(config.repos[0].hooks[0].id)
    const [included] = blocks.filter((block) => block.startsWith('include:')).map((block) => parse(block))
    const template = parse(textOf(included.include[0].file))
    for (const name of Object.keys(included.variables)) expect(Object.keys(template.variables)).toContain(name)
  })

  it('names options that there are, and every format', () => {
    const known = new Set(lintOptions.map(({ name }) => `--${name}`))
    const named = [...guide.matchAll(/`chancery lint ([^`]*)`|`(--[a-z-]+)[^`]*`/g)].flatMap(
      (match) => (match[1] ?? match[2] ?? '').match(/--[a-z-]+/g) ?? [],
    )
    expect(named.length).toBeGreaterThan(10)
    expect(named.filter((option) => !known.has(option))).toEqual([])
    const reports = guide.slice(guide.indexOf('## Reports'), guide.indexOf('## Which findings count'))
    const listed = [...reports.matchAll(/^\| (`.*`) \|/gm)].flatMap((match) => match[1]?.match(/[a-z]+/g) ?? [])
    expect(listed.sort()).toEqual([...formats.keys()].sort())
  })
})
