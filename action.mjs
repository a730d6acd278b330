// @ts-check
/**
 * What action.yml runs: makes a command line of the inputs and hands it to the
 * program. A checkout of the repository has no program yet, so it is built once.
 */
import { spawnSync } from 'node:child_process'
import { appendFileSync, existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const program = fileURLToPath(new URL('dist/chancery.cjs', import.meta.url))

/** @param {string} name */
function input(name) {
  return (process.env[`CHANCERY_${name}`] ?? '').trim()
}

/** @param {string} name */
function lines(name) {
  return input(name)
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

/**
 * Ends the step with words that GitHub shows on the page of the run.
 * @param {string} words
 * @returns {never}
 */
function stop(words) {
  console.log(`::error title=Chancery::${words.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')}`)
  process.exit(2)
}

/** The file in which GitHub keeps what is shown on the page of the run; nothing where that is not wanted. */
function summaryFile() {
  const wanted = input('SUMMARY')
  if (!['true', 'false', ''].includes(wanted)) stop(`The input "summary" takes true or false, not "${wanted}".`)
  return wanted === 'true' ? process.env['GITHUB_STEP_SUMMARY'] : undefined
}

function commandLine() {
  /** @type {(name: string, value: string | undefined) => string[]} */
  const option = (name, value) => (value === undefined || value === '' ? [] : [`--${name}=${value}`])
  const sarif = input('SARIF_FILE')
  const summary = summaryFile()
  return [
    'lint',
    ...['CONFIG', 'STAGE', 'FAIL_ON', 'MAX_WARNINGS', 'BASELINE', 'CHANGED_SINCE'].flatMap((name) =>
      option(name.toLowerCase().replaceAll('_', '-'), input(name)),
    ),
    ...lines('FORMAT').flatMap((format) => option('format', format)),
    ...option('format', sarif && `sarif=${sarif}`),
    ...option('format', summary && `markdown=${summary}`),
    '--',
    ...lines('PATHS'),
  ]
}

/** The log of the build is shown only where it fails. */
function build() {
  console.log('Building Chancery ...')
  const { status, stdout, stderr } = spawnSync(process.execPath, [fileURLToPath(new URL('prepare.mjs', import.meta.url))], {
    encoding: 'utf8',
  })
  if (status === 0) return
  console.log(`${stdout}${stderr}`)
  stop('Chancery could not be built. The log of this step says why.')
}

const args = commandLine()
if (Number(process.versions.node.split('.')[0]) < 20) {
  stop(`Chancery needs Node 20 or later, and here is ${process.versions.node}. Run actions/setup-node before it.`)
}
if (!existsSync(program)) build()
const { status, error } = spawnSync(process.execPath, [program, ...args], { stdio: 'inherit' })
if (error) stop(`Chancery could not be started: ${error.message}.`)
const outputs = process.env['GITHUB_OUTPUT']
if (outputs) appendFileSync(outputs, `status=${status ?? 2}\n`)
process.exitCode = status ?? 2
