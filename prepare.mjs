// @ts-check
/**
 * Builds the programs in a checkout, with the packages that this takes. npm runs
 * it where it installs from a repository; asked to install for the whole
 * machine, it brings no packages for building along.
 */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const here = fileURLToPath(new URL('.', import.meta.url))

/**
 * @param {string} command
 * @param {readonly string[]} args
 */
function must(command, args) {
  // On Windows npm is a script, which needs a shell; the words come from this file alone.
  const { status, error } = spawnSync(command, args, { cwd: here, stdio: 'inherit', shell: process.platform === 'win32' })
  if (status === 0) return
  console.error(
    `Chancery could not be built: "${[command, ...args].join(' ')}" ${error ? `could not be run (${error.message})` : 'failed'}.`,
  )
  process.exit(1)
}

if (!existsSync(new URL('node_modules/esbuild', import.meta.url))) {
  must('npm', ['ci', '--location=project', '--global=false', '--ignore-scripts', '--include=dev', '--no-audit', '--no-fund'])
}
must('node', ['build.mjs'])
