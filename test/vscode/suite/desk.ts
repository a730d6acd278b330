/** What the tests do over and over at the editor's desk. */
import * as assert from 'node:assert/strict'
import * as vscode from 'vscode'
import type { Chancery } from '../../../client/activate.ts'

export function setting(name: string): string {
  const value = process.env[name]
  assert.ok(value, `the environment variable ${name} is not set`)
  return value
}

export function extension(): vscode.Extension<Chancery> {
  const found = vscode.extensions.getExtension<Chancery>('chancery.chancery')
  assert.ok(found, 'VS Code does not know the extension')
  return found
}

/** A file of the workspace that is open in this window. */
export function file(path: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0]
  assert.ok(folder, 'no folder is open')
  return vscode.Uri.joinPath(folder.uri, path)
}

export async function open(path: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(file(path)))
}

/** Replaces the first place where a text stands, as a writer would by typing. */
export async function replace(editor: vscode.TextEditor, from: string, to: string): Promise<void> {
  const start = editor.document.getText().indexOf(from)
  assert.ok(start >= 0, `"${from}" does not stand in ${editor.document.uri.path}`)
  const range = new vscode.Range(editor.document.positionAt(start), editor.document.positionAt(start + from.length))
  assert.ok(await editor.edit((builder) => builder.replace(range, to)), 'the editor refused the change')
}

/** The place after the first occurrence of a text. */
export function after(document: vscode.TextDocument, text: string): vscode.Position {
  const start = document.getText().indexOf(text)
  assert.ok(start >= 0, `"${text}" does not stand in ${document.uri.path}`)
  return document.positionAt(start + text.length)
}

/** Gives the text of the disk back to the editor. */
export async function revert(document: vscode.TextDocument): Promise<void> {
  await vscode.window.showTextDocument(document)
  await vscode.commands.executeCommand('workbench.action.files.revert')
}

/** Reverts every change, so that each test finds what the one before it found. */
export async function tidy(): Promise<void> {
  for (const document of vscode.workspace.textDocuments) if (document.isDirty) await revert(document)
}

/** The tabs that show a page of ours. */
export function pageTabs(): readonly vscode.Tab[] {
  return vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).filter(({ input }) => input instanceof vscode.TabInputWebview)
}

export async function closePages(): Promise<void> {
  await vscode.window.tabGroups.close(pageTabs())
}

export function findingsOf(path: string): readonly vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(file(path)).filter(({ source }) => source === 'chancery')
}

/** The rule that a finding comes from. */
export function ruleOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code)
}

export function rulesIn(path: string): readonly string[] {
  return findingsOf(path).map(ruleOf)
}

const patience = 15_000

/** Waits until something is there; says what was waited for when it never comes. */
export async function until<T>(what: string, look: () => T | undefined | false | Promise<T | undefined | false>): Promise<T> {
  const end = Date.now() + patience
  while (Date.now() < end) {
    const found = await look()
    if (found !== undefined && found !== false) return found
    await pause(50)
  }
  throw new Error(`waited ${patience / 1000} seconds in vain: ${what}`)
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
