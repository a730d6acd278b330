// @ts-check
/** Loads a window of VS Code anew, as after a restart, and looks whether our pages come back. The tests inside VS Code cannot: they would end with the window. */
import { join } from 'node:path'
import { openFile, ourPage, runCommand, settle, titleOf } from './hands.mjs'
import { root } from './places.mjs'
import { openWorkbench, remoteUri, serverArguments, startServer } from './workbench.mjs'
import { fillWorkspace } from './workspace.mjs'

const brief = 'start-with-relief.brief.yaml'
const patience = 30_000

const pages = [
  { name: 'the preview of a brief is back after a reload', command: 'chancery.openPreview', heading: 'Start with relief' },
  {
    name: 'the page of all engagements is back after a reload, with what was chosen',
    command: 'chancery.showNetwork',
    heading: 'Who met whom',
  },
]

/**
 * @param {string} folder A folder of its own, with nothing in it.
 * @returns {Promise<readonly { readonly name: string, readonly seconds: number, readonly failure?: string }[]>}
 */
export async function afterReload(folder) {
  const { port, stop } = await startServer(serverArguments(join(folder, 'data')))
  const outcomes = []
  try {
    for (const [i, each] of pages.entries()) {
      const start = Date.now()
      const failure = await comesBack(port, join(folder, `workspace-${i}`), each).then(
        () => undefined,
        (error) => String(error.stack ?? error),
      )
      outcomes.push({ name: each.name, seconds: (Date.now() - start) / 1000, ...(failure === undefined ? {} : { failure }) })
    }
  } finally {
    stop()
  }
  return outcomes
}

/**
 * @param {number} port
 * @param {string} folder
 * @param {(typeof pages)[number]} what
 */
async function comesBack(port, folder, { command, heading }) {
  const payload = /** @type {const} */ ([
    ['extensionDevelopmentPath', remoteUri(port, root)],
    ['skipWelcome', 'true'],
    ['skipReleaseNotes', 'true'],
  ])
  fillWorkspace(folder, { settings: {}, files: {} })
  const { page, close } = await openWorkbench({ port, folder, payload })
  page.setDefaultTimeout(patience)
  try {
    await settle(page, brief)
    await openFile(page, brief)
    await runCommand(page, titleOf(command))
    const title = ourPage(page).locator('h1', { hasText: heading })
    await title.waitFor()
    const isNetwork = command === 'chancery.showNetwork'
    const chosen = ourPage(page).locator('.chosen input[name=country][value=USA]')
    if (isNetwork) {
      await ourPage(page).locator('select[name=country]').selectOption('USA')
      await chosen.waitFor()
    }
    await runCommand(page, 'Developer: Reload Window')
    await page.waitForEvent('load')
    await title.waitFor()
    if (isNetwork) await chosen.waitFor()
  } catch (error) {
    await page.screenshot({ path: join(root, 'out', 'vscode-reload.png') })
    throw error
  } finally {
    await close()
  }
}
