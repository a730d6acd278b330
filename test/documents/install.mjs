// @ts-check
/** Fetches the programs with which readers open documents. Once they are here, it does nothing. */
import { execFileSync } from 'node:child_process'
import { performance } from 'node:perf_hooks'
import { findProgram } from '../vscode/places.mjs'

/** A program and the package of Debian that has it. */
const wanted = {
  soffice: 'libreoffice-writer-nogui',
  pdftotext: 'poppler-utils',
  qpdf: 'qpdf',
  pandoc: 'pandoc',
  // Pandoc asks it for a picture that Word can show.
  'rsvg-convert': 'librsvg2-bin',
}

/** @param {string} command @param {readonly string[]} args */
function run(command, args) {
  execFileSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
}

const missing = Object.entries(wanted).filter(([program]) => !findProgram(program))
if (missing.length === 0) console.log('The readers of documents are here already.')
else {
  const packages = missing.map(([, name]) => name)
  if (process.platform !== 'linux' || process.getuid?.() !== 0) {
    throw new Error(
      `Readers of documents are not on this machine. Install ${packages.join(', ')}, then run "npm run documents:install" again.`,
    )
  }
  const start = performance.now()
  console.log(`Fetching ${packages.join(', ')} with apt-get ...`)
  run('apt-get', ['update', '-qq'])
  run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'fonts-dejavu-core', ...packages])
  console.log(`  done in ${((performance.now() - start) / 1000).toFixed(0)} s`)
}
