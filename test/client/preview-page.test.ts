import { describe, expect, it } from 'vitest'
import { choosePage } from '../../client/preview/choose-page.ts'
import { blankPage, previewPage } from '../../client/preview/page.ts'
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

describe('a page in the preview', () => {
  it('lets one script run and loads nothing', async () => {
    const page = previewPage(await rendered(), { nonce: 'n0nce', note: '' })
    const policies = page.match(/<meta http-equiv="Content-Security-Policy"[^>]*>/g) ?? []
    expect(policies).toEqual([expect.stringContaining(`default-src 'none'; style-src 'unsafe-inline'; script-src 'nonce-n0nce'`)])
    expect(page.match(/<script[^>]*>/g)).toEqual(['<script nonce="n0nce">'])
    expect(page.includes('chancery-note" role')).toBe(false)
  })

  it('follows the theme of the editor and not the system', async () => {
    const html = await rendered()
    const page = previewPage(html, { nonce: 'n', note: '' })
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

  it('says in words what is the matter with it', async () => {
    const page = previewPage(await rendered(), { nonce: 'n', note: 'A <b> & so on' })
    expect(page.match(/<p class="chancery-note".*?<\/p>/)?.[0]).toBe('<p class="chancery-note" role="status">A &#60;b&#62; &#38; so on</p>')
  })

  it('keeps what looks like a pattern in the text as it is', async () => {
    const odd = "<p>$& $1 $'</p>"
    const html = (await rendered()).replace('</main>', (end) => odd + end)
    expect(previewPage(html, { nonce: 'n', note: '$&' }).includes(odd)).toBe(true)
  })

  it('may say nothing but words', () => {
    expect(blankPage('a < b')).toContain('<p>a &#60; b</p>')
  })
})

describe('the page that is shown', () => {
  const sound = { title: 'A', html: `<style></style><body>${'x'.repeat(300)}`, incomplete: false }
  const nearlyAll = { title: 'A', html: `<style></style><body>${'x'.repeat(280)}`, incomplete: true }
  const hardlyAny = { title: 'A', html: `<style></style><body>${'x'.repeat(30)}`, incomplete: true }

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
