// @ts-check
/** Fetches Neovim from Debian where there is none. Once done, it does nothing. */
import { execFileSync } from 'node:child_process'
import { findNvim } from './nvim.mjs'

/**
 * @param {string} command
 * @param {readonly string[]} args
 */
function run(command, args) {
  execFileSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
}

function install() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) {
    throw new Error('There is no Neovim on this machine. Install one, then run "npm run neovim:install" again.')
  }
  console.log('Fetching Neovim with apt-get ...')
  run('apt-get', ['update', '-qq'])
  run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'neovim'])
  if (!findNvim()) throw new Error('apt-get installed neovim, yet no nvim can be found in PATH.')
}

const nvim = findNvim()
if (nvim) console.log(`Neovim is here already: ${nvim}.`)
else install()
