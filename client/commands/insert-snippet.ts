import { type QuickPickItem, QuickPickItemKind, type TextEditor, ThemeIcon, Uri, ViewColumn, window, workspace } from 'vscode'
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

/** A snippet that somebody has chosen already, as in the view of the libraries, with answers where they are known. */
interface Given {
  readonly name: string
  readonly answers?: FillSnippetParams['answers']
}

/** Offers what fits at the cursor, asks what the snippet asks, and writes it there as one step that can be undone. */
export function insertSnippet(checker: Checker) {
  return async (given?: Given): Promise<boolean> => {
    const editor = window.activeTextEditor
    if (!editor || !isPaper(editor.document)) {
      window.showInformationMessage('Open a brief or an engagement and set the cursor where the snippet shall go.')
      return false
    }
    const at: SnippetsForParams = { textDocument: { uri: editor.document.uri.toString() }, position: editor.selection.active }
    const offers = (await checker.ask<SnippetsForResult>(snippetsForRequest, at)) ?? []
    const chosen = given?.name ? offers.find(({ name }) => name === given.name) : await choose(offers)
    if (chosen) return fillIn(checker, editor, { at, offer: chosen, answers: given?.answers })
    if (given?.name || offers.length === 0) window.showInformationMessage(nothingFits(given?.name))
    return false
  }
}

function nothingFits(name: string | undefined): string {
  const what = name !== undefined ? `"${name}" does not fit here.` : 'No snippet fits here.'
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

function itemsOf(offers: readonly SnippetOffer[]): readonly Item[] {
  const libraries = [...new Set(offers.map(({ library }) => library))]
  return libraries.flatMap((library) => [
    { label: library, kind: QuickPickItemKind.Separator },
    ...offers
      .filter((offer) => offer.library === library)
      .map((offer) => ({
        label: offer.title,
        description: offer.description,
        detail: offer.example
          .trim()
          .replace(/\s*\n\s*/g, ' · ')
          .slice(0, 160),
        buttons: [show],
        offer,
      })),
  ])
}

async function showText({ example }: SnippetOffer): Promise<void> {
  const document = await workspace.openTextDocument({ content: example, language: 'yaml' })
  await window.showTextDocument(document, { preview: true, preserveFocus: true, viewColumn: ViewColumn.Beside })
}

interface Filling {
  readonly at: SnippetsForParams
  readonly offer: SnippetOffer
  readonly answers: Given['answers']
}

async function fillIn(checker: Checker, editor: TextEditor, { at, offer, answers }: Filling): Promise<boolean> {
  const asked = answers ?? (await askFor(checker, offer))
  if (!asked) return false
  const params: FillSnippetParams = { ...at, name: offer.name, answers: asked }
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

async function askFor(checker: Checker, { title, questions }: SnippetOffer): Promise<FillSnippetParams['answers'] | undefined> {
  const list = snippetQuestions(questions)
  const answers = await askInTurn({ title, list: async () => list, readDate: dateReader(checker) })
  return answers && snippetAnswers(answers)
}
