import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { type DiskFiles, folderWith, program } from '../support/cli.ts'
import { misspelt, workspace } from '../support/sample.ts'
import { textOf } from '../support/source.ts'

interface Template {
  readonly variables: Readonly<Record<string, string>>
  readonly chancery: {
    readonly script: readonly string[]
    readonly artifacts: {
      readonly when: string
      readonly paths: readonly string[]
      readonly reports: { readonly codequality: string }
    }
  }
}

const { variables, chancery: job }: Template = parse(textOf('templates/chancery.gitlab-ci.yml'))
const report = job.artifacts.reports.codequality

/** Runs the job as a runner does, with an npm that only tells what it was asked to install. */
function runJob(files: DiskFiles, set: Readonly<Record<string, string>>) {
  const folder = folderWith(files)
  const bin = folderWith({
    npm: '#!/bin/sh\necho "npm $*"\n',
    chancery: `#!/bin/sh\nexec "${process.execPath}" "${program}" "$@"\n`,
  })
  for (const name of ['npm', 'chancery']) chmodSync(join(bin, name), 0o755)
  const { GITHUB_ACTIONS: _actions, FORCE_COLOR: _force, ...env } = process.env
  const { status, stdout, stderr } = spawnSync('bash', ['-eo', 'pipefail', '-c', job.script.join('\n')], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...env, ...variables, ...set, PATH: [bin, process.env['PATH']].join(delimiter) },
  })
  const written = join(folder, report)
  return { status, stdout, stderr, found: existsSync(written) ? JSON.parse(readFileSync(written, 'utf8')) : undefined }
}

const from = { CHANCERY_PACKAGE: 'git+https://example.org/chancery.git#v1' }

describe('the job for GitLab', () => {
  it('keeps its report whatever came of it', () => {
    expect(job.artifacts).toMatchObject({ when: 'always', paths: [report] })
  })

  it('fails on a mistake and leaves the report for the review', () => {
    const { status, stdout, found } = runJob({ ...workspace, 'briefs/talks-at-sea.brief.yaml': misspelt }, from)
    expect(status).toBe(1)
    expect(stdout).toMatch(/^npm install --global .*-- git\+https:\/\/example\.org\/chancery\.git#v1$/m)
    expect(stdout).toContain('1 error in 1 of 3 files')
    expect(found).toMatchObject([{ check_name: 'unknown-key', location: { path: 'briefs/talks-at-sea.brief.yaml' } }])
  })

  it('passes where nothing is wrong, and takes paths and options', () => {
    const set = { ...from, CHANCERY_PATHS: 'briefs engagements', CHANCERY_OPTIONS: '--stage review --fail-on warning' }
    expect(runJob(workspace, set)).toMatchObject({ status: 0, stdout: expect.stringContaining('2 files, nothing to report.'), found: [] })
  })

  it('says what is missing where it is not told where the program comes from', () => {
    expect(runJob(workspace, {})).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining('Set CHANCERY_PACKAGE') })
  })
})
