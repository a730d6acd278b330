import * as assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { after, file, findingsOf, open, replace, ruleOf, rulesIn, until } from './desk.ts'
import type { Test } from './runner.ts'

const visit = 'portfolio/harbour-call-2024.engagement.yaml'
const renamed = 'portfolio/harbour-visit-2024.engagement.yaml'
const briefs = ['one', 'two', 'three'].map((name) => `portfolio/${name}.brief.yaml`)

async function textOf(path: string): Promise<string> {
  return (await vscode.workspace.openTextDocument(file(path))).getText()
}

/** The text behind the first place where another stands, as the cursor of a writer is put there. */
async function at(path: string, text: string): Promise<{ readonly editor: vscode.TextEditor; readonly position: vscode.Position }> {
  const editor = await open(path)
  const position = after(editor.document, text)
  editor.selection = new vscode.Selection(position, position)
  return { editor, position }
}

async function definitions(path: string, text: string): Promise<readonly vscode.Location[]> {
  const { editor, position } = await at(path, text)
  const found = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
    'vscode.executeDefinitionProvider',
    editor.document.uri,
    position,
  )
  return found.map((each) => ('targetUri' in each ? new vscode.Location(each.targetUri, each.targetRange) : each))
}

function namesOf(symbols: readonly vscode.DocumentSymbol[]): readonly string[] {
  return symbols.flatMap(({ name, children }) => [name, ...namesOf(children)])
}

