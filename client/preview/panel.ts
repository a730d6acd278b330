import { Uri, type WebviewPanel } from 'vscode'
import { previewFrame } from './page.ts'

/** Gives a panel what all our pages have: the frame with its script, nothing beside it that may be loaded, and our sign. */
export function putFrame(panel: WebviewPanel, extensionUri: Uri): void {
  const dist = Uri.joinPath(extensionUri, 'dist')
  const icon = (mode: 'light' | 'dark') => Uri.joinPath(extensionUri, 'client', 'icons', `brief-${mode}.svg`)
  panel.webview.options = { enableScripts: true, localResourceRoots: [dist] }
  panel.iconPath = { light: icon('light'), dark: icon('dark') }
  const script = panel.webview.asWebviewUri(Uri.joinPath(dist, 'preview.js')).toString()
  panel.webview.html = previewFrame({ nonce: crypto.randomUUID(), script })
}
