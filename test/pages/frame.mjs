// @ts-check
/** The frame of a preview with its built script; what the editor gives that script is there, and does nothing. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../vscode/places.mjs'

/**
 * @param {import('playwright-core').Page} page
 * @param {string} html
 */
export async function putFrame(page, html) {
  await page.setContent(html)
  await page.evaluate('globalThis.acquireVsCodeApi = () => ({ postMessage() {}, getState() {}, setState() {} })')
  await page.evaluate(readFileSync(join(root, 'dist', 'preview.js'), 'utf8'))
}
