import { describe, expect, it } from 'vitest'
import { progressOn } from '../../server/cli/progress.ts'
import { excerpt } from '../../server/cli/report/excerpt.ts'
import { stylish } from '../../server/cli/report/stylish.ts'
import { plain, type Screen, screenOf } from '../../server/cli/terminal.ts'
import { columns, printable, widthOf, wrap } from '../../server/cli/text.ts'
import type { FileReport, Finding } from '../../server/core/index.ts'
import { run } from '../support/cli.ts'
import { config, lone, misspelt } from '../support/sample.ts'

const today = ['--today', '2026-11-23']

const versionOne = `{
  "version": 1,
  "summary": {
    "files": 2,
    "errors": 1,
    "warnings": 0,
    "infos": 0,
    "hints": 0,
    "fixable": 1,
    "suppressed": 0
  },
  "files": [
    {
      "path": "talks-at-sea.brief.yaml",
      "findings": [
        {
          "rule": "unknown-key",
          "severity": "error",
          "message": "There is no key \\"titel\\" in this brief. Did you mean \\"title\\"?",
          "start": {
            "line": 3,
            "column": 1
          },
          "end": {
            "line": 3,
            "column": 6
          },
          "fixes": [
            {
              "title": "Rename the key to title",
              "safe": true,
              "edits": [
                {
                  "start": {
                    "line": 3,
                    "column": 1
                  },
                  "end": {
                    "line": 3,
                    "column": 6
                  },
                  "text": "title"
                }
              ]
            }
          ],
          "related": []
        }
      ]
    }
  ]
}
`

describe('json', () => {
  it('is version 1, to the character', () => {
    const { stdout } = run({
      args: ['lint', ...today, '--format', 'json', '../b', '.'],
      cwd: 'a',
      files: { 'a/talks-at-sea.brief.yaml': misspelt, 'b/talks-at-sea.brief.yaml': lone },
    })
    expect(stdout).toBe(versionOne)
  })

  it('orders files by their paths, whatever the order of the arguments', () => {
    const files = Object.fromEntries(['b', 'a', 'B', 'ä', 'a-b'].map((name) => [`${name}/x.brief.yaml`, '']))
    const report = JSON.parse(run({ args: ['lint', '--format', 'json', 'ä', 'a-b', 'b', 'B', 'a'], files }).stdout)
    expect(report.files.map(({ path }: { path: string }) => path)).toEqual([
      'B/x.brief.yaml',
      'a-b/x.brief.yaml',
      'a/x.brief.yaml',
      'b/x.brief.yaml',
      'ä/x.brief.yaml',
    ])
  })

  it('gives related places by their paths from here', () => {
    const files = { 'chancery.yaml': config, 'in/a/talks-at-sea.brief.yaml': lone, 'in/b/talks-at-sea.brief.yaml': lone }
    const report = JSON.parse(run({ args: ['lint', ...today, '--format', 'json', 'a'], cwd: 'in', files }).stdout)
    expect(report.files[0].findings[0]).toMatchObject({
      rule: 'id-duplicate',
      related: [{ path: 'b/talks-at-sea.brief.yaml', start: { line: 2, column: 5 } }],
    })
  })

  it('counts columns in UTF-16 units', () => {
    const report = JSON.parse(
      run({
        args: ['lint', ...today, '--format', 'json'],
        files: { 'a.brief.yaml': 'chancery: brief/1\nx-a: { x-b: "😀", }\nannexes: [{ title: "😀e", foo: 1 }]\n' },
      }).stdout,
    )
    expect(report.files[0].findings.find(({ rule }: Finding) => rule === 'unknown-key').start).toEqual({ line: 3, column: 27 })
  })

  it('with --quiet counts what it lists', () => {
    const { summary, files } = JSON.parse(
      run({
        args: ['lint', ...today, '--format', 'json', '--quiet', '--rule', 'unknown-key=warning'],
        files: { 'talks-at-sea.brief.yaml': misspelt },
      }).stdout,
    )
    expect({ summary, files }).toMatchObject({ summary: { files: 1, errors: 0, warnings: 0, fixable: 0 }, files: [] })
  })
})

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
  suppressed: 0,
})
const terminal: Screen = { ...plain, isTerminal: true, width: 60 }
const shown = (screen: Screen, ...files: readonly FileReport[]) => stylish({ files, quiet: false }, screen)

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
    expect(
      shown(
        plain,
        report({ ...finding, message: 'First.', fixes: [{ ...fix, safe: true }] }, other, {
          ...other,
          severity: 'info',
          message: 'Other.',
          span: { start: 0, end: 4 },
          start: { line: 1, column: 1 },
          end: { line: 1, column: 5 },
          fixes: [],
          related: [],
        }),
        { ...report(), suppressed: 2 },
      ),
    ).toBe(`a.brief.yaml
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
`)
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

