// @ts-check
/** The page of all engagements, as the built server gives it to an editor. */
import { join } from 'node:path'
import { root } from '../vscode/places.mjs'
import { serve } from './served.mjs'

/** What somebody may have chosen in it: nothing, something, and what no engagement has. */
const choices = [
  [],
  [
    ['country', 'USA'],
    ['from', '2010'],
  ],
  [
    ['country', 'USA'],
    ['organization', 'nobody'],
  ],
]

/** @returns {Promise<readonly string[]>} */
export async function networkPages() {
  const { connection, stop } = await serve(join(root, 'examples'))
  const pages = []
  for (const chosen of choices) {
    /** @type {{ readonly html: string }} */
    const { html } = await connection.sendRequest('chancery/network', { chosen })
    pages.push(html)
  }
  await stop()
  return pages
}
