import { commands, ViewColumn, window } from 'vscode'
import type { Network } from '../preview/network.ts'
import type { Previews } from '../preview/panels.ts'

/** Goes from the page to its text. */
export function openSource(previews: Previews) {
  return async (): Promise<void> => {
    const preview = previews.active()
    if (preview) await window.showTextDocument(preview.uri, { viewColumn: ViewColumn.One })
  }
}

/** Of whichever of our pages has the focus. */
export function zoomPage(previews: Previews, network: Network, by: -1 | 0 | 1) {
  return async (): Promise<void> => (previews.active() ?? network.active())?.zoom(by)
}

/** A webview cannot print, so the page leaves the editor as a file that a browser prints. */
export function exportPreview(previews: Previews) {
  return async (): Promise<unknown> => {
    const preview = previews.active()
    return preview && commands.executeCommand('chancery.exportBrief', preview.uri)
  }
}
