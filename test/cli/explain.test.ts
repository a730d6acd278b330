import { describe, expect, it } from 'vitest'
import { rulePage } from '../../server/cli/explain.ts'
import { plain } from '../../server/cli/terminal.ts'
import { widthOf } from '../../server/cli/text.ts'
import { levels, type Rule, rules } from '../../server/core/index.ts'
import { type Case, check, run } from '../support/cli.ts'

interface Listed {
  readonly id: string
  readonly level: string | Readonly<Record<string, string>>
  readonly summary: string
}

describe('lint --list-rules', () => {
  it('lists every rule once, for programs', () => {
    const { stdout, status } = run({ args: ['lint', '--list-rules', '--format', 'json'] })
    const all: readonly Listed[] = JSON.parse(stdout)
    expect(status).toBe(0)
    expect(all.map(({ id }) => id)).toEqual(rules.map(({ id }) => id).sort())
    for (const { level, summary } of all) {
      expect(summary).not.toBe('')
      for (const one of typeof level === 'string' ? [level] : [level['draft'], level['review'], level['final']])
        expect(levels).toContain(one)
    }
  })

  it('lists every rule once, for people', () => {
    const { stdout } = run({ args: ['lint', '--list-rules'] })
    expect(stdout).toMatch(/^rec-owner +warning to error +A recommendation/m)
    expect(stdout.split('\n').filter((line) => /^\S/.test(line))).toHaveLength(rules.length)
    for (const line of stdout.split('\n')) expect(widthOf(line)).toBeLessThanOrEqual(80)
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

Level     info to warning: info for a draft, warning in review, warning in a
          final text
Finds it  by a good guess, so it may be wrong now and then
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
      stdout: ['--max-warnings N', 'Examples'],
      absent: ['--fix', '--cache', 'sarif'],
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
