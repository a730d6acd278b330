import { realpathSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import { folderWith, run } from '../support/cli.ts'
import { readGithub } from '../support/reports/read.ts'
import { readGitlab, readSarif, sarifRun } from '../support/reports/read-json.ts'
import { readCheckstyle } from '../support/reports/read-xml.ts'
import { misspelt } from '../support/sample.ts'

const name = 'talks-at-sea.brief.yaml'
const readers = { github: readGithub, gitlab: readGitlab, sarif: readSarif, checkstyle: readCheckstyle }

/** A run in the folder "briefs" of a repository: the folder, and the paths that a format tells. */
function pathsIn(format: keyof typeof readers, envOf: (repository: string) => Readonly<Record<string, string>>) {
  const repository = realpathSync(folderWith({ [`briefs/${name}`]: misspelt }))
  const args = ['lint', '--today', '2026-11-23', '--format', format]
  const { stdout } = run({ args, folder: repository, cwd: 'briefs', env: envOf(repository) })
  return { repository, stdout, paths: readers[format](stdout).map(({ path }) => path) }
}

const github = (repository: string) => ({ GITHUB_ACTIONS: 'true', GITHUB_WORKSPACE: repository })
const gitlab = (repository: string) => ({ GITLAB_CI: 'true', CI_PROJECT_DIR: repository })

describe('paths count from the repository', () => {
  it.each([
    ['github', 'GitHub Actions', github, `briefs/${name}`],
    ['sarif', 'GitHub Actions', github, `briefs/${name}`],
    ['gitlab', 'GitLab', gitlab, `briefs/${name}`],
    ['gitlab', 'a machine of its own', () => ({}), name],
    ['github', 'GitHub Actions that do not say where it is', () => ({ GITHUB_ACTIONS: 'true', GITHUB_WORKSPACE: '' }), name],
    ['github', 'a repository elsewhere', (folder: string) => github(join(folder, 'else')), name],
    ['github', 'a repository with a like name', (folder: string) => github(join(folder, 'brief')), name],
    ['checkstyle', 'GitHub Actions, where the format is for others', github, name],
  ] as const)('in %s on %s', (format, _, envOf, path) => {
    expect(pathsIn(format, envOf).paths).toEqual([path])
  })

  it('and a SARIF log says from which folder', () => {
    const { repository, stdout } = pathsIn('sarif', github)
    expect(sarifRun(stdout).originalUriBaseIds).toEqual({ ROOT: { uri: `${pathToFileURL(repository).href}/` } })
  })
})
