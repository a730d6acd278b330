import * as assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { file, open } from './desk.ts'
import type { Test } from './runner.ts'

const brief = 'briefs/start-with-relief.brief.yaml'

const forms = [
  { form: 'docx', start: 'PK' },
  { form: 'pdf', start: '%PDF-1.7' },
  { form: 'html', start: '<!doctype html>' },
  { form: 'markdown', start: '---' },
] as const

export const exporting: readonly Test[] = forms.map(({ form, start }) => ({
  name: `an export writes the file as ${form}`,
  run: async () => {
    const { document } = await open(brief)
    const to = file(`out/start-with-relief.${form}`)
    assert.equal(await vscode.commands.executeCommand('chancery.exportBrief', document.uri, { form, to }), true)
    const written = await vscode.workspace.fs.readFile(to)
    assert.equal(Buffer.from(written.subarray(0, start.length)).toString('latin1'), start)
    await vscode.workspace.fs.delete(file('out'), { recursive: true })
  },
}))
