import { Disposable, Uri, ViewColumn, type WebviewPanel, window, workspace } from 'vscode'
import { type PreviewParams, type PreviewResult, previewRequest } from '../../server/protocol.ts'
import type { Checker } from '../checker.ts'
import { isOurs } from '../documents.ts'
import { choosePage } from './choose-page.ts'
import { blankPage, previewPage } from './page.ts'

/** The open previews, one for each document. */
export interface Previews extends Disposable {
  readonly open: (uri: Uri, column: ViewColumn) => void
  /** The page in the preview that was opened last. */
  readonly html: () => string | undefined
}

interface Preview {
  readonly panel: WebviewPanel
  /** Soon, when the typing rests. */
  readonly refreshSoon: () => void
}

/** Milliseconds without a keystroke before the page is made anew. */
const rest = 150

export function createPreviews(checker: Checker, extensionUri: Uri): Previews {
  const previews = new Map<string, Preview>()
  const open = (uri: Uri, column: ViewColumn): void => {
    const key = uri.toString()
    const known = previews.get(key)
    if (known) {
      known.panel.reveal(undefined, column === ViewColumn.Beside)
      return
    }
    const panel = window.createWebviewPanel(
      'chancery.preview',
      `Preview ${uri.path.slice(uri.path.lastIndexOf('/') + 1)}`,
      { viewColumn: column, preserveFocus: column === ViewColumn.Beside },
      { enableScripts: true, enableFindWidget: true, localResourceRoots: [] },
    )
    panel.iconPath = { light: icon(extensionUri, 'light'), dark: icon(extensionUri, 'dark') }
    previews.set(key, createPreview(checker, uri, panel))
    panel.onDidDispose(() => previews.delete(key))
  }
  const all = Disposable.from(
    workspace.onDidChangeTextDocument(({ document }) => previews.get(document.uri.toString())?.refreshSoon()),
    // A page names the engagements that it cites, and they may have a new title now.
    workspace.onDidSaveTextDocument((document) => {
      if (isOurs(document)) for (const preview of previews.values()) preview.refreshSoon()
    }),
    { dispose: () => closeAll(previews) },
  )
  // The editor's own disposable does not bear to be called as a method of another object.
  return { open, html: () => [...previews.values()].at(-1)?.panel.webview.html, dispose: () => all.dispose() }
}

function closeAll(previews: ReadonlyMap<string, Preview>): void {
  for (const { panel } of [...previews.values()]) panel.dispose()
}

function icon(extensionUri: Uri, mode: 'light' | 'dark'): Uri {
  return Uri.joinPath(extensionUri, 'client', 'icons', `brief-${mode}.svg`)
}

function createPreview(checker: Checker, uri: Uri, panel: WebviewPanel): Preview {
  let timer: NodeJS.Timeout | undefined
  let turn = 0
  let good: PreviewResult | undefined
  let shown = ''
  const refresh = async (): Promise<void> => {
    turn++
    const mine = turn
    const params: PreviewParams = { uri: uri.toString() }
    const page = await checker.ask<PreviewResult>(previewRequest, params)
    // A newer text has its own turn, and a closed panel takes no page.
    if (mine !== turn) return
    if (page && !page.incomplete) good = page
    const next = shownPage(page, good)
    // A page that stays as it was is not loaded again; it would flicker.
    if (next.key === shown) return
    shown = next.key
    panel.webview.html = next.html()
  }
  const failed = (error: unknown): void => {
    shown = ''
    panel.webview.html = blankPage(`The page could not be made: ${error instanceof Error ? error.message : String(error)}`)
  }
  panel.onDidDispose(() => {
    clearTimeout(timer)
    turn = -1
  })
  panel.webview.onDidReceiveMessage(openCited)
  refresh().catch(failed)
  return {
    panel,
    refreshSoon: () => {
      clearTimeout(timer)
      timer = setTimeout(() => refresh().catch(failed), rest)
    },
  }
}

function shownPage(page: PreviewResult | null, good: PreviewResult | undefined): { readonly key: string; readonly html: () => string } {
  const { html, note } = choosePage(page, good)
  if (html === undefined) return { key: note, html: () => blankPage(note) }
  return { key: `${note}\n${html}`, html: () => previewPage(html, { nonce: crypto.randomUUID(), note }) }
}

/** A click on an engagement that the page cites opens its file. */
async function openCited(message: unknown): Promise<void> {
  const id = typeof message === 'object' && message !== null && 'open' in message ? message.open : undefined
  if (typeof id !== 'string' || !/^[a-z0-9-]+$/.test(id)) return
  const [file] = await workspace.findFiles(`**/${id}.{engagement,brief}.{yaml,yml}`, undefined, 1)
  if (file) await window.showTextDocument(file, { viewColumn: ViewColumn.One })
  else window.showInformationMessage(`No file of this folder is named after "${id}".`)
}
