import { setImmediate } from 'node:timers/promises'

const endings = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/**
 * Takes steps that must not be cut in two, such as writing a file. A signal to end
 * the program, as by Ctrl-C, is heard between two of them; without this the system
 * would end it in the midst of one.
 */
export async function inTurn<T>(items: Iterable<T>, step: (item: T) => void): Promise<void> {
  const end = (signal: NodeJS.Signals) => {
    for (const ending of endings) process.off(ending, end)
    process.kill(process.pid, signal)
  }
  for (const ending of endings) process.on(ending, end)
  try {
    for (const item of items) {
      step(item)
      await setImmediate()
    }
  } finally {
    for (const ending of endings) process.off(ending, end)
  }
}
