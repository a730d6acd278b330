import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { program } from '../support/cli.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const page = 'examples/reviewed/README.md'

/** Files and outputs that the page shows, as they are now. */
function renewed(text: string): string {
  return text
    .replace(
      /(\]\(([^)]+)\)[^\n]*\n\n<!-- file -->\n```yaml\n)[\s\S]*?(?=^```$)/gm,
      (_, head: string, file: string) => head + fileText(file),
    )
    .replace(/(^```console\n\$ npx chancery ([^\n]+)\n)[\s\S]*?(?=^```$)/gm, (_, head: string, args: string) => head + printed(args).stdout)
}

function fileText(file: string): string {
  return readFileSync(join(root, dirname(page), file), 'utf8')
}

function printed(args: string) {
  const { NO_COLOR: _no, FORCE_COLOR: _force, GITHUB_ACTIONS: _actions, ...env } = process.env
  return spawnSync(process.execPath, [program, ...args.split(' ')], { cwd: root, env, encoding: 'utf8' })
}

/** The command lines that the page shows. */
function commandsOf(text: string): readonly string[] {
  return [...text.matchAll(/^\$ npx chancery ([^\n]+)$/gm)].map((match) => match[1] ?? '')
}

describe(page, () => {
  const shown = readFileSync(join(root, page), 'utf8')

  it('shows the files as they are and prints what is printed', () => {
    const actual = renewed(shown)
    if (process.env['UPDATE'] === '1') writeFileSync(join(root, page), actual)
    else expect(actual).toBe(shown)
  })

  it('shows a brief that fails, and one that passes at its final stage', () => {
    const [before = '', after = ''] = commandsOf(shown)
    expect(printed(before)).toMatchObject({ status: 1, stderr: '' })
    expect(printed(after)).toMatchObject({ status: 0, stderr: '', stdout: '1 file, nothing to report.\n' })
    expect(after).toContain('--stage final')
  })

  it('does not let the brief that fails spoil a check of all examples', () => {
    expect(printed('lint examples --today 2026-11-23')).toMatchObject({ status: 0, stderr: '' })
  })
})

describe('examples', () => {
  it('have a brief of the final stage that passes as such', () => {
    const file = 'examples/briefs/start-with-relief.brief.yaml'
    expect(readFileSync(join(root, file), 'utf8')).toMatch(/^stage: final$/m)
    expect(printed(`lint ${file} --stage final --fail-on info --today 2026-11-23`)).toMatchObject({ status: 0, stderr: '' })
  })
})