describe('the line of a finding', () => {
  const cases: readonly (readonly [name: string, line: string, from: number, to: number, source: string, carets: string])[] = [
    ['short', 'id: x', 4, 5, 'id: x', '    ^'],
    ['indented', '    - id: abc', 10, 13, '- id: abc', '      ^~~'],
    ['in its indent', '\tid: x', 0, 1, '  id: x', '^~'],
    ['with tabs', 'a:\tb\tc', 5, 6, 'a:  b  c', '       ^'],
    ['at its end', 'title:', 6, 6, 'title:', '      ^'],
    ['wide', 'a: 日本 x', 6, 7, 'a: 日本 x', '        ^'],
    ['marked wide', 'a: 日本', 3, 5, 'a: 日本', '   ^~~~'],
    ['with joined signs', 'a: 👩‍👩‍👧 e\u0301 x', 15, 16, 'a: 👩‍👩‍👧 e\u0301 x', '        ^'],
    ['long, at the start', `abc: ${'x'.repeat(60)}`, 0, 3, `abc: ${'x'.repeat(29)}...`, '^~~'],
    [
      'long, in the middle',
      `${'x'.repeat(60)}abc${'y'.repeat(60)}`,
      60,
      63,
      `...${'x'.repeat(11)}abc${'y'.repeat(20)}...`,
      '              ^~~',
    ],
    ['long, all of it', 'x'.repeat(90), 0, 90, `${'x'.repeat(34)}...`, `^${'~'.repeat(33)}`],
  ]
  it.each(cases)('%s', (_, line, from, to, ...[source, carets]) => {
    expect(excerpt(line, from, to, 40)).toEqual({ source, carets })
  })

  it('is left out where it is blank', () => {
    expect(excerpt('  \t', 0, 1, 40)).toBeUndefined()
  })

  it('is never wider than it may be', () => {
    for (const from of [0, 1, 5, 30, 60, 99, 100, 500, 5000]) {
      for (const line of ['x'.repeat(5000), '日'.repeat(2500), `${'\t'.repeat(100)}x`, 'é 😀 '.repeat(400)]) {
        const { source = '', carets = '' } = excerpt(line, from, from + 20, 40) ?? {}
        expect(widthOf(source)).toBeLessThanOrEqual(40)
        expect(carets.length).toBeLessThanOrEqual(40)
      }
    }
  })
})

describe('text on a screen', () => {
  it('is folded between words', () => {
    expect(wrap('aa bb cc', 5)).toEqual(['aa bb', 'cc'])
    expect(wrap('aaaaaaaa bb', 5)).toEqual(['aaaaaaaa', 'bb'])
    expect(wrap('日本 日本', 8)).toEqual(['日本', '日本'])
  })

  it('stands in columns', () => {
    expect(
      columns(
        [
          ['a', 'one'],
          ['bbb', 'two three four five six seven'],
        ],
        28,
      ),
    ).toBe('  a    one\n  bbb  two three four five\n       six seven')
  })

  it('shows signs that are not to be printed', () => {
    expect(printable('a\tb\u007f\u009b\ud800é\u{1f600}')).toBe('a\u2409b\u2421\ufffd\ufffdé\u{1f600}')
  })
})

describe('a screen', () => {
  const coloured = (screen: Screen) => screen.colors.red('x') !== 'x'
  it.each([
    { stream: { isTTY: true, columns: 100 }, env: {}, colours: true, width: 100 },
    { stream: { isTTY: true }, env: { TERM: 'dumb' }, colours: false, width: 80 },
    { stream: { isTTY: true, columns: 10 }, env: { NO_COLOR: '1' }, colours: false, width: 40 },
    { stream: { isTTY: true, columns: 400 }, env: { NO_COLOR: '' }, colours: true, width: 120 },
    { stream: { columns: 100 }, env: {}, colours: false, width: 80 },
    { stream: {}, env: { FORCE_COLOR: '3' }, colours: true, width: 80 },
    { stream: { isTTY: true }, env: { FORCE_COLOR: '0' }, colours: false, width: 80 },
    { stream: { isTTY: true }, env: { FORCE_COLOR: '1', NO_COLOR: '1' }, colours: false, width: 80 },
  ])('$stream $env', ({ stream, env, colours, width }) => {
    const screen = screenOf(stream, env)
    expect({ colours: coloured(screen), width: screen.width }).toEqual({ colours, width })
  })
})

describe('progress', () => {
  it('shows after a second on a terminal, not too often, and leaves nothing behind', () => {
    const written: string[] = []
    let now = 0
    const progress = progressOn(
      {
        screen: terminal,
        write: (text) => {
          written.push(text)
        },
      },
      () => now,
    )
    const at = (time: number) => {
      now = time
      progress.show('Checking', time, 5000)
    }
    for (const time of [0, 999, 1000, 1050, 1100]) at(time)
    progress.clear()
    progress.clear()
    expect(written).toEqual(['\r\u001b[KChecking 1,000 of 5,000 files ...', '\r\u001b[KChecking 1,100 of 5,000 files ...', '\r\u001b[K'])
  })

  it('shows nothing in a short run, nor on paper', () => {
    const written: string[] = []
    let now = 0
    for (const screen of [terminal, plain]) {
      const progress = progressOn(
        {
          screen,
          write: (text) => {
            written.push(text)
          },
        },
        () => now,
      )
      now += screen === plain ? 10_000 : 500
      progress.show('Checking', 1, 2)
      progress.clear()
    }
    expect(written).toEqual([])
  })
})
