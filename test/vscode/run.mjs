// @ts-check
/**
 * Runs the tests of the extension in VS Code, twice: on the checkout and on the
 * package that is built from it. VSCODE_EXECUTABLE may name a desktop VS Code;
 * without it, the one that "npm run vscode:install" fetched is used.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { resolveCliPathFromVSCodeExecutablePath, runTests } from '@vscode/test-electron'
import { build } from 'esbuild'
import { code, root } from './places.mjs'
import { afterReload } from './reload.mjs'
import { requireTools } from './workbench.mjs'
import { fillForTests, temporaryFolder } from './workspace.mjs'

const desktop = process.env['VSCODE_EXECUTABLE']
const suite = join(root, 'out', 'vscode-suite.cjs')
const packaged = join(root, 'dist', 'chancery.vsix')

/**
 * @typedef {{ readonly name: string, readonly seconds: number, readonly failure?: string }} Outcome
 * @typedef {{ readonly passed: number, readonly failed: number }} Count
 * @typedef {object} Desk What one run works with.
 * @property {string} name
 * @property {string} folder A folder of its own, with nothing in it.
 * @property {string} extension What VS Code is told to develop.
 * @property {string} home Where the extension under test must run from.
 */

/** @param {string} title */
function say(title) {
  console.log(`\n== ${title}`)
}

function buildPackage() {
  const { status } = spawnSync('npm', ['run', '--silent', 'package'], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] })
  if (status === 0) return
  console.error('The package could not be built, so nothing was tested. The lines above say why.')
  process.exit(1)
}

function buildSuite() {
  return build({
    entryPoints: [join(root, 'test', 'vscode', 'suite', 'index.ts')],
    outfile: suite,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    external: ['vscode'],
    sourcemap: 'inline',
  })
}

/**
 * @param {Desk} desk
 * @returns {Promise<Count>}
 */
async function runOn({ name, folder, extension, home }) {
  say(`The tests on ${name}`)
  const start = performance.now()
  const workspace = join(folder, 'workspace')
  const report = join(folder, 'report.json')
  fillForTests(workspace)
  /** @type {unknown} */
  let ending
  try {
    await runTests({
      vscodeExecutablePath: desktop ?? code,
      extensionDevelopmentPath: extension,
      extensionTestsPath: suite,
      extensionTestsEnv: {
        CHANCERY_TEST_REPORT: report,
        CHANCERY_TEST_EXTENSION: home,
        CHANCERY_TEST_CLI: join(root, 'dist', 'chancery.cjs'),
      },
      launchArgs: [workspace, ...profile(folder)],
    })
  } catch (error) {
    ending = error
  }
  const count = tell(readReport(report), ending)
  console.log(`${name}: ${count.passed} passed, ${count.failed} failed (${((performance.now() - start) / 1000).toFixed(0)} s)`)
  if (count.failed > 0) keepLog(name, folder)
  return count
}

/** @param {string} folder */
function profile(folder) {
  return [`--user-data-dir=${join(folder, 'data')}`, `--extensions-dir=${join(folder, 'extensions')}`]
}

/**
 * @param {string} report
 * @returns {readonly Outcome[]}
 */
function readReport(report) {
  return existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : []
}

/**
 * Prints what happened. A run that ends badly without a failed test has failed too: it was cut short.
 * @param {readonly Outcome[]} outcomes
 * @param {unknown} ending
 * @returns {Count}
 */
function tell(outcomes, ending) {
  for (const { name, seconds, failure } of outcomes) {
    console.log(`  ${failure === undefined ? 'ok  ' : 'FAIL'} ${name} (${seconds.toFixed(1)} s)`)
    if (failure !== undefined) console.log(failure.replace(/^/gm, '       '))
  }
  const failed = outcomes.filter(({ failure }) => failure !== undefined).length
  const passed = outcomes.length - failed
  if (failed > 0 || (passed > 0 && ending === undefined)) return { passed, failed }
  console.log(`  FAIL the tests did not run to their end: ${ending instanceof Error ? ending.message : 'there is no report'}`)
  return { passed, failed: 1 }
}

/**
 * @param {string} name
 * @param {string} folder
 */
function keepLog(name, folder) {
  const log = join(folder, 'data', 'console.log')
  if (!existsSync(log)) return
  const kept = join(root, 'out', `vscode-${name.replaceAll(' ', '-')}.log`)
  copyFileSync(log, kept)
  console.log(`What VS Code said meanwhile is in ${kept}.`)
}

/**
 * The package is installed as a user would, and an empty extension takes the
 * place of the one under development: without one, VS Code runs no tests.
 * @param {string} folder
 * @returns {Desk}
 */
function installPackage(folder) {
  const stub = join(folder, 'stub')
  mkdirSync(stub, { recursive: true })
  const manifest = { name: 'stub', publisher: 'nobody', version: '0.0.0', engines: { vscode: '*' } }
  writeFileSync(join(stub, 'package.json'), JSON.stringify(manifest))
  const program = desktop === undefined ? code : resolveCliPathFromVSCodeExecutablePath(desktop)
  execFileSync(program, [`--install-extension=${packaged}`, ...profile(folder)], { stdio: ['ignore', 'ignore', 'inherit'] })
  return { name: 'the package', folder, extension: stub, home: join(folder, 'extensions') }
}

const folder = temporaryFolder()
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
if (desktop === undefined) requireTools()
say('Building')
buildPackage()
await buildSuite()
const counts = [
  await runOn({ name: 'the checkout', folder: join(folder, 'checkout'), extension: root, home: root }),
  await runOn(installPackage(join(folder, 'package'))),
]
if (desktop === undefined) {
  say('After a reload')
  counts.push(tell(await afterReload(join(folder, 'reload')), undefined))
}
const passed = counts.reduce((sum, count) => sum + count.passed, 0)
const failed = counts.reduce((sum, count) => sum + count.failed, 0)
// The build server reads the counts from the file.
writeFileSync(join(root, 'out', 'vscode.json'), JSON.stringify({ passed, failed }))
process.exitCode = failed === 0 ? 0 : 1
