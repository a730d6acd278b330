/**
 * Measures `chancery lint` on a portfolio that is made for it, as whole processes
 * in turn, so that all of them meet the same machine. Prints how it was measured.
 *
 *     npm run bench -- [FILES [ROUNDS]]
 */
import { spawnSync } from 'node:child_process'
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { writePortfolio } from './portfolio.ts'

const program = fileURLToPath(new URL('../../dist/chancery.cjs', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'chancery-bench-'))
const kept = join(folder, '.chancery-cache')
const [files = 2000, rounds = 3] = process.argv.slice(2).map(Number)

interface Contender {
  readonly name: string
  readonly args: readonly string[]
  readonly before?: () => void
}

/** The floor: a process that reads every file and does nothing with it. */
const readOnly = `
const { readdirSync, readFileSync } = require('node:fs')
for (const name of readdirSync('.', { recursive: true })) if (name.endsWith('.yaml')) readFileSync(name)`

const lint = [program, 'lint', '--today', '2026-11-23', '--format', 'json']
const edited = join(folder, 'n0/engagements/rimpac-2024-n0.engagement.yaml')
const forget = () => rmSync(kept, { recursive: true, force: true })

const contenders: readonly Contender[] = [
  { name: 'only read the files', args: ['-e', readOnly] },
  { name: 'no cache', args: lint },
  { name: 'cache, cold', args: [...lint, '--cache'], before: forget },
  { name: 'cache, warm', args: [...lint, '--cache'] },
  { name: 'cache, one text edited', args: [...lint, '--cache'], before: () => appendFileSync(edited, '# a remark\n') },
  {
    name: 'cache, one cited fact edited',
    args: [...lint, '--cache'],
    before: () =>
      writeFileSync(
        edited,
        readFileSync(edited, 'utf8').replace(/^title: .*/m, (title) => `${title} again`),
      ),
  },
  { name: 'first of four shards', args: [...lint, '--shard', '1/4'] },
]

interface Taken {
  readonly seconds: number
  /** Of work, whoever else worked at the time. */
  readonly cpu: number
  readonly megabytes: number
}

/** The child tells itself what it used, as its last word on the way out. */
const telling = `process.on('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage()
  require('node:fs').writeSync(2, '\\nused ' + maxRSS + ' ' + (userCPUTime + systemCPUTime))
})`

function take({ args, before }: Contender): Taken {
  before?.()
  const preload = join(folder, '.telling.cjs')
  writeFileSync(preload, telling)
  const from = performance.now()
  const { status, stderr } = spawnSync(process.execPath, ['--require', preload, ...args], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 1_000_000_000,
  })
  const seconds = (performance.now() - from) / 1000
  if (status === null || status > 1) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr}`)
  const [, kilobytes, microseconds] = /used (\d+) (\d+)/.exec(stderr) ?? []
  return { seconds, cpu: Number(microseconds) / 1e6, megabytes: Number(kilobytes) / 1024 }
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN
}

try {
  writePortfolio(folder, files)
  const taken = new Map<string, Taken[]>()
  for (let round = 0; round < rounds; round++) {
    for (const contender of contenders) taken.set(contender.name, [...(taken.get(contender.name) ?? []), take(contender)])
  }
  console.log(`${files.toLocaleString('en')} files made from the examples, one in eleven with a mistake; whole processes.`)
  console.log(`Median of ${rounds} rounds in which all took their turn; Node ${process.version}, ${availableParallelism()} processors,`)
  console.log(`load ${loadavg()[0]?.toFixed(1)} at the end. Trust the ratios, not the seconds.\n`)
  console.log(`${' '.repeat(30)}      wall  processor    share    memory`)
  const whole = median((taken.get('no cache') ?? []).map(({ cpu }) => cpu))
  for (const [name, all] of taken) {
    const seconds = median(all.map((each) => each.seconds))
    const cpu = median(all.map((each) => each.cpu))
    const share = `${((100 * cpu) / whole).toFixed(0)} %`.padStart(8)
    const memory = `${median(all.map((each) => each.megabytes)).toFixed(0)} MB`.padStart(8)
    console.log(`${name.padEnd(30)} ${seconds.toFixed(2).padStart(7)} s ${cpu.toFixed(2).padStart(8)} s ${share} ${memory.padStart(9)}`)
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
