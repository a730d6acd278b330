// @ts-check
/** A VS Code server and the page that shows it, with nothing fetched from anywhere. */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { findChromium, node24, serverMain } from './places.mjs'

const startLimit = 60_000

/**
 * @typedef {object} Server
 * @property {number} port
 * @property {() => void} stop Ends the server and all that it started.
 *
 * @typedef {object} Opened
 * @property {import('playwright-core').Page} page
 * @property {() => Promise<void>} close
 *
 * @typedef {object} OpenOptions
 * @property {number} port
 * @property {string} folder
 * @property {readonly (readonly [string, string])[]} payload What a desktop VS Code would be told by its arguments.
 * @property {{ readonly width: number, readonly height: number }} [viewport]
 * @property {number} [scale] How many dots to a pixel.
 * @property {(page: import('playwright-core').Page) => Promise<void>} [prepare] Runs before the page loads.
 */

/** Says what to do when the tools have not been fetched yet. */
export function requireTools() {
  const chromiumPath = findChromium()
  if (existsSync(serverMain) && existsSync(node24) && chromiumPath) return chromiumPath
  throw new Error('VS Code for the tests is not here yet. Run "npm run vscode:install" first; it takes a minute or two.')
}

/**
 * The arguments under which the server keeps its data where it is told and asks nobody anything.
 * @param {string} dataFolder
 * @param {string} [extensionsFolder]
 */
export function serverArguments(dataFolder, extensionsFolder = join(dataFolder, 'extensions')) {
  return [
    serverMain,
    '--accept-server-license-terms',
    ...['--telemetry-level', 'off'],
    ...['--server-data-dir', dataFolder],
    ...['--extensions-dir', extensionsFolder],
  ]
}

/**
 * @param {readonly string[]} options Besides those of `serverArguments`.
 * @returns {Promise<Server>}
 */
export function startServer(options) {
  const listening = ['--host', '127.0.0.1', '--port', '0', '--without-connection-token', '--disable-workspace-trust']
  // A built workbench ignores what it is told about tests unless it is asked not to.
  const args = [...options, ...listening, '--enable-smoke-test-driver', '--enable-remote-auto-shutdown']
  // A group of its own, so that the extension host and its language server end with it.
  const child = spawn(node24, args, { stdio: ['ignore', 'pipe', 'pipe'], detached: true })
  const stop = () => endGroup(child)
  return new Promise((resolve, reject) => {
    let said = ''
    /** @param {string} reason */
    const giveUp = (reason) => {
      stop()
      reject(new Error(`The VS Code server ${reason}.\n${said}`))
    }
    const timer = setTimeout(() => giveUp('did not start in time'), startLimit)
    child.once('error', (error) => giveUp(`could not be started: ${error.message}`))
    child.once('exit', () => giveUp('ended before it was ready'))
    /** @param {Buffer} chunk */
    const listen = (chunk) => {
      said += chunk.toString()
      const port = /listening on (\d+)/.exec(said)?.[1]
      if (port === undefined) return
      clearTimeout(timer)
      child.stdout.off('data', listen).resume()
      child.removeAllListeners('exit')
      resolve({ port: Number(port), stop })
    }
    child.stdout.on('data', listen)
    child.stderr.on('data', (chunk) => {
      said += chunk.toString()
    })
  })
}

/** @param {import('node:child_process').ChildProcess} child */
function endGroup(child) {
  if (child.pid === undefined) return
  try {
    process.kill(-child.pid, 'SIGKILL')
  } catch (error) {
    // The group is gone already, which is what was wanted.
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error
  }
}

/**
 * Opens a folder in the workbench.
 * @param {OpenOptions} options
 * @returns {Promise<Opened>}
 */
export async function openWorkbench({ port, folder, payload, viewport = { width: 1400, height: 900 }, scale = 1, prepare }) {
  const browser = await chromium.launch({
    executablePath: requireTools(),
    // Whatever is not this machine does not exist.
    args: ['--no-sandbox', '--disable-gpu', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'],
  })
  const context = await browser.newContext({ viewport, deviceScaleFactor: scale, locale: 'en-GB' })
  const page = await context.newPage()
  await prepare?.(page)
  const query = new URLSearchParams({ folder, payload: JSON.stringify(payload) })
  await page.goto(`http://127.0.0.1:${port}/?${query}`)
  return { page, close: () => browser.close() }
}

/**
 * A path as the page names it: a file of the server's machine.
 * @param {number} port
 * @param {string} path
 */
export function remoteUri(port, path) {
  return `vscode-remote://127.0.0.1:${port}${path}`
}
