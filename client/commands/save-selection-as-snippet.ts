import { Position, type QuickPickItem, Range, Uri, ViewColumn, window, workspace } from 'vscode'
import {
  type SaveSnippetParams,
  type SaveSnippetResult,
  type SelectionParams,
  type SnippetFromSelectionResult,
  saveSnippetRequest,
  snippetFromSelectionRequest,
} from '../../server/protocol-snippets.ts'
import { applyEdits } from '../apply-edits.ts'
import type { Checker } from '../checker.ts'
import { isPaper } from '../documents.ts'

type Proposal = Exclude<SnippetFromSelectionResult, { readonly problem: string }>
type Saved = Exclude<SaveSnippetResult, { readonly problem: string }>

/** Keeps the selection in a library: asks where, under which name, and what the next writer shall be asked. */
export function saveSelectionAsSnippet(checker: Checker) {
  return async (given?: Wishes): Promise<boolean> => {
    const editor = window.activeTextEditor
    if (!editor || !isPaper(editor.document)) {
      window.showInformationMessage('Open a brief or an engagement and select what is to be used again.')
      return false
    }
    const { start, end } = editor.selection
    const selected: SelectionParams = { textDocument: { uri: editor.document.uri.toString() }, range: { start, end } }
    const proposal = await checker.ask<SnippetFromSelectionResult>(snippetFromSelectionRequest, selected)
    if (!proposal || 'problem' in proposal) {
      window.showInformationMessage(proposal?.problem ?? 'Select a part of a brief or of an engagement.')
      return false
    }
    const wishes = given?.title === undefined ? await askWishes(proposal) : given
    return wishes ? keep(checker, { ...selected, ...wishes }) : false
  }
}

type Wishes = Omit<SaveSnippetParams, keyof SelectionParams>

async function askWishes({ libraries, title, id, scope, questions }: Proposal): Promise<Wishes | undefined> {
  const chosen = await chooseLibrary(libraries)
  if (!chosen) return undefined
  const { taken, ...library } = chosen
  const named = await window.showInputBox({
    title: 'What is the snippet called?',
    prompt: `Writers find it under this title. It is meant for ${scope}.`,
    value: title,
    validateInput: (line) => (line.trim() === '' ? 'This is needed.' : undefined),
  })
  if (named === undefined) return undefined
  const short = await window.showInputBox({
    title: 'And its short name?',
    prompt: 'Files refer to it by this name: small letters, digits and hyphens.',
    value: freeId(id, taken),
    validateInput: (line) => idProblem(line, taken),
  })
  if (short === undefined) return undefined
  const keys = await chooseQuestions(questions)
  return keys && { ...library, title: named.trim(), id: short, keys }
}

/** The short name, or the first of it with a number that is not taken. */
export function freeId(id: string, taken: readonly string[]): string {
  if (!taken.includes(id)) return id
  let n = 2
  while (taken.includes(`${id}-${n}`)) n++
  return `${id}-${n}`
}

export function idProblem(line: string, taken: readonly string[]): string | undefined {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(line)) return 'Small letters, digits and hyphens, as cost-grows.'
  return taken.includes(line) ? 'The library has a snippet of this name already.' : undefined
}

type ChosenLibrary = Pick<Wishes, 'library' | 'name'> & { readonly taken: readonly string[] }

async function chooseLibrary(libraries: Proposal['libraries']): Promise<ChosenLibrary | undefined> {
  const fresh = 'A new library…'
  const items = [
    ...libraries.map(({ title, detail, uri, taken }) => ({ label: title, description: detail, uri, taken })),
    { label: fresh, description: '', uri: null, taken: [] },
  ]
  const chosen = await window.showQuickPick(items, { title: 'Into which library?', placeHolder: 'The library keeps it for the whole team' })
  if (!chosen) return undefined
  if (chosen.uri !== null) return { library: chosen.uri, name: '', taken: chosen.taken }
  const name = await window.showInputBox({
    title: 'What is the new library called?',
    value: 'Texts of the house',
    validateInput: (line) => (/[A-Za-z0-9]/.test(line) ? undefined : 'This is needed.'),
  })
  return name === undefined ? undefined : { library: null, name, taken: [] }
}

/** What is ticked is asked of the next writer; the rest stays as it is. */
async function chooseQuestions(questions: Proposal['questions']): Promise<readonly string[] | undefined> {
  if (questions.length === 0) return []
  const items = questions.map(({ id, label, detail }): QuickPickItem & { readonly id: string } => ({
    id,
    label,
    description: detail,
    picked: true,
  }))
  const chosen = await window.showQuickPick(items, {
    title: 'What shall the next writer be asked?',
    placeHolder: 'What stands here now becomes the usual answer',
    canPickMany: true,
  })
  return chosen?.map(({ id }) => id)
}

async function keep(checker: Checker, params: SaveSnippetParams): Promise<boolean> {
  const saved = await checker.ask<SaveSnippetResult>(saveSnippetRequest, params)
  if (!saved || 'problem' in saved) {
    window.showWarningMessage(saved?.problem ?? 'Nothing was kept. Try again.')
    return false
  }
  const uri = 'edits' in saved ? await addTo(saved) : await writeNew(saved)
  if (!uri) return false
  const document = await workspace.openTextDocument(uri)
  const place = 'at' in saved ? new Position(saved.at.line, saved.at.character) : document.lineAt(document.lineCount - 1).range.end
  await window.showTextDocument(document, { viewColumn: ViewColumn.Beside, selection: new Range(place, place) })
  return true
}

/** The library is saved when its writer saves it: here it is changed like any other text, so that it can be undone. */
async function addTo({ uri, version, edits }: Extract<Saved, { readonly edits: unknown }>): Promise<Uri | undefined> {
  const document = await workspace.openTextDocument(Uri.parse(uri))
  const done = await applyEdits(document, { version, edits })
  if (!done) window.showWarningMessage('The library has changed meanwhile, so nothing was kept. Try again.')
  return done ? document.uri : undefined
}

async function writeNew({ uri, text }: Extract<Saved, { readonly text: string }>): Promise<Uri | undefined> {
  const file = Uri.parse(uri)
  // The only way to ask; an error says that there is nothing.
  const known = await workspace.fs.stat(file).then(undefined, () => undefined)
  if (known) {
    window.showWarningMessage(`There is a file ${workspace.asRelativePath(file)} already, and it stays as it is. Choose another name.`)
    return undefined
  }
  await workspace.fs.writeFile(file, new TextEncoder().encode(text))
  return file
}
