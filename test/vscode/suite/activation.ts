import * as assert from 'node:assert/strict'
import { relative } from 'node:path'
import * as vscode from 'vscode'
import { extension, file, open, pause, setting, until } from './desk.ts'
import type { Test } from './runner.ts'

async function languageOf(path: string): Promise<string> {
  return (await vscode.workspace.openTextDocument(file(path))).languageId
}

export const activation: readonly Test[] = [
  {
    name: 'the extension under test is the one that was asked for',
    run: async () => {
      const outside = relative(setting('CHANCERY_TEST_EXTENSION'), extension().extensionPath)
      assert.ok(!outside.startsWith('..'), `it runs from ${extension().extensionPath}`)
    },
  },
  {
    name: 'the extension sleeps while no file of its own is open',
    run: async () => {
      await open('README.md')
      await pause(1000)
      assert.equal(extension().isActive, false)
    },
  },
  {
    name: 'a brief wakes it',
    run: async () => {
      const editor = await open('briefs/start-with-relief.brief.yaml')
      assert.equal(editor.document.languageId, 'chancery-brief')
      await until('the extension wakes', () => extension().isActive)
    },
  },
  {
    name: 'every kind of file is known by its name',
    run: async () => {
      const languages = {
        'engagements/rimpac-2024.engagement.yaml': 'chancery-engagement',
        'briefs/keep-the-channel-open.brief.yaml': 'chancery-brief',
        'chancery.yaml': 'chancery-config',
        'vocabulary/house.vocabulary.yaml': 'chancery-vocabulary',
        'snippets/house.snippets.yaml': 'chancery-snippets',
      }
      for (const [path, language] of Object.entries(languages)) assert.equal(await languageOf(path), language, path)
    },
  },
  {
    name: 'a plain YAML file is known by its first line',
    run: async () => {
      // A change of language closes the document and opens another, so the event is the only witness.
      await open('planted/plain.yaml')
      await until('the file is taken for a brief', () => vscode.window.activeTextEditor?.document.languageId === 'chancery-brief')
    },
  },
  {
    name: "other people's YAML is left alone",
    run: async () => {
      await open('planted/pipeline.yaml')
      await pause(1000)
      assert.equal(vscode.window.activeTextEditor?.document.languageId, 'yaml')
      assert.deepEqual(vscode.languages.getDiagnostics(file('planted/pipeline.yaml')), [])
    },
  },
]
