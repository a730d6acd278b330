import * as assert from 'node:assert/strict'
import * as vscode from 'vscode'
import type { LintWorkspaceResult } from '../../../server/protocol.ts'
import { extension, file, findingsOf, open, pause, replace, ruleOf, rulesIn, until } from './desk.ts'
import type { Test } from './runner.ts'

const exercise = 'engagements/golden-dragon-2024.engagement.yaml'

interface Manifest {
  readonly contributes: { readonly commands: readonly { readonly command: string }[] }
}

async function filesIn(folder: string): Promise<readonly string[]> {
  const found = await vscode.workspace.findFiles(new vscode.RelativePattern(file(folder), '*.yaml'))
  return found.map((uri) => vscode.workspace.asRelativePath(uri))
}

/** The file that a guided command wrote, or has opened without saving it. */
async function written(folder: string): Promise<vscode.TextDocument> {
  const document = await until('the new file', () => {
    const active = vscode.window.activeTextEditor?.document
    return active?.uri.path.includes(`/${folder}/`) ? active : undefined
  })
  if (document.isUntitled || document.isDirty) assert.ok(await document.save(), 'the new file could not be saved')
  assert.equal((await filesIn(folder)).length, 1)
  return document
}

/** No finding at once means little; none after a while is meant. */
async function lintsClean(document: vscode.TextDocument): Promise<void> {
  await pause(1500)
  const found = findingsOf(vscode.workspace.asRelativePath(document.uri))
  assert.deepEqual(
    found
      .filter(({ severity }) => severity <= vscode.DiagnosticSeverity.Warning)
      .map((finding) => `${ruleOf(finding)}: ${finding.message}`),
    [],
  )
}

export const commands: readonly Test[] = [
  {
    name: 'every command of the manifest is there',
    run: async () => {
      const known = new Set(await vscode.commands.getCommands(true))
      const promised = (extension().packageJSON as Manifest).contributes.commands.map(({ command }) => command)
      assert.ok(promised.length >= 9, `the manifest names ${promised.length} commands`)
      assert.deepEqual(
        promised.filter((command) => !known.has(command)),
        [],
      )
    },
  },
  {
    name: 'checking all files gives their sum',
    run: async () => {
      const summary = await vscode.commands.executeCommand<LintWorkspaceResult>('chancery.lintWorkspace')
      const files = await vscode.workspace.findFiles('{chancery.yaml,**/*.{engagement,brief,vocabulary,snippets}.yaml}')
      assert.ok(summary, 'the command gives no summary')
      assert.ok(summary.files >= files.length, `${summary.files} of ${files.length} files were checked`)
      const errors = vscode.languages
        .getDiagnostics()
        .flatMap(([, found]) => found.filter(({ source, severity }) => source === 'chancery' && severity === 0))
      assert.equal(summary.errors, errors.length)
      assert.ok(summary.errors > 0, 'the planted mistakes were not counted')
    },
  },
  {
    name: 'mending a file applies its safe fixes',
    run: async () => {
      const editor = await open(exercise)
      await replace(editor, 'country: KHM, role: host', 'country: Cambodia, role: host')
      await until('a finding on the country', () => rulesIn(exercise).includes('country-code'))
      await vscode.commands.executeCommand('chancery.fixDocument')
      await until('the code in the text', () => editor.document.getText().includes('country: KHM, role: host'))
    },
  },
  {
    name: 'a new brief lints clean',
    run: async () => {
      const answers = { title: 'Keep the door open', profile: 'think-tank', bluf: 'Agree by March to open the door once a year.' }
      await vscode.commands.executeCommand('chancery.newBrief', { ...answers, folder: file('new-briefs').fsPath })
      const document = await written('new-briefs')
      assert.equal(document.languageId, 'chancery-brief')
      assert.match(document.getText(), /Keep the door open/)
      await lintsClean(document)
    },
  },
  {
    name: 'a second brief of the same title leaves the first as it is',
    run: async () => {
      const answers = { title: 'Keep the door open', profile: 'idrc', bluf: 'Agree by April to open the door twice a year.' }
      const before = await filesIn('new-briefs')
      await vscode.commands.executeCommand('chancery.newBrief', { ...answers, folder: file('new-briefs').fsPath })
      await until('a second file', async () => (await filesIn('new-briefs')).length === before.length + 1)
      const first = await vscode.workspace.fs.readFile(file(before[0] ?? ''))
      assert.match(new TextDecoder().decode(first), /profile: think-tank/)
    },
  },
  {
    name: 'a brief without a bottom line is not written',
    run: async () => {
      const answers = { title: 'Nothing to say', profile: 'think-tank', folder: file('no-briefs').fsPath }
      await vscode.commands.executeCommand('chancery.newBrief', answers)
      await pause(500)
      assert.deepEqual(await filesIn('no-briefs'), [])
    },
  },
  {
    name: 'a new engagement lints clean',
    run: async () => {
      const answers = {
        type: 'joint-exercise',
        title: 'Exercise Quiet Harbour',
        start: '2024-05-16',
        end: '2024-05-30',
        countries: ['NOR', 'SWE'],
        form: 'field-training',
      }
      await vscode.commands.executeCommand('chancery.newEngagement', { ...answers, folder: file('new-engagements').fsPath })
      const document = await written('new-engagements')
      assert.equal(document.languageId, 'chancery-engagement')
      assert.match(document.getText(), /Exercise Quiet Harbour/)
      await lintsClean(document)
    },
  },
  {
    name: 'a rule is explained in a page of its own',
    run: async () => {
      await vscode.commands.executeCommand('chancery.explainRule', 'country-code')
      await until('a page on the rule', () =>
        vscode.window.tabGroups.all.some(({ tabs }) => tabs.some(({ label }) => label.includes('country-code'))),
      )
    },
  },
  {
    name: 'the restarted checker finds what it found before',
    run: async () => {
      const editor = await open(exercise)
      await replace(editor, 'country: KHM, role: host', 'country: Cambodja, role: host')
      await until('a finding', () => rulesIn(exercise).includes('country-code'))
      await vscode.commands.executeCommand('chancery.restartServer')
      await until('the finding is back', () => rulesIn(exercise).includes('country-code'))
    },
  },
]
