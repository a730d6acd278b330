/** What is put around a rendered page so that it can live in the editor. */
export interface Frame {
  /** A word that nobody can guess; only the script that bears it runs. */
  readonly nonce: string
  /** A quiet line above the page; empty where there is nothing to say about it. */
  readonly note: string
}

/**
 * A rendered page for a webview. It still may load nothing; the one script that
 * runs keeps the place on the page and passes on clicks on other engagements.
 * A webview does not follow the system's light or dark but the editor's theme,
 * which stands in a class of the body.
 */
export function previewPage(html: string, { nonce, note }: Frame): string {
  const themed = followTheme(html).replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '')
  const policy = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'">`
  const said = note === '' ? '' : `<p class="chancery-note" role="status">${escaped(note)}</p>`
  return themed
    .replace(/<head>/, (head) => head + policy)
    .replace(/<\/head>/, (end) => `<style>${frameStyle}</style>${end}`)
    .replace(/<body[^>]*>/, (body) => body + said)
    .replace(/<\/body>/, (end) => `<script nonce="${nonce}">${script}</script>${end}`)
}

/** A page that only says something. */
export function blankPage(words: string): string {
  return `<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>Preview</title></head><body><main><p>${escaped(words)}</p></main></body></html>`
}

/** The page's own colours, by the theme of the editor instead of the system's setting. */
function followTheme(html: string): string {
  return html
    .replace(
      media('\\(prefers-contrast: more\\) and \\(prefers-color-scheme: dark\\)'),
      'body.vscode-high-contrast:not(.vscode-high-contrast-light) {$1}',
    )
    .replace(media('\\(prefers-contrast: more\\)'), 'body.vscode-high-contrast-light {$1}')
    .replace(media('\\(prefers-color-scheme: dark\\)'), 'body.vscode-dark {$1}')
}

function media(condition: string): RegExp {
  return new RegExp(`@media ${condition} \\{ :root \\{([^}]*)\\} \\}`)
}

/** The editor gives every webview some styles of its own; those that would change the page are taken back. */
const frameStyle = `
:root { color-scheme: light; }
:root:has(body.vscode-dark, body.vscode-high-contrast:not(.vscode-high-contrast-light)) { color-scheme: dark; }
body { padding: 0; font-size: 1rem; line-height: inherit; }
code { color: inherit; background: none; }
blockquote { background: none; border-color: var(--rule); }
.chancery-note { position: sticky; inset-block-start: 0; z-index: 1; margin: 0; padding: 0.4rem 1rem; background: var(--tint); color: var(--quiet); border-block-end: 1px solid var(--rule); font-family: var(--sans); font-size: 0.82rem; }
@media print { .chancery-note { display: none; } }`

const script = `
const editor = acquireVsCodeApi()
scrollTo(0, editor.getState()?.top ?? 0)
addEventListener('scroll', () => editor.setState({ top: scrollY }), { passive: true })
addEventListener('click', (event) => {
  const href = event.target.closest?.('a[href]')?.getAttribute('href') ?? ''
  const page = /^([a-z0-9-]+)\\.html(?:#.*)?$/.exec(href)
  if (!page) return
  event.preventDefault()
  event.stopPropagation()
  editor.postMessage({ open: page[1] })
}, true)
`

function escaped(words: string): string {
  return words.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
