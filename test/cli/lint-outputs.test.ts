import { lstatSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Finding } from '../../server/core/index.ts'
import { run } from '../support/cli.ts'
import { config, lone, misspelt, workspace } from '../support/sample.ts'

const broken = { ...workspace, 'briefs/talks-at-sea.brief.yaml': misspelt }
const today = ['--today', '2026-11-23']

describe('reports in files', () => {
  it('writes each format where it belongs', () => {
    const { folder, stdout, status } = run({
      args: ['lint', '--format', 'stylish', '--format', 'json=out/report.json', '--format=stylish=out/report.txt'],
      files: broken,
      env: { FORCE_COLOR: '1' },
    })
    expect(status).toBe(1)
    expect(stdout).toContain('\u001b[')
    expect(JSON.parse(readFileSync(join(folder, 'out/report.json'), 'utf8')).summary.errors).toBe(1)
    expect(readFileSync(join(folder, 'out/report.txt'), 'utf8')).toMatch(/^briefs\/talks-at-sea\.brief\.yaml\n {2}3:1 /)
  })

  it('prints nothing where only a file was asked for', () => {
    expect(run({ args: ['lint', '--format', 'json=report.json'], files: broken })).toMatchObject({ status: 1, stdout: '', stderr: '' })
  })

  it('replaces a report whole, behind a link as well, and writes to what is no file', () => {
    const { folder, status } = run({
      args: ['lint', '--format', 'json=report.json', '--format', 'stylish=/dev/null'],
      files: { ...workspace, 'real.json': 'old', 'report.json': { linkTo: 'real.json' } },
    })
    expect(status).toBe(0)
    expect(lstatSync(join(folder, 'report.json')).isSymbolicLink()).toBe(true)
    expect(JSON.parse(readFileSync(join(folder, 'real.json'), 'utf8')).version).toBe(1)
    expect(lstatSync('/dev/null').isFile()).toBe(false)
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([])
  })

  it('writes nothing but what was asked for', () => {
    const { folder } = run({ args: ['lint', '--format', 'json=report.json'], files: workspace })
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    expect(files.map(({ name }) => name).sort()).toEqual([
      'chancery.yaml',
      'report.json',
      'staff-talks-2024.engagement.yaml',
      'talks-at-sea.brief.yaml',
    ])
  })
})

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
