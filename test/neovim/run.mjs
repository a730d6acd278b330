// @ts-check
/**
 * Lets Neovim's own client talk to the built server: an editor that was written
 * by others, asks in its own way and can do less than Visual Studio Code. What
 * is done there is told in drive.lua.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findNvim, root } from './nvim.mjs'

const script = fileURLToPath(new URL('drive.lua', import.meta.url))

/** @typedef {{ readonly name: string, readonly failure?: string }} Outcome */

/** @type {Readonly<Record<string, string>>} */
const files = {
  'chancery.yaml': 'chancery: config/1\n',
  'visit.engagement.yaml': [
    'chancery: engagement/1',
    'id: visit',
    'type: port-call',
    'title: A visit',
    'status: completed',
    'dates: { start: 2024-04-22 }',
    'participants: [{ countries: [USA, PHL] }]',
    'visit: { port: Manila, purpose: routine }',
    '',
  ].join('\n'),
  'talks.brief.yaml': [
    'chancery: brief/1',
    'id: talks',
    'title: Gespräche 会談 😀',
    'profile: state-info-memo',
    'stage: draft',
    'date: 2026-11-02',
    'bluf: The navies met 😀 again [@visit] and set a date for the next talks.',
    'background: The staffs met in May.',
    'engagements: [visit]',
    '',
  ].join('\n'),
  'not-open.brief.yaml': 'chancery: brief/1\nid: not-open\nengagements: [nowhere]\n',
}

/** @param {string} folder */
function fill(folder) {
  for (const [path, text] of Object.entries(files)) writeFileSync(join(folder, path), text)
}

/**
 * @param {string} nvim
 * @param {string} home
 * @returns {readonly Outcome[]}
 */
function drive(nvim, home) {
  const workspace = join(home, 'workspace')
  const report = join(home, 'report.json')
  mkdirSync(workspace)
  fill(workspace)
  const { status, stdout, stderr, error } = spawnSync(nvim, ['--headless', '-u', 'NONE', '-i', 'NONE', '-n', '-c', `luafile ${script}`], {
    cwd: workspace,
    encoding: 'utf8',
    timeout: 120_000,
    env: {
      ...process.env,
      // Whoever runs this has a Neovim of their own, which is left alone.
      ...Object.fromEntries(['CACHE', 'CONFIG', 'DATA', 'STATE'].map((name) => [`XDG_${name}_HOME`, join(home, name.toLowerCase())])),
      CHANCERY_TEST_REPORT: report,
      CHANCERY_TEST_NODE: process.execPath,
      CHANCERY_TEST_SERVER: join(root, 'dist', 'chancery.cjs'),
    },
  })
  /** @type {readonly Outcome[]} */
  const outcomes = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : []
  if (status === 0 && outcomes.length > 0) return outcomes
  const why = error?.message ?? `it ended with ${status}`
  return [...outcomes, { name: 'Neovim runs to the end', failure: `${why}\n${stdout}\n${stderr}` }]
}

const nvim = findNvim()
if (!nvim) {
  console.error('There is no Neovim. Run "npm run neovim:install" first.')
  process.exit(1)
}
execFileSync(process.execPath, ['build.mjs'], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] })
const home = mkdtempSync(join(tmpdir(), 'chancery-neovim-'))
process.on('exit', () => rmSync(home, { recursive: true, force: true }))
const outcomes = drive(nvim, home)
for (const { name, failure } of outcomes) {
  console.log(`  ${failure === undefined ? 'ok  ' : 'FAIL'} ${name}`)
  if (failure !== undefined) console.log(failure.replace(/^/gm, '       '))
}
const failed = outcomes.filter(({ failure }) => failure !== undefined).length
const passed = outcomes.length - failed
console.log(`Neovim: ${passed} passed, ${failed} failed`)
// The build server reads the counts from the file.
const counts = join(root, 'out', 'neovim.json')
mkdirSync(dirname(counts), { recursive: true })
writeFileSync(counts, JSON.stringify({ passed, failed }))
process.exitCode = failed === 0 ? 0 : 1
