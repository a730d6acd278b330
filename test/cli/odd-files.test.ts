import { describe, expect, it } from 'vitest'
import { run } from '../support/cli.ts'
import { lone } from '../support/sample.ts'

interface Reported {
  readonly summary: { readonly files: number }
  readonly files: readonly { readonly path: string; readonly findings: readonly { readonly rule: string }[] }[]
}

const odd: readonly string[] = [
  'with space.brief.yaml',
  '-x.brief.yaml',
  '--fix.brief.yaml',
  'line\nbreak.brief.yaml',
  '100%.brief.yaml',
  'a::error::b.brief.yaml',
  ']]>.brief.yaml',
  '*.brief.yaml',
  '[a].brief.yaml',
  '{a,b}.brief.yaml',
  '!no.brief.yaml',
  'caf\u00e9.brief.yaml',
  'cafe\u0301.brief.yaml',
  '\u{1f600}.brief.yaml',
  '#1.brief.yaml',
]

describe('a file of an odd name', () => {
  it.each(odd)('%j is checked alone, behind "--"', (name) => {
    const files = { [name]: lone, 'other.brief.yaml': lone }
    const { status, stdout } = run({ args: ['lint', '--format', 'json', '--', name], files })
    const report = JSON.parse(stdout) as Reported
    expect({ status, checked: report.summary.files }).toEqual({ status: 1, checked: 1 })
    // Both say that the id is taken, which shows that the very file was read.
    expect(report.files.map(({ path, findings }) => [path, findings.some(({ rule }) => rule === 'id-duplicate')])).toEqual([[name, true]])
  })

  it('is found in its folder, each once', () => {
    const { stdout } = run({ args: ['lint', '--format', 'json'], files: Object.fromEntries(odd.map((name) => [name, lone])) })
    expect((JSON.parse(stdout) as Reported).files.map(({ path }) => path)).toEqual([...odd].sort())
  })
})

describe('a large folder', () => {
  it('of 10,000 files is checked to its end', { timeout: 120_000 }, () => {
    const files = Object.fromEntries(
      Array.from({ length: 10_000 }, (_, i) => [`b${i % 100}/b-${i}.brief.yaml`, lone.replace('id: talks-at-sea', `id: b-${i}`)]),
    )
    const { status, stdout } = run({ args: ['lint', '--format', 'json', '--fail-on', 'warning'], files, seconds: 100 })
    expect({ status, checked: (JSON.parse(stdout) as Reported).summary.files }).toEqual({ status: 0, checked: 10_000 })
  })
})

describe('links that lead round in a circle', () => {
  it('are followed to an end', () => {
    const files = { 'a/talks-at-sea.brief.yaml': lone, 'a/up': { linkTo: '..' }, 'a/self': { linkTo: 'self' } }
    const { status, stdout } = run({ args: ['lint', '--format', 'json'], files })
    expect({ status, checked: (JSON.parse(stdout) as Reported).summary.files }).toEqual({ status: 0, checked: 1 })
  })
})
