import type { Output } from './shell.ts'
import { printable } from './text.ts'

/**
 * One line about the run, on standard error. Names in it come from outside: a
 * line break in one would begin a line of its own, and that of a log may be a command.
 */
export function notice(err: Output, words: string): void {
  err.write(`chancery: ${printable(words)}\n`)
}
