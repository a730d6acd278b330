#!/usr/bin/env node
// @ts-check
/**
 * A VS Code for `@vscode/test-electron` where none can be downloaded. It takes
 * the arguments of the desktop's program that tests need, runs the tests in the
 * workbench, and ends with their exit code.
 */
import { execFileSync } from 'node:child_process'
import { appendFileSync, mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { openPageChannel } from './page-channel.mjs'
import { node24, root } from './places.mjs'
import { openWorkbench, remoteUri, requireTools, serverArguments, startServer } from './workbench.mjs'

/** The tests' own limits are far shorter; this one is for a workbench that never comes up. */
const limit = Number(process.env['VSCODE_TEST_LIMIT'] ?? 300) * 1000

/** @param {readonly string[]} args */
function read(args) {
  /** @param {string} name */
  const value = (name) => args.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3)
  const dataFolder = value('user-data-dir')
  if (dataFolder === undefined) throw new Error('Say with --user-data-dir= where VS Code may keep its data.')
  return {
    server: serverArguments(resolve(dataFolder), value('extensions-dir')),
    log: join(resolve(dataFolder), 'console.log'),
    package: value('install-extension'),
    extension: value('extensionDevelopmentPath'),
    tests: value('extensionTestsPath'),
    folder: args.find((arg) => !arg.startsWith('-')),
  }
}

/**
 * @param {{ readonly server: readonly string[], readonly log: string, readonly folder: string, readonly extension: string, readonly tests: string }} what
 * @returns {Promise<number>}
 */
async function runTests({ server, log, folder, extension, tests }) {
  /** @type {import('playwright-core').Page | undefined} */
  let current
  // Before the server starts, for it hands on its environment to the tests.
  process.env['CHANCERY_TEST_PAGE'] = await openPageChannel(() => current)
  const { port, stop } = await startServer(server)
  // Whatever ends this program ends the server with it.
  process.on('exit', stop)
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.once(signal, () => process.exit(1))
  const { ended, end } = ending()
  const { page, close } = await openWorkbench({
    port,
    folder: resolve(folder),
    payload: [
      ['extensionDevelopmentPath', remoteUri(port, resolve(extension))],
      ['extensionTestsPath', remoteUri(port, resolve(tests))],
      ['skipWelcome', 'true'],
      ['skipReleaseNotes', 'true'],
    ],
    // VS Code calls these two with what the tests print and with how they ended.
    prepare: async (prepared) => {
      current = prepared
      await prepared.exposeFunction('codeAutomationLog', keep(log))
      await prepared.exposeFunction('codeAutomationExit', end)
    },
  })
  const timer = setTimeout(async () => {
    const picture = join(root, 'out', 'vscode-stuck.png')
    mkdirSync(join(root, 'out'), { recursive: true })
    await page.screenshot({ path: picture, timeout: 10_000 }).catch((error) => console.error(`No picture could be taken: ${error.message}`))
    console.error(`The tests were not done after ${limit / 1000} seconds. ${picture} shows what VS Code looked like.`)
    end(1)
  }, limit)
  const exitCode = await ended
  clearTimeout(timer)
  await close()
  return exitCode
}

/** A promise of the exit code, and the function that keeps it. */
function ending() {
  /** @type {((exitCode: number) => void)[]} */
  const keepers = []
  /** @type {Promise<number>} */
  const ended = new Promise((keepPromise) => keepers.push(keepPromise))
  /** @param {number} exitCode */
  const end = (exitCode) => {
    for (const keepPromise of keepers) keepPromise(exitCode)
  }
  return { ended, end }
}

/**
 * The workbench has much to say of itself, so what is said is kept in a file
 * and shown only on request.
 * @param {string} log
 */
function keep(log) {
  /** @type {(type: string, args: readonly unknown[]) => void} */
  return (type, args) => {
    const line = `${type}: ${args.map((arg) => (typeof arg === 'string' ? arg : JSON.stringify(arg))).join(' ')}\n`
    appendFileSync(log, line)
    if (process.env['VSCODE_TEST_VERBOSE']) process.stdout.write(line)
  }
}

const told = read(process.argv.slice(2))
requireTools()
if (told.package !== undefined) {
  // It complains at length of modules that it can do without; an error shows it all.
  execFileSync(node24, [...told.server, '--install-extension', resolve(told.package), '--force'], { stdio: ['ignore', 'inherit', 'pipe'] })
} else if (told.folder !== undefined && told.extension !== undefined && told.tests !== undefined) {
  const { server, log, folder, extension, tests } = told
  process.exit(await runTests({ server, log, folder, extension, tests }))
} else {
  throw new Error('Name a folder, --extensionDevelopmentPath= and --extensionTestsPath=, or --install-extension=FILE.')
}
