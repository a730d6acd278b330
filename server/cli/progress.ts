import type { Output } from './shell.ts'

/** A line that says how far a long run has come; on a terminal only, and gone at the end. */
export interface Progress {
  readonly show: (what: string, done: number, all: number) => void
  readonly clear: () => void
}

const patience = 1000
const pause = 100

export function progressOn(output: Output, now: () => number = Date.now): Progress {
  if (!output.screen.isTerminal) return { show: () => undefined, clear: () => undefined }
  let next = now() + patience
  let shown = false
  return {
    show: (what, done, all) => {
      if (now() < next) return
      next = now() + pause
      shown = true
      output.write(`\r\u001b[K${what} ${done.toLocaleString('en')} of ${all.toLocaleString('en')} files ...`)
    },
    clear: () => {
      if (shown) output.write('\r\u001b[K')
      shown = false
    },
  }
}
