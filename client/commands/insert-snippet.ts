import { type QuickPickItem, QuickPickItemKind, type TextEditor, ThemeIcon, Uri, window, workspace } from 'vscode'
import {
  type FillSnippetParams,
  type FillSnippetResult,
  fillSnippetRequest,
  type SnippetOffer,
  type SnippetsForParams,
  type SnippetsForResult,
  snippetsForRequest,
} from '../../server/protocol-snippets.ts'
import { applyEdits } from '../apply-edits.ts'
import { askInTurn } from '../ask.ts'
import type { Checker } from '../checker.ts'
import { isPaper } from '../documents.ts'
import { snippetAnswers, snippetQuestions } from '../snippet-questions.ts'
import { dateReader } from './new-file.ts'

/** Offers what fits at the cursor, asks what the snippet asks, and writes it there as one step that can be undone. */
export function insertSnippet(checker: Checker) {
  return async (name?: unknown): Promise<boolean> => {
    const editor = window.activeTextEditor
    if (!editor || !isPaper(editor.document)) {
      window.showInformationMessage('Open a brief or an engagement and set the cursor where the snippet shall go.')
      return false
    }
    const at: SnippetsForParams = { textDocument: { uri: editor.document.uri.toString() }, position: editor.selection.active }
    const offers = (await checker.ask<SnippetsForResult>(snippetsForRequest, at)) ?? []
    const chosen = typeof name === 'string' ? offers.find((offer) => offer.name === name) : await choose(offers)
    if (chosen) return fillIn(checker, editor, at, chosen)
    if (typeof name === 'string' || offers.length === 0) window.showInformationMessage(nothingFits(name))
    return false
  }
}

function nothingFits(name: unknown): string {
  const what = typeof name === 'string' ? `"${name}" does not fit here.` : 'No snippet fits here.'
  return `${what} Set the cursor on an empty line of the list or behind the key for which it is meant, or into an empty file for a whole one.`
}

type Item = QuickPickItem & { readonly offer?: SnippetOffer }

const show = { iconPath: new ThemeIcon('open-preview'), tooltip: 'Show the whole text' }

/** Grouped by library, with the first lines of each. */
async function choose(offers: readonly SnippetOffer[]): Promise<SnippetOffer | undefined> {
  if (offers.length === 0) return undefined
  const pick = window.createQuickPick<Item>()
  pick.title = 'Insert a Snippet'
  pick.placeholder = 'Type a word of its title or description'
  pick.matchOnDescription = true
  pick.matchOnDetail = true
  pick.items = itemsOf(offers)
  return new Promise((resolve) => {
    pick.onDidAccept(() => {
      resolve(pick.selectedItems[0]?.offer)
      pick.hide()
    })
    pick.onDidTriggerItemButton(async ({ item: { offer } }) => {
      if (offer) await showText(offer)
    })
    pick.onDidHide(() => {
      resolve(undefined)
      pick.dispose()
    })
    pick.show()
  })
}

export function itemsOf(offers: readonly SnippetOffer[]): readonly Item[] {
  const libraries = [...new Set(offers.map(({ library }) => library))]
  return libraries.flatMap((library) => [
    { label: library, kind: QuickPickItemKind.Separator },
    ...offers
      .filter((offer) => offer.library === library)
      .map((offer) => ({
        label: offer.title,
        description: offer.description,
        detail: offer.example.replace(/\s+/g, ' ').slice(0, 160),
        buttons: [show],
        offer,
      })),
  ])
}

async function showText({ example }: SnippetOffer): Promise<void> {
  const document = await workspace.openTextDocument({ content: example, language: 'yaml' })
  await window.showTextDocument(document, { preview: true, preserveFocus: true, viewColumn: -2 })
}

async function fillIn(
  checker: Checker,
  editor: TextEditor,
  at: SnippetsForParams,
  { name, title, questions }: SnippetOffer,
): Promise<boolean> {
  const list = snippetQuestions(questions)
  const answers = await askInTurn({ title, list: async () => list, readDate: dateReader(checker) })
  if (!answers) return false
  const params: FillSnippetParams = { ...at, name, answers: snippetAnswers(answers) }
  const filled = await checker.ask<FillSnippetResult>(fillSnippetRequest, params)
  if (!filled || 'problems' in filled) {
    window.showWarningMessage(`Nothing was inserted. ${filled?.problems.join(' ') ?? ''}`)
    return false
  }
  const document = await workspace.openTextDocument(Uri.parse(at.textDocument.uri))
  const done = await applyEdits(document, filled)
  if (!done) window.showWarningMessage('The text has changed meanwhile, so nothing was inserted. Try again.')
  else await window.showTextDocument(editor.document, editor.viewColumn)
  return done
}
