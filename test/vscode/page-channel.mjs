// @ts-check
/**
 * Lets a test that runs inside VS Code use a page of ours as a reader does. The
 * frame of a page is closed to the extension host, and open to whoever drives
 * the browser: so the test asks here, over a port of this machine alone.
 */
import { createServer } from 'node:http'
import { ourPage } from './hands.mjs'

const patience = 10_000

/**
 * @param {() => import('playwright-core').Page | undefined} current The window, once there is one.
 * @returns {Promise<string>} Where to ask.
 */
export function openPageChannel(current) {
  const server = createServer((request, response) => {
    /** @type {Buffer[]} */
    const chunks = []
    request.on('data', (chunk) => chunks.push(chunk))
    request.on('end', () => {
      answer(current(), JSON.parse(Buffer.concat(chunks).toString('utf8'))).then(
        (value) => response.end(JSON.stringify({ value: value ?? null })),
        (error) => response.end(JSON.stringify({ failure: String(error) })),
      )
    })
  })
  return new Promise((done) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      done(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`)
    })
  })
}

/**
 * @param {import('playwright-core').Page | undefined} page
 * @param {{ readonly act: 'look' | 'click' | 'doubleClick' | 'choose', readonly selector: string, readonly text?: string, readonly value?: string }} wish
 */
async function answer(page, { act, selector, text, value = '' }) {
  if (!page) throw new Error('There is no window yet.')
  const part = ourPage(page)
    .locator(selector, text === undefined ? {} : { hasText: text })
    .first()
  const limit = { timeout: patience }
  switch (act) {
    case 'look':
      // What a test wants to know of a part is a script that is given it.
      return part.evaluate((element, script) => new Function('element', `return ${script}`)(element), value, limit)
    case 'click':
      return part.click(limit)
    case 'doubleClick':
      // On its first word: in the middle of the part may be a blank, for where lines break depends on the window.
      return part.dblclick({ ...limit, position: { x: 10, y: 10 } })
    case 'choose':
      return part.selectOption(value, limit)
    default:
      throw new Error(`Nobody knows how to ${act}.`)
  }
}
