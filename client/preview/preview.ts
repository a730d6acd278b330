import { Selection, TextEditorRevealType, type Uri, ViewColumn, type WebviewPanel, window, workspace } from 'vscode'
import { type PreviewParams, type PreviewResult, previewRequest } from '../../server/protocol.ts'
import type { Checker } from '../checker.ts'
import { choosePage } from './choose-page.ts'
import { latest } from './latest.ts'
import { openCited } from './open-cited.ts'
import { blankPage, followTheme } from './page.ts'
import { putFrame } from './panel.ts'

/** The page of one file beside its text. */
export interface Preview {
  readonly uri: Uri
  readonly panel: WebviewPanel
  /** Asks for the page of the text as it is now; while an answer is awaited, once more after it. */
  readonly refresh: () => void
  /** Marks the part of the page that belongs to a line, from 1, and brings it into view. */
  readonly follow: (line: number) => void
  /** The same where the text was scrolled, unless it was the page that scrolled it. */
  readonly followScroll: (line: number) => void
  readonly zoom: (by: -1 | 0 | 1) => void
  /** The page that is shown; nothing before the first. */
  readonly html: () => string | undefined
}

/** Milliseconds within which the text scrolls along with the page. */
const echo = 300

interface Making {
  readonly checker: Checker
  readonly uri: Uri
  readonly panel: WebviewPanel
  readonly extensionUri: Uri
}

export function createPreview({ checker, uri, panel, extensionUri }: Making): Preview {
  let good: PreviewResult | undefined
  let shown: Message | undefined
  const post = (message: object) => panel.webview.postMessage(message)
  const show = (page: PreviewResult | null): void => {
    if (page && !page.incomplete) good = page
    const { html, note } = choosePage(page, good)
    const places = page?.places ?? good?.places ?? []
    shown = { ...words(uri, note), ...(html === undefined ? {} : { html: followTheme(html), note, places }) }
    post(shown)
  }
  const refresh = latest({
    ask: () => {
      const params: PreviewParams = { uri: uri.toString() }
      return checker.ask<PreviewResult>(previewRequest, params)
    },
    show,
    fail: (error) => post(words(uri, `The page could not be made: ${error instanceof Error ? error.message : String(error)}`)),
    end: (listener) => panel.onDidDispose(listener),
  })
  const follow = (line: number) => post({ kind: 'line', line })
  let quietUntil = 0
  panel.webview.onDidReceiveMessage((message: Heard) => {
    if (message.kind === 'scrolled') quietUntil = Date.now() + echo
    return hear(message, { checker, uri, again: () => (shown ? post(shown) : refresh()) })
  })
  putFrame(panel, extensionUri)
  return {
    uri,
    panel,
    refresh,
    follow,
    followScroll: (line) => {
      if (Date.now() > quietUntil) follow(line)
    },
    zoom: (by) => post({ kind: 'zoom', by }),
    html: () => shown?.html,
  }
}

/** A page of words alone. */
function words(uri: Uri, text: string): Message {
  return { kind: 'page', uri: uri.toString(), html: blankPage(text), note: '', places: [] }
}

interface Message {
  readonly kind: 'page'
  readonly uri: string
  readonly html: string
  readonly note: string
  readonly places: PreviewResult['places']
}

/** What the script in the page says; nothing in it is believed without a look. */
type Heard =
  | { readonly kind: 'ready' }
  | { readonly kind: 'open'; readonly id: unknown }
  | { readonly kind: 'scrolled'; readonly line: unknown }
  | { readonly kind: 'go'; readonly line: unknown; readonly column: unknown; readonly word: unknown }

interface Listener {
  readonly checker: Checker
  readonly uri: Uri
  readonly again: () => void
}

async function hear(message: Heard, { checker, uri, again }: Listener): Promise<void> {
  switch (message.kind) {
    case 'ready':
      again()
      return
    case 'open':
      await openCited(checker, message.id, { uri, column: ViewColumn.One })
      return
    case 'scrolled':
      scrollEditor(uri, Number(message.line))
      return
    case 'go':
      await select(uri, { line: Number(message.line), column: Number(message.column), word: String(message.word) })
      return
    default:
      message satisfies never
  }
}

/** The editors of the file that are to be seen. */
function editorsOf(uri: Uri) {
  return window.visibleTextEditors.filter(({ document }) => document.uri.toString() === uri.toString())
}

function scrollEditor(uri: Uri, line: number): void {
  if (!Number.isInteger(line) || line < 1 || !workspace.getConfiguration('chancery', uri).get('preview.scrollEditorWithPreview', true))
    return
  for (const editor of editorsOf(uri)) {
    if (line > editor.document.lineCount) continue
    const { range } = editor.document.lineAt(line - 1)
    editor.revealRange(range, TextEditorRevealType.AtTop)
  }
}

interface Spot {
  readonly line: number
  readonly column: number
  /** A word that was clicked, which is looked for from there on. */
  readonly word: string
}

/** More lines than these a part of a page does not fill. */
const farthest = 60

async function select(uri: Uri, { line, column, word }: Spot): Promise<void> {
  if (!Number.isInteger(line) || !Number.isInteger(column) || line < 1 || column < 1) return
  const [visible] = editorsOf(uri)
  const editor = await window.showTextDocument(await workspace.openTextDocument(uri), visible?.viewColumn ?? ViewColumn.One)
  const { document } = editor
  const start = document.validatePosition(document.lineAt(Math.min(line, document.lineCount) - 1).range.start.translate(0, column - 1))
  const end = document.lineAt(Math.min(start.line + farthest, document.lineCount - 1)).range.end
  const from = document.offsetAt(start)
  const at = word === '' ? -1 : document.getText().slice(from, document.offsetAt(end)).indexOf(word)
  const [first, last] = at < 0 ? [start, start] : [document.positionAt(from + at), document.positionAt(from + at + word.length)]
  editor.selection = new Selection(first, last)
  editor.revealRange(editor.selection, TextEditorRevealType.InCenterIfOutsideViewport)
}
