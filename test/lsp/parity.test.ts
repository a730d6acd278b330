import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, it } from 'vitest'
import { rules } from '../../server/core/index.ts'
import { withoutAnnotations } from '../support/check.ts'
import { startEditor } from '../support/editor.ts'
import { splitFiles } from '../support/files.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'chancery-parity-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface Report {
  readonly files: readonly {
    readonly path: string
    readonly findings: readonly {
      readonly rule: string
      readonly severity: string
      readonly message: string
      readonly start: Spot
      readonly end: Spot
    }[]
  }[]
}
interface Spot {
  readonly line: number
  readonly column: number
}

/** Every fixture and every example in one folder, each set of files in a folder of its own. */
function writeAll(): void {
  const fixtures = [
    ...rules.map(({ id }) => `rules/${id}/invalid.yaml`).filter((name) => existsSync(`${root}test/${name}`)),
    ...readdirSync(`${root}test/core/traps`).map((n) => `core/traps/${n}`),
  ]
  for (const name of fixtures) {
    const files = splitFiles(withoutAnnotations(readFileSync(`${root}test/${name}`, 'utf8')))
    for (const [path, text] of Object.entries(files)) {
      const file = join(folder, name.replace(/\.yaml$/, ''), path)
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, text)
    }
  }
  cpSync(`${root}examples`, join(folder, 'examples'), { recursive: true })
}

function commandLine(): readonly string[] {
  let output: string
  try {
    output = execFileSync(process.execPath, [`${root}dist/chancery.cjs`, 'lint', '.', '--format', 'json'], {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 1e8,
    })
  } catch (error) {
    output = (error as { stdout: string }).stdout
  }
  const { files } = JSON.parse(output) as Report
  return files.flatMap(({ path, findings }) =>
    findings.map((f) => [path, f.start.line, f.start.column, f.end.line, f.end.column, f.severity, f.rule, f.message].join(' ')),
  )
}

it('says the same in the editor and on the command line, to the character', { timeout: 60_000 }, async () => {
  writeAll()
  const expected = commandLine()
  const paths = [...new Set(expected.map((line) => line.split(' ', 1)[0] ?? ''))]
  const editor = await startEditor(folder)
  const severities = ['', 'error', 'warning', 'info', 'hint']
  const shown = async (path: string) => {
    const count = expected.filter((line) => line.startsWith(`${path} `)).length
    const found = await editor.until(path, (all) => all.length === count)
    return found.map((d) =>
      [
        path,
        d.range.start.line + 1,
        d.range.start.character + 1,
        d.range.end.line + 1,
        d.range.end.character + 1,
        severities[d.severity ?? 0],
        d.code,
        d.message,
      ].join(' '),
    )
  }
  const inEditor = (await Promise.all(paths.map(shown))).flat()
  expect(expected.length).toBeGreaterThan(1000)
  expect(inEditor).toEqual(expected)
  await editor.quit()
})
