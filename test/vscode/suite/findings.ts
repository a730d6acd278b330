import * as assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import * as vscode from 'vscode'
import { file, findingsOf, open, replace, ruleOf, rulesIn, setting, until } from './desk.ts'
import type { Test } from './runner.ts'

const exercise = 'engagements/golden-dragon-2024.engagement.yaml'
const notOpen = 'planted/not-open.engagement.yaml'

/** A finding without regard to who reports it. */
type Plain = readonly [path: string, rule: string, severity: string, message: string, start: string, end: string]

/** The part of the command line's JSON report that is compared. */
interface Report {
  readonly files: readonly {
    readonly path: string
    readonly findings: readonly {
      readonly rule: string
      readonly severity: string
      readonly message: string
      readonly start: Place
      readonly end: Place
    }[]
  }[]
}
interface Place {
  readonly line: number
  readonly column: number
}

const severities = ['error', 'warning', 'info', 'hint'] as const

function fromEditor(): readonly Plain[] {
  const place = ({ line, character }: vscode.Position) => `${line + 1}:${character + 1}`
  return vscode.languages
    .getDiagnostics()
    .flatMap(([uri, found]) =>
      found
        .filter(({ source }) => source === 'chancery')
        .map(
          (finding): Plain => [
            vscode.workspace.asRelativePath(uri),
            ruleOf(finding),
            severities[finding.severity],
            finding.message,
            place(finding.range.start),
            place(finding.range.end),
          ],
        ),
    )
}

function fromCommandLine(): readonly Plain[] {
  const run = spawnSync(process.execPath, [setting('CHANCERY_TEST_CLI'), 'lint', '--format', 'json'], {
    cwd: file('.').fsPath,
    encoding: 'utf8',
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
  })
  const report = JSON.parse(run.stdout) as Report
  const place = ({ line, column }: Place) => `${line}:${column}`
  return report.files.flatMap(({ path, findings }) =>
    findings.map(({ rule, severity, message, start, end }): Plain => [path, rule, severity, message, place(start), place(end)]),
  )
}

/** In one order, whoever reports them. */
function sorted(findings: readonly Plain[]): readonly string[] {
  return findings.map((finding) => finding.join(' | ')).sort()
}

export const findings: readonly Test[] = [
  {
    name: 'a finding comes with a mistake and goes with it',
    run: async () => {
      const editor = await open(exercise)
      await replace(editor, 'country: KHM, role: host', 'country: Cambodja, role: host')
      const finding = await until('a finding on the country', () => findingsOf(exercise).find((found) => ruleOf(found) === 'country-code'))
      assert.equal(editor.document.getText(finding.range), 'Cambodja')
      await replace(editor, 'country: Cambodja, role: host', 'country: KHM, role: host')
      await until('the finding goes', () => !rulesIn(exercise).includes('country-code'))
    },
  },
  {
    name: 'a finding stands in a file that is not open',
    run: async () => {
      await until('a finding in the planted file', () => rulesIn(notOpen).includes('country-code'))
      assert.ok(!vscode.workspace.textDocuments.some(({ uri }) => uri.path.endsWith(notOpen)), 'the file is open')
    },
  },
  {
    name: 'a finding goes when a file that is not open is corrected on the disk',
    run: async () => {
      const uri = file(notOpen)
      const before = await vscode.workspace.fs.readFile(uri)
      const corrected = new TextDecoder().decode(before).replace('country: Japann', 'country: JPN')
      await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(corrected))
      await until('the finding goes', () => !rulesIn(notOpen).includes('country-code'))
      await vscode.workspace.fs.writeFile(uri, before)
      await until('the finding comes back', () => rulesIn(notOpen).includes('country-code'))
    },
  },
  {
    name: 'the light bulb mends a mistake',
    run: async () => {
      const editor = await open(exercise)
      await replace(editor, 'country: KHM, role: host', 'country: Cambodia, role: host')
      const finding = await until('a finding on the country', () => findingsOf(exercise).find((found) => ruleOf(found) === 'country-code'))
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        editor.document.uri,
        finding.range,
        vscode.CodeActionKind.QuickFix.value,
      )
      const fix = actions.find(({ edit }) => edit?.get(editor.document.uri).some(({ newText }) => newText === 'KHM'))
      assert.ok(fix?.edit, `no fix writes KHM; there are: ${actions.map(({ title }) => title).join(', ')}`)
      assert.ok(await vscode.workspace.applyEdit(fix.edit))
      await until('the finding goes', () => !rulesIn(exercise).includes('country-code'))
      assert.match(editor.document.getText(), /country: KHM, role: host/)
    },
  },
  {
    name: 'the editor finds exactly what the command line finds',
    run: async () => {
      const expected = sorted(fromCommandLine())
      assert.ok(expected.length > 0, 'the command line finds nothing, so nothing is compared')
      // The last event may still be on its way, so a difference counts only when it stays.
      await until('as many findings', () => fromEditor().length === expected.length).catch(() => undefined)
      assert.deepEqual(sorted(fromEditor()), expected)
    },
  },
]
