import { describe, expect, it } from 'vitest'
import { type DiskFiles, run } from '../support/cli.ts'
import { lone, misspelt, workspace } from '../support/sample.ts'
import { textOf } from '../support/source.ts'

interface Pattern {
  readonly regexp: string
  readonly file: number
  readonly line: number
  readonly column: number
  readonly severity: number
  readonly message: number
  readonly code: number
}

const manifest: { readonly contributes: { readonly problemMatchers: readonly { readonly name: string; readonly pattern: Pattern }[] } } =
  JSON.parse(textOf('package.json'))
const matcher = manifest.contributes.problemMatchers.find(({ name }) => name === 'chancery')

/** What Visual Studio Code would read in the output of a task. */
function readByMatcher(output: string): readonly (readonly unknown[])[] {
  if (!matcher) throw new Error('The manifest has no problem matcher.')
  const { regexp, ...at } = matcher.pattern
  const pattern = new RegExp(regexp)
  return output.split('\n').flatMap((line) => {
    const found = pattern.exec(line)
    return found
      ? [[found[at.file], Number(found[at.line]), Number(found[at.column]), found[at.severity], found[at.code], found[at.message]]]
      : []
  })
}

interface Report {
  readonly files: readonly {
    readonly path: string
    readonly findings: readonly {
      readonly rule: string
      readonly severity: string
      readonly message: string
      readonly start: { readonly line: number; readonly column: number }
    }[]
  }[]
}

function fromJson(output: string): readonly (readonly unknown[])[] {
  const report: Report = JSON.parse(output)
  return report.files.flatMap(({ path, findings }) =>
    findings.map(({ rule, severity, message, start }) => [path, start.line, start.column, severity, rule, message]),
  )
}

const files: DiskFiles = {
  ...workspace,
  'briefs/talks-at-sea.brief.yaml': misspelt,
  'odd/a:3 error: b [c] (d) %20 é.brief.yaml': misspelt.replace('titel', '"x] [titel"'),
  'odd/-x.brief.yaml': lone.replace('date: 2026-11-02', 'date: 2 Nov 2026'),
}

describe('the format for other programs of the shell', () => {
  it('is read by the problem matcher of the extension to the last finding', () => {
    const args = ['--today', '2026-11-23', '--rule', 'id-filename=info']
    const report = run({ args: ['lint', '--format', 'unix', ...args], files, env: { FORCE_COLOR: '0' } })
    const expected = fromJson(run({ args: ['lint', '--format', 'json', ...args], files }).stdout)
    expect(new Set(expected.map((row) => row[3])).size).toBeGreaterThan(1)
    expect(expected.length).toBeGreaterThan(4)
    expect(readByMatcher(report.stdout)).toEqual(expected)
    expect(report.status).toBe(1)
  })

  it('ends with the sum in words, which no matcher takes for a finding', () => {
    const { stdout, status } = run({ args: ['lint', '--format', 'unix'], files: workspace })
    expect({ stdout, status }).toEqual({ stdout: '3 files, nothing to report.\n', status: 0 })
    expect(readByMatcher(stdout)).toEqual([])
  })

  it('shows errors alone when asked to be quiet', () => {
    const { stdout } = run({ args: ['lint', '--format', 'unix', '--quiet', '--today', '2026-11-23'], files })
    expect(new Set(readByMatcher(stdout).map((row) => row[3]))).toEqual(new Set(['error']))
  })
})
