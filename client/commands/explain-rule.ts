import { commands, languages, type Position, type QuickPickItem, type TextDocument, window } from 'vscode'
import { type ChoicesResult, choicesRequest } from '../../server/protocol.ts'
import type { Checker } from '../checker.ts'
import { rulePageUri } from '../rule-pages.ts'

/** Shows the page of a rule: the one named, the one that speaks at the cursor, or one from the list. */
export function explainRule(checker: Checker) {
  return async (given?: unknown): Promise<void> => {
    const rule = typeof given === 'string' ? given : (ruleAtCursor() ?? (await pickRule(checker)))
    if (rule !== undefined) await commands.executeCommand('vscode.open', rulePageUri(rule))
  }
}

function ruleAtCursor(): string | undefined {
  const editor = window.activeTextEditor
  return editor && ruleAt(editor.document, editor.selection.active)
}

function ruleAt({ uri }: TextDocument, position: Position): string | undefined {
  const found = languages.getDiagnostics(uri).find(({ source, range }) => source === 'chancery' && range.contains(position))
  const code = typeof found?.code === 'object' ? found.code.value : found?.code
  return code === undefined ? undefined : String(code)
}

async function pickRule(checker: Checker): Promise<string | undefined> {
  const choices = await checker.ask<ChoicesResult>(choicesRequest, {})
  const items: QuickPickItem[] = (choices?.rules ?? []).map(({ label, detail }) => ({ label, detail }))
  const picked = await window.showQuickPick(items, { title: 'Which rule?', placeHolder: 'Type a word of it', matchOnDetail: true })
  return picked?.label
}
