import { Disposable, type Uri, ViewColumn, type WebviewPanel, window, workspace } from 'vscode'
import { type NetworkParams, type NetworkResult, networkRequest } from '../../server/protocol.ts'
import type { Checker } from '../checker.ts'
import { latest } from './latest.ts'
import { openCited } from './open-cited.ts'
import { blankPage, followTheme } from './page.ts'
import { putFrame } from './panel.ts'

/** The one page of all engagements of the open folders. */
export interface Network extends Disposable {
  readonly open: () => void
  /** The page that is shown; nothing while it is not open. */
  readonly html: () => string | undefined
  /** The page, while it has the focus. */
  readonly active: () => Shown | undefined
}

type Chosen = NetworkParams['chosen']

const viewType = 'chancery.network'

interface Shown {
  readonly panel: WebviewPanel
  readonly refresh: () => void
  readonly html: () => string | undefined
  readonly zoom: (by: -1 | 0 | 1) => void
}

export function createNetwork(checker: Checker, extensionUri: Uri): Network {
  let shown: Shown | undefined
  const adopt = (panel: WebviewPanel, chosen: Chosen): void => {
    putFrame(panel, extensionUri)
    shown = show(checker, panel, chosen)
    panel.onDidDispose(() => {
      shown = undefined
    })
  }
  const all = Disposable.from(
    ...watch(() => shown?.refresh()),
    window.registerWebviewPanelSerializer(viewType, { deserializeWebviewPanel: async (panel, state) => adopt(panel, chosenIn(state)) }),
    { dispose: () => shown?.panel.dispose() },
  )
  return {
    open: () => {
      if (shown) shown.panel.reveal()
      else adopt(window.createWebviewPanel(viewType, 'Who Met Whom', ViewColumn.Active, { enableFindWidget: true }), [])
    },
    html: () => shown?.html(),
    active: () => (shown?.panel.active ? shown : undefined),
    dispose: () => all.dispose(),
  }
}

function show(checker: Checker, panel: WebviewPanel, before: Chosen): Shown {
  let chosen = before
  let html: string | undefined
  const post = (page: string): void => {
    html = page
    panel.webview.postMessage({ kind: 'page', uri: '', html: page, note: '', places: [] })
  }
  const refresh = latest({
    ask: () => {
      const params: NetworkParams = { chosen }
      return checker.ask<NetworkResult>(networkRequest, params)
    },
    show: (result) =>
      post(result ? followTheme(result.html) : blankPage('Open a folder with engagements first; this page shows them all.')),
    fail: (error) => post(blankPage(`The page could not be made: ${error instanceof Error ? error.message : String(error)}`)),
    end: (listener) => panel.onDidDispose(listener),
  })
  panel.webview.onDidReceiveMessage(async (message: Heard) => {
    if (message.kind === 'open') await openCited(checker, message.id, { column: ViewColumn.Beside })
    if (message.kind === 'chosen') chosen = chosenIn(message)
    // What is held stands there at once; files may have changed while the panel was hidden.
    if (message.kind === 'ready' && html !== undefined) post(html)
    if (message.kind !== 'open') refresh()
  })
  return {
    panel,
    html: () => html,
    zoom: (by) => panel.webview.postMessage({ kind: 'zoom', by }),
    refresh: () => {
      if (panel.visible) refresh()
    },
  }
}

/** What the script in the page says; nothing in it is believed without a look. */
type Heard =
  | { readonly kind: 'ready' }
  | { readonly kind: 'open'; readonly id: unknown }
  | { readonly kind: 'chosen'; readonly chosen: unknown }

/** What was chosen in a page, or in one of a window that was loaded anew. */
function chosenIn(state: unknown): Chosen {
  const chosen = typeof state === 'object' && state !== null && 'chosen' in state ? state.chosen : undefined
  if (!Array.isArray(chosen)) return []
  return chosen.flatMap(
    (pair: unknown): Chosen =>
      Array.isArray(pair) && typeof pair[0] === 'string' && typeof pair[1] === 'string' ? [[pair[0], pair[1]]] : [],
  )
}

/** Longer than the editor holds back what it tells the checker of files that come and go. */
const settled = 600

/** What is typed counts once it is saved; files that come and go count once the checker has heard of them. */
function watch(refresh: () => void): readonly Disposable[] {
  const files = workspace.createFileSystemWatcher('**/*.engagement.{yaml,yml}')
  let waiting: ReturnType<typeof setTimeout> | undefined
  const later = (): void => {
    clearTimeout(waiting)
    waiting = setTimeout(refresh, settled)
  }
  return [files, files.onDidCreate(later), files.onDidChange(later), files.onDidDelete(later), { dispose: () => clearTimeout(waiting) }]
}
