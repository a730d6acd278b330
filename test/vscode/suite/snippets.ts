import * as assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { after, file, open, pause, replace, until } from './desk.ts'
import type { Test } from './runner.ts'

const exercise = 'engagements/golden-dragon-2024.engagement.yaml'
const brief = 'briefs/start-with-relief.brief.yaml'
const library = 'snippets/house.snippets.yaml'

/** The cursor behind a new dash in a list of the file. */
async function atNewItem(path: string, key: string): Promise<vscode.TextEditor> {
  const editor = await open(path)
  await replace(editor, `\n${key}:\n`, `\n${key}:\n  - \n`)
  const at = after(editor.document, `\n${key}:\n  - `)
  editor.selection = new vscode.Selection(at, at)
  return editor
}

/** What a command does in the time that the writer answers its questions with Enter. */
async function withEnter(command: string, times: number): Promise<unknown> {
  const done = vscode.commands.executeCommand(command)
  for (let i = 0; i < times; i++) {
    await pause(1500)
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem')
  }
  return done
}

export const snippets: readonly Test[] = [
  {
    name: 'a snippet is picked, and stands in the text; one undo takes it out again',
    run: async () => {
      const editor = await atNewItem(exercise, 'participants')
      const before = editor.document.getText()
      assert.equal(await withEnter('chancery.insertSnippet', 1), true)
      const text = editor.document.getText()
      assert.match(
        text,
        /participants:\n {2}- countries: \[BEL, .*FIN, SWE\]\n {4}role: participant\n {4}as: member\n {4}x-from: house\/allies-on-date@\d+\n/,
      )
      await vscode.commands.executeCommand('undo')
      assert.equal(editor.document.getText(), before)
    },
  },
  {
    name: 'the answers to its questions stand in it',
    run: async () => {
      const editor = await atNewItem(brief, 'risks')
      const given = { name: 'chancery-risks/cost', answers: { owner: 'Relief Desk', impact: 'medium' } }
      assert.equal(await vscode.commands.executeCommand('chancery.insertSnippet', given), true)
      assert.match(
        editor.document.getText(),
        /- category: cost\n.*\n {4}likelihood: unlikely\n {4}impact: medium\n.*\n {4}owner: Relief Desk\n {4}x-from: chancery-risks\/cost@1\n/,
      )
    },
  },
  {
    name: 'an answer that cannot be leaves the text as it is',
    run: async () => {
      const editor = await atNewItem(brief, 'risks')
      const before = editor.document.getText()
      const given = { name: 'chancery-risks/cost', answers: { impact: 'huge' } }
      assert.equal(await vscode.commands.executeCommand('chancery.insertSnippet', given), false)
      assert.equal(editor.document.getText(), before)
    },
  },
  {
    name: 'a selection is kept in a library, and can be inserted from there',
    run: async () => {
      const editor = await open(brief)
      const start = after(editor.document, '\nrisks:\n')
      const end = after(editor.document, editor.document.lineAt(start.line).text)
      editor.selection = new vscode.Selection(start, end)
      const wishes = { library: file(library).toString(), name: '', id: 'kept-risk', title: 'Kept risk', keys: [] }
      assert.equal(await vscode.commands.executeCommand('chancery.saveSelectionAsSnippet', wishes), true)
      const kept = await vscode.workspace.openTextDocument(file(library))
      assert.match(kept.getText(), /\n {2}- id: kept-risk\n {4}title: Kept risk\n {4}scope: \[brief\.risks\]\n {4}yaml:\n/)
      assert.ok(kept.getText().startsWith('# yaml-language-server'), 'the comments of the library are gone')
      await atNewItem(brief, 'risks')
      await until(
        'the new snippet',
        async () => (await vscode.commands.executeCommand('chancery.insertSnippet', { name: 'house/kept-risk' })) === true,
      )
    },
  },
  {
    name: 'a copy of an older version is brought up to date, and keeps what its writer changed',
    run: async () => {
      const editor = await open(brief)
      const ours =
        '  - title: Open-source note\n    text: In short, prepared by the Relief Desk from public sources. Readers find each source in the list at the end.\n'
      await replace(editor, '\nrisks:\n', `\nannexes:\n${ours}    x-from: house/open-source-note@1\nrisks:\n`)
      const at = after(editor.document, 'x-from: house/open')
      const fix = await until('the correction', async () => {
        const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
          'vscode.executeCodeActionProvider',
          editor.document.uri,
          new vscode.Range(at, at),
          undefined,
          50,
        )
        return actions.find(({ title, edit }) => title.startsWith('Take over the new words') && edit)
      })
      assert.ok(fix.edit && (await vscode.workspace.applyEdit(fix.edit)))
      const text = editor.document.getText()
      assert.ok(
        text.includes('In short, prepared by the Relief Desk from open sources alone. Readers find each source in the list at the end.'),
        text,
      )
      assert.ok(text.includes('x-from: house/open-source-note@2'), text)
    },
  },
  {
    name: 'a new library is made for a text',
    run: async () => {
      const editor = await open(brief)
      const from = after(editor.document, '\nbackground: |\n')
      editor.selection = new vscode.Selection(from, from.translate(1))
      const wishes = { library: null, name: 'My texts', id: 'text', title: 'A text', keys: [] }
      assert.equal(await vscode.commands.executeCommand('chancery.saveSelectionAsSnippet', wishes), true)
      const made = await vscode.workspace.openTextDocument(file('snippets/my-texts.snippets.yaml'))
      assert.match(
        made.getText(),
        /id: my-texts\n.*\n.*\nsnippets:\n {2}- id: text\n {4}title: A text\n {4}scope: \[brief\.background\]\n {4}text: /,
      )
    },
  },
]
