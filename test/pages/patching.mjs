// @ts-check
/** Puts one page after another into the frame of the preview, and looks whether what stands there is the page. */
import { putFrame } from './frame.mjs'

/** The script of the frame is not of the page, nor is the space between its parts. Of a list it counts what is chosen, however that is written. */
const comparing = `(html) => {
  dispatchEvent(new MessageEvent('message', { data: { kind: 'page', uri: 'x', note: '', places: [], html } }))
  const wanted = new DOMParser().parseFromString(html, 'text/html')
  const bare = (body) => {
    const copy = document.importNode(body, true)
    for (const script of copy.querySelectorAll('script')) script.remove()
    for (const node of [...copy.childNodes, ...copy.querySelector('main').childNodes]) if (node.nodeType === Node.TEXT_NODE) node.remove()
    for (const option of copy.querySelectorAll('option')) option.removeAttribute('selected')
    return copy
  }
  const chosen = (of) => [...of.querySelectorAll('select, input')].map(({ value, checked }) => value + checked).join()
  const isAlike = bare(document.body).isEqualNode(bare(wanted.body)) && chosen(document) === chosen(wanted)
  return isAlike && document.title === wanted.title
}`

/**
 * @param {import('playwright-core').Page} page
 * @param {readonly string[]} pages
 * @returns {Promise<readonly number[]>} The numbers of those that did not come out right.
 */
export async function patchedWrong(page, pages) {
  await putFrame(page, '<!doctype html><html lang="en"><head><style id="page-style"></style></head><body></body></html>')
  const wrong = []
  for (const [i, html] of pages.entries()) {
    const isRight = await page.evaluate(`(${comparing})(${JSON.stringify(html)})`)
    if (isRight !== true) wrong.push(i)
  }
  return wrong
}

/**
 * Pages as a writer goes on: each whole, then with a word more in one part after
 * another, then with a part less.
 * @param {string} html
 */
export function asTyped(html) {
  const parts = html.split(/\n(?=<section )/)
  const words = parts
    .map((typed, i) => parts.map((part, j) => (i === j ? typed.replace(/(\p{L})</u, '$1 and more<') : part)).join('\n'))
    .slice(1)
  return [html, ...words, parts.filter((_, i) => i !== 1).join('\n'), html.replaceAll('<p', '<p class="other"'), html]
}
