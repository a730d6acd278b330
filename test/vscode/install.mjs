// @ts-check
/**
 * Fetches a VS Code that runs where only npm and the system's packages can be
 * reached: `code-server` carries the whole of it, `node` brings the Node it
 * wants, and Chromium shows it. Once done, it does nothing.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { findChromium, node24, serverMain, store, vscode } from './places.mjs'

const packages = ['code-server@4.139.1', 'node@24']
const quiet = ['--no-audit', '--no-fund', '--loglevel=error']
/** The last step writes it, so that an installation that was cut short is begun anew. */
const receipt = join(store, 'complete')
/** Assistants and diagrams: 90 MB that no test needs and that would show in the screenshots. */
const unused = ['copilot', 'mermaid-markdown-features']

/**
 * @param {string} title
 * @param {() => void} work
 */
function step(title, work) {
  console.log(`${title} ...`)
  const start = performance.now()
  work()
  console.log(`  done in ${((performance.now() - start) / 1000).toFixed(0)} s`)
}

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {string} [cwd]
 */
function run(command, args, cwd = store) {
  execFileSync(command, args, { cwd, stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
}

function isInstalled() {
  return existsSync(receipt) && readFileSync(receipt, 'utf8') === packages.join('\n') && existsSync(serverMain) && existsSync(node24)
}

function installVsCode() {
  rmSync(store, { recursive: true, force: true })
  mkdirSync(store, { recursive: true })
  writeFileSync(join(store, 'package.json'), '{ "private": true }\n')
  // Their own scripts want compilers and headers that the tests can do without.
  step('Fetching VS Code and Node 24 from npm', () => run('npm', ['install', '--ignore-scripts', ...quiet, ...packages]))
  step('Fetching the parts of VS Code', () => {
    // Among the optional ones is what tells VS Code that a file has changed on the disk.
    run('npm', ['install', '--omit=dev', '--ignore-scripts', ...quiet], vscode)
    for (const name of unused) rmSync(join(vscode, 'extensions', name), { recursive: true, force: true })
  })
  step('Setting up Node 24', () => run('npm', ['rebuild', 'node', ...quiet]))
  execFileSync(node24, ['--version'], { stdio: 'ignore' })
  statSync(serverMain)
  writeFileSync(receipt, packages.join('\n'))
}

function installChromium() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) {
    throw new Error('There is no Chromium or Chrome on this machine. Install one, then run "npm run vscode:install" again.')
  }
  step('Fetching Chromium with apt-get', () => {
    run('apt-get', ['update', '-qq'])
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-dejavu-core'])
  })
  if (!findChromium()) throw new Error('apt-get installed chromium, yet no chromium can be found in PATH.')
}

if (isInstalled()) console.log('VS Code is here already.')
else installVsCode()
const chromium = findChromium()
if (chromium) console.log(`Chromium is here already: ${chromium}.`)
else installChromium()
