import { describe, expect, it } from 'vitest'
import { listRules } from '../../server/cli/list-rules.ts'
import { rulePage } from '../../server/cli/rule-text.ts'
import { plain } from '../../server/cli/terminal.ts'
import { widthOf } from '../../server/cli/text.ts'
import { levels, type Rule, rules, topics } from '../../server/core/index.ts'
import { type Case, check, run } from '../support/cli.ts'

interface Listed {
  readonly id: string
  readonly level: Readonly<Record<string, string>>
  readonly options: Readonly<Record<string, { readonly type: string; readonly description: string; readonly default?: unknown }>>
  readonly [about: string]: unknown
}

function listed(): readonly Listed[] {
  const { stdout, status } = run({ args: ['lint', '--list-rules', '--format', 'json'] })
  expect(status).toBe(0)
  return JSON.parse(stdout)
}

describe('lint --list-rules', () => {
  it('lists every rule once, for programs', () => {
    const all = listed()
    expect(all.map(({ id }) => id)).toEqual(rules.map(({ id }) => id).sort())
    for (const { id, level, options, ...about } of all) {
      expect(Object.keys(level), id).toEqual(['draft', 'review', 'final'])
      for (const one of Object.values(level)) expect(levels).toContain(one)
      for (const key of ['summary', 'reason', 'source']) expect(about[key], `${id}: ${key}`).toMatch(/\S/)
      expect(Object.keys(topics)).toContain(about['topic'])
      expect(['exact', 'heuristic']).toContain(about['certainty'])
      for (const { type, description } of Object.values(options))
        expect(`${type}: ${description}`).toMatch(/^(?:number|string|boolean|strings): \S/)
    }
  })

  it('tells what can be set and what can be mended', () => {
    const about = new Map(listed().map((rule) => [rule.id, rule]))
    expect(about.get('todo')?.options['words']).toMatchObject({ type: 'strings' })
    expect(about.get('country-code')).toMatchObject({ topic: 'countries', fixable: true, suggestions: true })
    expect(about.get('rec-owner')).toMatchObject({
      level: { draft: 'warning', review: 'warning', final: 'error' },
      fixable: false,
      suggestions: false,
    })
  })

  it('lists every rule once, on a line for other tools', () => {
    const { stdout } = run({ args: ['lint', '--list-rules'] })
    expect(stdout).toMatch(/^rec-owner +warning to error +A recommendation/m)
    expect(stdout.split('\n').filter((line) => /^\S/.test(line))).toHaveLength(rules.length)
    for (const line of stdout.split('\n')) expect(widthOf(line)).toBeLessThanOrEqual(80)
  })

  it('lists every rule once, by topic, on a terminal', () => {
    const sections = listRules('stylish', { ...plain, isTerminal: true }).split('\n\n')
    const found = sections.flatMap((section) => {
      const [title = '', ...lines] = section.split('\n')
      return lines.flatMap((line) => (/^ {2}\S/.test(line) ? `${title}: ${line.trim().split(' ')[0]}` : []))
    })
    expect(found).toHaveLength(rules.length)
    expect(new Set(found)).toEqual(new Set(rules.map(({ id, topic }) => `${topics[topic]}: ${id}`)))
    for (const line of sections.join('\n').split('\n')) expect(widthOf(line)).toBeLessThanOrEqual(80)
  })
})

const rule: Rule = {
  id: 'word-count',
  topic: 'prose',
  level: { draft: 'info', review: 'warning', final: 'warning' },
  certainty: 'heuristic',
  summary: 'There are too many words.',
  reason: 'Nobody reads them.',
  source: 'Chancery.',
  options: { words: { type: 'number', description: 'How many words there may be.', default: 60 } },
  examples: { bad: ['#- a.brief.yaml\nchancery: brief/1\n'], good: ['chancery: brief/1\ntitle: x\n'] },
}

const page = `word-count
There are too many words.

Topic     Wording
Level     info to warning: info for a draft, warning in review, warning in a
          final text
Finds it  by a good guess, so it may be wrong now and then
Mends it  no; only you know what to write
Source    Chancery.

Why
  Nobody reads them.

Options
  words  How many words there may be. Default: 60.
  word-count: { level: info, words: 60 }

Not like this
  a.brief.yaml:
  chancery: brief/1

But like this
  chancery: brief/1
  title: x

To change its level, in chancery.yaml
  rules:
    word-count: warning

To silence it in one place, with a reason
  # chancery-disable-next-line word-count -- why it does not apply here
`

describe('explain', () => {
  it.each(rules.map(({ id }) => id))('%s', (id) => {
    const { stdout } = check({ name: id, args: ['explain', id], status: 0, stdout: ['Level', 'Why', 'Source', `${id}: `] })
    expect(stdout.startsWith(`${id}\n`)).toBe(true)
  })

  const refusals: readonly Case[] = [
    {
      name: 'an unknown rule',
      args: ['explain', 'rec-ownr'],
      status: 2,
      stderr: [/^chancery: There is no rule "rec-ownr"\. Did you mean rec-owner\?.*\n$/],
    },
    { name: 'no rule', args: ['explain'], status: 2, stderr: ['chancery explain rec-owner'] },
    { name: 'two rules', args: ['explain', 'rec-owner', 'todo'], status: 2, stderr: ['One rule at a time'] },
    {
      name: 'an option that it does not have',
      args: ['explain', 'rec-owner', '--format', 'json'],
      status: 2,
      stderr: ['There is no option --format.'],
    },
  ]
  it.each(refusals)('$name', (given) => {
    check(given)
  })

  it('shows all that a rule says of itself', () => {
    expect(rulePage(rule, plain)).toBe(page)
  })
})

describe('help', () => {
  const cases: readonly Case[] = [
    { name: 'of the program', args: ['--help'], status: 0, stdout: ['chancery lint [PATH ...]', 'Exit status'] },
    { name: 'by its short name', args: ['-h'], status: 0, stdout: ['Commands'] },
    { name: 'as a command', args: ['help'], status: 0, stdout: ['Commands'] },
    {
      name: 'of a command',
      args: ['lint', '--help'],
      status: 0,
      stdout: ['--max-warnings N', '--fix', '--cache', '--changed-since REF', 'sarif', 'Examples'],
    },
    { name: 'of a command, the other way round', args: ['help', 'explain'], status: 0, stdout: [/^chancery explain RULE/] },
    { name: 'of a command of two words', args: ['new', 'brief', '-h'], status: 0, stdout: [/^chancery new brief /] },
    { name: 'of a family of commands', args: ['new', '--help'], status: 0, stdout: ['chancery new engagement', 'chancery new brief'] },
    { name: 'wins over the rest', args: ['lint', 'nowhere', '--help'], status: 0, stdout: ['chancery lint'] },
    { name: 'the version', args: ['--version'], status: 0, stdout: [/^\d+\.\d+\.\d+\n$/] },
    { name: 'half a command', args: ['new'], status: 2, stderr: ['chancery new engagement or chancery new brief'] },
    { name: 'half a command and more', args: ['new', 'memo'], status: 2, stderr: ['chancery new engagement or chancery new brief'] },
  ]
  it.each(cases)('$name', (given) => {
    for (const line of check(given).stdout.split('\n')) if (!/^ {2}chancery /.test(line)) expect(widthOf(line)).toBeLessThanOrEqual(80)
  })

  it('is shown where no command is named, as an error', () => {
    expect(run({ args: [] })).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining('Commands') })
  })
})
