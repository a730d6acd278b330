// @ts-check
/** What a user does with the keyboard, over and over. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './places.mjs'

/** @typedef {import('playwright-core').Page} Page */

export const { contributes } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))

/**
 * A command as the palette names it.
 * @param {string} id
 */
export function titleOf(id) {
  const found = contributes.commands.find((/** @type {{ command: string }} */ { command }) => command === id)
  return found.category === undefined ? found.title : `${found.category}: ${found.title}`
}

/**
 * @param {Page} page
 * @param {string} title
 */
export async function runCommand(page, title) {
  await page.keyboard.press('F1')
  await choose(page, title)
}

/**
 * @param {Page} page
 * @param {string} name
 * @param {string} [place] A line, with a column if need be.
 */
export async function openFile(page, name, place) {
  await page.keyboard.press('ControlOrMeta+P')
  await choose(page, name)
  await page.waitForSelector(`.tab.active[data-resource-name="${name}"]`)
  if (place === undefined) return
  await page.waitForTimeout(500)
  await page.keyboard.press('Control+G')
  await page.keyboard.type(place)
  await page.waitForTimeout(300)
  await page.keyboard.press('Enter')
  await page.waitForTimeout(300)
}

/**
 * @param {Page} page
 * @param {string} text
 */
export async function choose(page, text) {
  await page.waitForSelector('.quick-input-widget input')
  await page.keyboard.type(text, { delay: 10 })
  // The list under the box lags behind what is typed.
  await page.waitForTimeout(800)
  await page.keyboard.press('Enter')
  await page.waitForTimeout(300)
}

/**
 * Waits until a file can be found by its name: only then do extensions run.
 * @param {Page} page
 * @param {string} name
 */
export async function settle(page, name) {
  await page.waitForSelector('.explorer-folders-view .monaco-list-row')
  for (let tries = 0; tries < 20; tries++) {
    await page.keyboard.press('ControlOrMeta+P')
    await page.keyboard.type(name, { delay: 10 })
    await page.waitForTimeout(1000)
    const isFound = await page.isVisible('.quick-input-widget .monaco-list-row.focused')
    await page.keyboard.press('Escape')
    if (!isFound) continue
    // Its setting is read too late to keep it away.
    if (await page.isVisible('.part.auxiliarybar')) await page.keyboard.press('ControlOrMeta+Alt+B')
    return
  }
  throw new Error('The window never found a file by its name.')
}

/**
 * What a page of ours shows: the frame in the frame that the editor puts around it.
 * @param {Page} page
 */
export function ourPage(page) {
  return page.frameLocator('iframe.webview.ready').frameLocator('iframe')
}
