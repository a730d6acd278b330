// @ts-check
/** Where the tests in VS Code find what they need. */
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../../', import.meta.url))

/** What is fetched once and never committed. */
export const store = join(root, '.vscode-test')
const modules = join(store, 'node_modules')

export const vscode = join(modules, 'code-server', 'lib', 'vscode')
export const serverMain = join(vscode, 'out', 'server-main.js')
/** This VS Code needs a newer Node than the one that Chancery is built with. */
export const node24 = join(modules, 'node', 'bin', 'node')

/** The program that opens a folder as desktop VS Code does. */
export const code = fileURLToPath(new URL('code.mjs', import.meta.url))

/** The system's Chromium or Chrome, or nothing where there is none. */
export function findChromium() {
  return findProgram('chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable')
}

/**
 * A program of one of these names.
 * @param {readonly string[]} names
 */
export function findProgram(...names) {
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find(isExecutable)
}

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
