/** What is put around a rendered page so that it can live in the editor. */
export interface Frame {
  /** A word that nobody can guess; only the script that bears it runs. */
  readonly nonce: string
  /** Where the editor serves the script. */
  readonly script: string
}

/**
 * The frame of a preview, in which the script puts one page after another. It
 * may load nothing but that script. A webview does not follow the system's light
 * or dark but the editor's theme, which stands in a class of the body.
 */
export function previewFrame({ nonce, script }: Frame): string {
  const policy = `default-src 'none'; style-src 'unsafe-inline'; script-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'`
  return [
    '<!doctype html>',
    '<html lang="en"><head><meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1"><title>Preview</title>',
    `<style id="page-style"></style><style>${frameStyle}</style></head>`,
    `<body><script nonce="${nonce}" src="${escaped(script)}"></script></body></html>`,
    '',
  ].join('\n')
}

/** A page that only says something. */
export function blankPage(words: string): string {
  return `<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>Preview</title></head><body><main><p>${escaped(words)}</p></main></body></html>`
}

/** The page's own colours, by the theme of the editor instead of the system's setting. */
export function followTheme(html: string): string {
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
html { font-size: calc(var(--vscode-editor-font-size, 14px) * 1.2 * var(--zoom, 1)) !important; }
body { padding: 0; font-size: 1rem; line-height: inherit; }
code { color: inherit; background: none; }
blockquote { background: none; border-color: var(--rule); }
.here { box-shadow: -0.6rem 0 0 -0.35rem var(--link); }
.lead { cursor: pointer; }
.chancery-note { position: sticky; inset-block-start: 0; z-index: 1; margin: 0; padding: 0.4rem 1rem; background: var(--tint); color: var(--quiet); border-block-end: 1px solid var(--rule); font-family: var(--sans); font-size: 0.82rem; }
@media print { .chancery-note { display: none; } .here { box-shadow: none; } }`

function escaped(words: string): string {
  return words.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
