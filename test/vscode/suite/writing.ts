import * as assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { after, open, replace, until } from './desk.ts'
import type { Test } from './runner.ts'

const exercise = 'engagements/golden-dragon-2024.engagement.yaml'

async function complete(document: vscode.TextDocument, position: vscode.Position): Promise<readonly vscode.CompletionItem[]> {
  const list = await vscode.commands.executeCommand<vscode.CompletionList>('vscode.executeCompletionItemProvider', document.uri, position)
  return list.items
}

function labelOf({ label }: vscode.CompletionItem): string {
  return typeof label === 'string' ? label : label.label
}

/** What stands in the file once the proposal is taken. */
function textOf(item: vscode.CompletionItem): string {
  const { insertText } = item
  if (insertText === undefined) return labelOf(item)
  return typeof insertText === 'string' ? insertText : insertText.value
}

async function hoverAt(document: vscode.TextDocument, position: vscode.Position): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, position)
  return hovers
    .flatMap(({ contents }) => contents)
    .map((content) => (typeof content === 'string' ? content : content.value))
    .join('\n')
}

export const writing: readonly Test[] = [
  {
    name: 'a country is completed by its name in a half-typed line',
    run: async () => {
      const editor = await open(exercise)
      const line = '  - { country: CHN, role: participant, services: [joint], personnel: 760 }\n'
      await replace(editor, line, `${line}  - country: jap\n`)
      const items = await complete(editor.document, after(editor.document, 'country: jap'))
      const japan = items.find((item) => /japan/i.test(`${labelOf(item)} ${item.filterText ?? ''}`))
      assert.ok(japan, `Japan is not among ${items.length} proposals: ${items.slice(0, 10).map(labelOf).join(', ')}`)
      assert.match(textOf(japan), /^JPN\b/)
    },
  },
  {
    name: 'a list opens in an empty place, with keys that may stand there',
    run: async () => {
      const editor = await open(exercise)
      await replace(editor, 'transparency: {', 'location_\ntransparency: {')
      await replace(editor, 'location_', '')
      const position = after(editor.document, '"Eleven Cambodian and three Chinese ships; Stars and Stripes counted three and three." }\n')
      const labels = (await complete(editor.document, position)).map(labelOf)
      assert.ok(labels.includes('framework'), `"framework" is not among ${labels.join(', ')}`)
      assert.ok(!labels.includes('bluf'), 'a key of briefs is proposed in an engagement')
    },
  },
  {
    name: 'a cited engagement is proposed by its title',
    run: async () => {
      const editor = await open('briefs/start-with-relief.brief.yaml')
      await replace(editor, 'engagements: [cobra-gold-2024,', 'engagements: [golden, cobra-gold-2024,')
      const items = await complete(editor.document, after(editor.document, 'engagements: [golden'))
      assert.ok(
        items.some((item) => textOf(item).includes('golden-dragon-2024')),
        items.map(labelOf).join(', '),
      )
    },
  },
  {
    name: 'a hover says in words what a code stands for',
    run: async () => {
      const editor = await open(exercise)
      const position = after(editor.document, 'country: KH')
      const words = await until('a hover', async () => (await hoverAt(editor.document, position)) || undefined)
      assert.match(words, /Cambodia/)
    },
  },
  {
    name: 'a hover on a key says what belongs there',
    run: async () => {
      const editor = await open(exercise)
      assert.ok((await hoverAt(editor.document, after(editor.document, 'parti'))).length > 20)
    },
  },
]
