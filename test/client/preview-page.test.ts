import { describe, expect, it } from 'vitest'
import { choosePage } from '../../client/preview/choose-page.ts'
import { blankPage, followTheme, previewFrame } from '../../client/preview/page.ts'
import { openFile, renderPage } from '../../server/core/index.ts'
import { examples } from '../support/corpus.ts'
import { projectOf } from '../support/files.ts'

const path = 'briefs/start-with-relief.brief.yaml'

async function rendered(): Promise<string> {
  const files = examples()
  const project = await projectOf(files)
  const document = openFile(path, files[path] ?? '').parts[0]?.document
  if (document?.kind !== 'brief') throw new Error('The example is no brief.')
  return renderPage(document, { vocabulary: project.vocabularyOf(project.configOf(path)), portfolio: project.portfolio })
}

describe('the frame of a preview', () => {
  it('lets one script run and loads nothing else', () => {
    const page = previewFrame({ nonce: 'n0nce', script: 'https://x/dist/preview.js?a=1&b="2"' })
    expect(page.match(/<meta http-equiv="Content-Security-Policy"[^>]*>/g)).toEqual([
      expect.stringContaining(`default-src 'none'; style-src 'unsafe-inline'; script-src 'nonce-n0nce'`),
    ])
    expect(page.match(/<script[^>]*>/g)).toEqual(['<script nonce="n0nce" src="https://x/dist/preview.js?a=1&#38;b=&#34;2&#34;">'])
    expect(page).not.toMatch(/ on\w+=/)
  })

  it('follows the theme of the editor and not the system', async () => {
    const html = await rendered()
    const page = followTheme(html)
    expect(html.match(/prefers-color-scheme|prefers-contrast/g)).toHaveLength(4)
    expect(page.match(/prefers-color-scheme|prefers-contrast/g)).toBeNull()
    for (const theme of [
      'body.vscode-dark {',
      'body.vscode-high-contrast-light {',
      'body.vscode-high-contrast:not(.vscode-high-contrast-light) {',
    ]) {
      expect(page.split(theme)[1]?.slice(0, 20), theme).toMatch(/^ --ground: #[0-9a-f]{6}/)
    }
  })

  it('may say nothing but words', () => {
    expect(blankPage('a < b')).toContain('<p>a &#60; b</p>')
  })
})

describe('the page that is shown', () => {
  const sound = { title: 'A', html: `<style></style><body>${'x'.repeat(300)}`, incomplete: false, places: [] }
  const nearlyAll = { title: 'A', html: `<style></style><body>${'x'.repeat(280)}`, incomplete: true, places: [] }
  const hardlyAny = { title: 'A', html: `<style></style><body>${'x'.repeat(30)}`, incomplete: true, places: [] }

  it.each([
    ['a sound page', sound, undefined, sound.html, /^$/],
    ['a sound page after another', sound, nearlyAll, sound.html, /^$/],
    ['a page with a broken line, as far as it can be read', nearlyAll, sound, nearlyAll.html, /^A line .* cannot be read/],
    ['the page before, where hardly anything can be read', hardlyAny, sound, sound.html, /^Most of the text cannot be read/],
    ['the page before, where there is none any more', null, sound, sound.html, /^Most of the text cannot be read/],
    ['what there is, where there was no page before', hardlyAny, undefined, hardlyAny.html, /^A line .* cannot be read/],
    ['words, where there is nothing', null, undefined, undefined, /^There is nothing to show yet/],
  ])('is %s', (_, page, good, html, note) => {
    const shown = choosePage(page, good)
    expect(shown.html).toBe(html)
    expect(shown.note).toMatch(note)
  })
})
