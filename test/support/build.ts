import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** Builds the programs once, before any test runs them. */
export default function setup(): void {
  execFileSync(process.execPath, ['build.mjs'], {
    cwd: fileURLToPath(new URL('../../', import.meta.url)),
    stdio: ['ignore', 'ignore', 'inherit'],
  })
}