export const portfolio: readonly Test[] = [
  {
    name: 'going to the definition from prose opens the engagement',
    run: async () => {
      const [target] = await until('a definition', async () => {
        const found = await definitions('portfolio/one.brief.yaml', 'berthed [@harbour-ca')
        return found.length > 0 && found
      })
      assert.equal(target && vscode.workspace.asRelativePath(target.uri), visit)
      assert.equal((await vscode.workspace.openTextDocument(target?.uri ?? file(visit))).getText(target?.range), 'harbour-call-2024')
    },
  },
  {
    name: 'every place that cites an engagement is found',
    run: async () => {
      const { editor, position } = await at(visit, 'id: harbour')
      const found = await vscode.commands.executeCommand<vscode.Location[]>(
        'vscode.executeReferenceProvider',
        editor.document.uri,
        position,
      )
      const paths = new Set(found.map(({ uri }) => vscode.workspace.asRelativePath(uri)))
      assert.deepEqual([...paths].filter((path) => path.endsWith('.brief.yaml')).sort(), [...briefs].sort())
    },
  },
  {
    name: 'renaming an engagement that three briefs cite renames its file and every reference',
    run: async () => {
      const { editor, position } = await at(visit, 'id: harbour')
      const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
        'vscode.executeDocumentRenameProvider',
        editor.document.uri,
        position,
        'harbour-visit-2024',
      )
      // The command gives the renaming of the file before the changes of its text, other than the key F2 does, so each is made by itself.
      const [changes, move] = [new vscode.WorkspaceEdit(), new vscode.WorkspaceEdit()]
      for (const [uri, edits] of edit.entries()) changes.set(uri, edits)
      move.renameFile(file(visit), file(renamed))
      assert.ok(await vscode.workspace.applyEdit(changes), 'the editor refused the changes')
      assert.ok(await vscode.workspace.applyEdit(move), 'the editor refused to rename the file')
      await until('the renamed file', async () => (await vscode.workspace.findFiles(renamed)).length > 0)
      assert.match(await textOf(renamed), /^id: harbour-visit-2024$/m)
      for (const brief of briefs) {
        const text = await textOf(brief)
        assert.ok(text.includes('harbour-visit-2024'), `${brief} does not follow`)
        assert.ok(!text.includes('harbour-call-2024'), `${brief} still has the old name`)
      }
      for (const path of [renamed, ...briefs]) await (await vscode.workspace.openTextDocument(file(path))).save()
      await until('no dead reference', () => briefs.every((brief) => !rulesIn(brief).includes('ref-engagement')))
    },
  },
  {
    name: 'a name that is taken is refused before anything changes',
    run: async () => {
      const { editor, position } = await at(renamed, 'id: harbour')
      const rename = vscode.commands.executeCommand(
        'vscode.executeDocumentRenameProvider',
        editor.document.uri,
        position,
        'cobra-gold-2024',
      )
      const refusal = await Promise.resolve(rename).then(
        () => 'it was done',
        (error: unknown) => String(error),
      )
      assert.match(refusal, /cobra-gold-2024/)
      assert.notEqual(refusal, 'it was done')
    },
  },
  {
    name: 'an engagement is completed by its title in a half-typed list, and accepted',
    run: async () => {
      const { editor } = await at(briefs[0] ?? '', 'engagements: [')
      await replace(editor, 'engagements: [harbour-visit-2024]', 'engagements: [harbour-visit-2024, golden')
      const end = after(editor.document, ', golden')
      editor.selection = new vscode.Selection(end, end)
      await vscode.commands.executeCommand('editor.action.triggerSuggest')
      await until('the accepted word', async () => {
        await vscode.commands.executeCommand('acceptSelectedSuggestion')
        return /harbour-visit-2024, golden-dragon-2024/.test(editor.document.getText())
      })
    },
  },
  {
    name: 'a quick fix mends a dead reference',
    run: async () => {
      const path = briefs[1] ?? ''
      const { editor } = await at(path, 'engagements: [')
      await replace(editor, 'engagements: [harbour', 'engagements: [habour')
      const finding = await until('a dead reference', () => findingsOf(path).find((found) => ruleOf(found) === 'ref-engagement'))
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        editor.document.uri,
        finding.range,
      )
      const fix = actions.find(({ title, edit }) => edit && /harbour-visit-2024/.test(title))
      assert.ok(fix?.edit, `no fix among: ${actions.map(({ title }) => title).join('; ')}`)
      assert.ok(await vscode.workspace.applyEdit(fix.edit))
      assert.match(editor.document.getText(), /engagements: \[harbour-visit-2024/)
    },
  },
  {
    name: 'saving makes the safe corrections where the writer asked for it',
    run: async () => {
      const { editor } = await at(renamed, 'participants:')
      await replace(editor, 'country: PHL', 'country: Philippines')
      await until('the finding', () => rulesIn(renamed).includes('country-code'))
      const settings = vscode.workspace.getConfiguration('editor', editor.document)
      await settings.update('codeActionsOnSave', { 'source.fixAll.chancery': 'explicit' }, vscode.ConfigurationTarget.Workspace)
      try {
        await until('the mended text', async () => {
          // The window may hear of the setting only after a first save, and a text without changes is not saved again.
          if (!editor.document.isDirty) {
            await replace(editor, 'country: Philippines', 'country: PHL')
            await replace(editor, 'country: PHL', 'country: Philippines')
          }
          return (await editor.document.save()) && /country: PHL/.test(editor.document.getText())
        })
      } finally {
        await settings.update('codeActionsOnSave', undefined, vscode.ConfigurationTarget.Workspace)
      }
    },
  },
  {
    name: 'the outline tells titles, and the folder is searched by country',
    run: async () => {
      const editor = await open('briefs/start-with-relief.brief.yaml')
      const symbols = await until('an outline', async () => {
        const found = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
          'vscode.executeDocumentSymbolProvider',
          editor.document.uri,
        )
        return found?.length > 0 && found
      })
      assert.ok(
        namesOf(symbols).some((name) => /^r1: /.test(name)),
        namesOf(symbols).slice(0, 20).join(', '),
      )
      const found = await vscode.commands.executeCommand<vscode.SymbolInformation[]>('vscode.executeWorkspaceSymbolProvider', 'Cambodian')
      assert.ok(
        found.some(({ location }) => location.uri.path.endsWith('golden-dragon-2024.engagement.yaml')),
        found.map(({ name }) => name).join(', '),
      )
    },
  },
  {
    name: 'formatting puts a file into form and changes nothing that it says',
    run: async () => {
      const { editor } = await at(renamed, 'status:')
      await replace(editor, 'status: completed', 'status:    completed   ')
      await vscode.commands.executeCommand('editor.action.formatDocument')
      assert.match(editor.document.getText(), /^status: completed$/m)
    },
  },
]
