import { Disposable, languages, Uri, ViewColumn, type WebviewPanel, window, workspace } from 'vscode'
import type { Checker } from '../checker.ts'
import { isOurs } from '../documents.ts'
import { createPreview, type Preview } from './preview.ts'

/** The open previews, one for each document. */
export interface Previews extends Disposable {
  readonly open: (uri: Uri, column: ViewColumn) => void
  /** The page in the preview that was opened last. */
  readonly html: () => string | undefined
  /** The preview that has the focus. */
  readonly active: () => Preview | undefined
}

const viewType = 'chancery.preview'

export function createPreviews(checker: Checker, extensionUri: Uri): Previews {
  const previews = new Map<string, Preview>()
  const adopt = (uri: Uri, panel: WebviewPanel): void => {
    const key = uri.toString()
    const preview = createPreview({ checker, uri, panel, extensionUri })
    previews.set(key, preview)
    panel.onDidDispose(() => previews.delete(key))
    preview.refresh()
  }
  const open = (uri: Uri, column: ViewColumn): void => {
    const known = previews.get(uri.toString())
    if (known) known.panel.reveal(undefined, column === ViewColumn.Beside)
    else adopt(uri, newPanel(uri, column))
  }
  const all = Disposable.from(
    ...watch(previews),
    window.registerWebviewPanelSerializer(viewType, { deserializeWebviewPanel: async (panel, state) => restore(panel, state, adopt) }),
    { dispose: () => closeAll(previews) },
  )
  return {
    open,
    html: () => [...previews.values()].at(-1)?.html(),
    active: () => [...previews.values()].find(({ panel }) => panel.active),
    // The editor's own disposable does not bear to be called as a method of another object.
    dispose: () => all.dispose(),
  }
}

function newPanel(uri: Uri, column: ViewColumn): WebviewPanel {
  return window.createWebviewPanel(
    viewType,
    `Preview ${uri.path.slice(uri.path.lastIndexOf('/') + 1)}`,
    { viewColumn: column, preserveFocus: column === ViewColumn.Beside },
    { enableFindWidget: true },
  )
}

/** A preview of a window that was loaded anew; the page remembers whose it is. */
function restore(panel: WebviewPanel, state: unknown, adopt: (uri: Uri, panel: WebviewPanel) => void): void {
  const uri = typeof state === 'object' && state !== null && 'uri' in state ? state.uri : undefined
  if (typeof uri === 'string' && uri !== '') adopt(Uri.parse(uri), panel)
  else panel.dispose()
}

/** Follows the text, the cursor and the scrolling of its editor. */
function watch(previews: ReadonlyMap<string, Preview>): readonly Disposable[] {
  const of = (uri: Uri) => previews.get(uri.toString())
  return [
    workspace.onDidChangeTextDocument(({ document }) => of(document.uri)?.refresh()),
    // A page names the engagements that it cites, and they may have a new title now.
    workspace.onDidSaveTextDocument((document) => {
      if (isOurs(document)) for (const preview of previews.values()) preview.refresh()
    }),
    // The page was made before the checks were done, and tells a reviewer what they find.
    languages.onDidChangeDiagnostics(({ uris }) => {
      for (const uri of uris) of(uri)?.refresh()
    }),
    window.onDidChangeTextEditorSelection(({ textEditor, selections: [first] }) => {
      if (first) of(textEditor.document.uri)?.follow(first.active.line + 1)
    }),
    window.onDidChangeTextEditorVisibleRanges(({ textEditor, visibleRanges: [first] }) => {
      const { uri } = textEditor.document
      // What scrolls because the page was scrolled must not scroll the page again: only the editor in use leads.
      if (
        first &&
        textEditor === window.activeTextEditor &&
        workspace.getConfiguration('chancery', uri).get('preview.scrollPreviewWithEditor', true)
      )
        of(uri)?.followScroll(lineToFollow(textEditor.selection.active.line, first.start.line, first.end.line) + 1)
    }),
  ]
}

/** While the cursor is in view the page stays with it, else it goes with the first line that is seen. */
function lineToFollow(cursor: number, first: number, last: number): number {
  return cursor >= first && cursor <= last ? cursor : first
}

function closeAll(previews: ReadonlyMap<string, Preview>): void {
  for (const { panel } of [...previews.values()]) panel.dispose()
}
