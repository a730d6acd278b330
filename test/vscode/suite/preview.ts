import * as assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { closePages, extension, open, pageTabs, replace, revert, until } from './desk.ts'
import type { Test } from './runner.ts'

const brief = 'briefs/start-with-relief.brief.yaml'
const title = 'Start with relief: disaster help as the first step of defence cooperation'

function pageHas(text: string): true | undefined {
  return extension().exports.previewHtml()?.includes(text) || undefined
}

export const preview: readonly Test[] = [
  {
    name: 'the preview opens beside the text and shows the title',
    run: async () => {
      await open(brief)
      await vscode.commands.executeCommand('chancery.openPreviewToSide')
      await until('the title in the preview', () => pageHas(title))
      await until('its tab, beside that of the text', () => pageTabs().length === 1 && vscode.window.tabGroups.all.length === 2)
    },
  },
  {
    name: 'the preview follows an edit',
    run: async () => {
      const editor = await open(brief)
      await replace(editor, title, 'Begin with relief')
      await until('the new title in the preview', () => pageHas('Begin with relief'))
      assert.equal(pageHas(title), undefined)
      await revert(editor.document)
      await until('the old title in the preview', () => pageHas(title))
    },
  },
  {
    name: 'the preview stands while the text is half typed',
    run: async () => {
      const editor = await open(brief)
      await replace(editor, 'audience: senior-official', 'audience: [senior-')
      await replace(editor, title, 'Half typed')
      await until('the new title in the preview', () => pageHas('Half typed'))
    },
  },
  {
    name: 'the preview runs no script that a text brings along',
    run: async () => {
      const editor = await open(brief)
      await replace(editor, 'issue: With what', 'issue: <script>alert(1)</script><img src=x onerror=alert(1)> With what')
      await until('the new text in the preview', () => pageHas('alert(1)'))
      assert.equal(pageHas('<script>alert'), undefined)
      assert.equal(pageHas('<img src=x'), undefined)
    },
  },
  {
    name: 'a closed preview is gone, and opens again',
    run: async () => {
      await closePages()
      await until('the preview is gone', () => extension().exports.previewHtml() === undefined)
      await open(brief)
      await vscode.commands.executeCommand('chancery.openPreview')
      await until('the title in the preview', () => pageHas(title))
      await closePages()
    },
  },
]
