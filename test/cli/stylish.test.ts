import { describe, expect, it } from 'vitest'
import { stylish } from '../../server/cli/report/stylish.ts'
import { plain, type Screen } from '../../server/cli/terminal.ts'
import type { FileReport, Finding } from '../../server/core/index.ts'
import { runOf } from '../support/sample-run.ts'

const finding: Finding = {
  rule: 'rec-owner',
  severity: 'error',
  message: 'This recommendation has no owner, so nobody is bound to act on it. Add "owner" with the office that would carry it out.',
  span: { start: 17, end: 21 },
  start: { line: 2, column: 7 },
  end: { line: 2, column: 11 },
  fixes: [],
  related: [],
}
const report = (...findings: readonly Finding[]): FileReport => ({
  path: 'a.brief.yaml',
  text: 'chancery: x\ntext: Do it.\n',
  findings,
  suppressed: [],
})
const terminal: Screen = { ...plain, isTerminal: true, width: 60 }
const shown = (screen: Screen, ...files: readonly FileReport[]) => stylish(runOf(files), screen)

const threeFindings = `a.brief.yaml
  2:7  error  First.  rec-owner
              | text: Do it.
              |       ^~~~
              fix: Write it
  2:7  hint   Short.  rec-owner
              suggestion: Write it
              see: b.brief.yaml:2:7  It is also here.
              see: b.brief.yaml:2:7  It is also here.
              see: b.brief.yaml:2:7  It is also here.
              and 2 more places

  1:1  info   Other.  rec-owner
              | chancery: x
              | ^~~~

1 error, 1 info and 1 hint in 1 of 2 files; 1 can be fixed; 2 silenced with a reason.
`

describe('stylish', () => {
  it('on a terminal folds a message under itself', () => {
    expect(shown(terminal, report(finding))).toBe(`a.brief.yaml
  2:7  error  This recommendation has no owner, so nobody is
              bound to act on it. Add "owner" with the
              office that would carry it out.  rec-owner
              | text: Do it.
              |       ^~~~

1 error in 1 file.
`)
  })

  it('on paper keeps a finding on one line', () => {
    expect(shown(plain, report(finding))).toContain(`  2:7  error  ${finding.message}  rec-owner\n`)
  })

  it('shows a place once, a fix, related places and the rest in words', () => {
    const place = { path: 'b.brief.yaml', start: finding.start, end: finding.end, message: 'It is also here.' }
    const fix = { title: 'Write it', edits: [] }
    const other: Finding = {
      ...finding,
      severity: 'hint',
      message: 'Short.',
      fixes: [{ ...fix, safe: false }],
      related: Array(5).fill(place),
    }
    const first: Finding = { ...finding, message: 'First.', fixes: [{ ...fix, safe: true }] }
    const start = { start: { line: 1, column: 1 }, end: { line: 1, column: 5 }, span: { start: 0, end: 4 } }
    const last: Finding = { ...finding, ...start, severity: 'info', message: 'Other.' }
    expect(shown(plain, report(first, other, last), { ...report(), suppressed: Array(2).fill({ finding, reason: 'It is known.' }) })).toBe(
      threeFindings,
    )
  })

  it('tells how much is known from a baseline', () => {
    const known = { ...report(), suppressed: [{ finding, reason: 'It is known.' }], baselined: [finding, finding] }
    expect(shown(plain, known)).toBe('1 file, nothing to report; 1 silenced with a reason; 2 known from the baseline.\n')
  })

  it('lets nothing from a file move the cursor', () => {
    const text = shown(plain, { ...report({ ...finding, message: 'a\u001b[2Jb\u202ec' }), path: 'x\ny.brief.yaml' })
    expect(text).toContain('x\u240ay.brief.yaml')
    expect(text).toContain('a\u241b[2Jb\ufffdc')
  })

  it('reports any number of findings', () => {
    expect(shown(plain, { ...report(), findings: Array<Finding>(200_000).fill(finding) })).toContain('200,000 errors in 1 file.')
  })
})
