import { readFileSync } from 'node:fs'
import { digest } from './digest.ts'

/** Names this very build, and the Node that runs it: another one may find other things. */
export function thisBuild(): string {
  return digest(readFileSync(__filename, 'utf8'), process.version)
}
