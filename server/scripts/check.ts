/**
 * Everything that must hold before a change goes in. Output is shown only where
 * a step fails. `--without-tests` leaves out the tests, for whoever has just run them.
 */
import { spawnSync } from 'node:child_process'

interface Step {
  readonly name: string
  readonly command: readonly string[]
}

const steps: readonly Step[] = [
  { name: 'generated files are up to date', command: ['tsx', 'server/scripts/gen.ts', '--check'] },
  { name: 'form and style', command: ['biome', 'check', '--error-on-warnings', '.'] },
  { name: 'types', command: ['tsc', '--noEmit', '-p', 'tsconfig.json'] },
  { name: 'types of the core, without Node and browser', command: ['tsc', '--noEmit', '-p', 'server/core/tsconfig.json'] },
  { name: 'types of the preview, in a browser', command: ['tsc', '--noEmit', '-p', 'client/preview/webview/tsconfig.json'] },
  { name: 'walls between the rooms', command: ['tsx', 'server/scripts/layers.ts'] },
  { name: 'dead code', command: ['knip'] },
  { name: 'tests', command: ['vitest', 'run'] },
  { name: 'build and size of the bundles', command: ['node', 'build.mjs'] },
]

const chosen = process.argv.includes('--without-tests') ? steps.filter((step) => step.name !== 'tests') : steps
const failed = chosen.filter((step) => !passes(step))
console.log(
  failed.length === 0
    ? `All ${chosen.length} checks passed.`
    : `${failed.length} of ${chosen.length} checks failed: ${failed.map((step) => step.name).join('; ')}.`,
)
process.exitCode = failed.length === 0 ? 0 : 1

/** npm puts the folder of the tools on the path; on Windows they are scripts, which need a shell. */
function passes({ name, command: [tool = '', ...args] }: Step): boolean {
  const start = performance.now()
  const { status, stdout, stderr, error } = spawnSync(tool, args, {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    shell: process.platform === 'win32',
  })
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  console.log(`${status === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)`)
  if (status !== 0) console.log([stdout, stderr, error?.message].filter(Boolean).join('\n'))
  return status === 0
}
