import type { Assets } from '../export/index.ts'
import type { Screen } from './terminal.ts'

/** All that a command gets from the machine that it runs on. */
export interface Shell {
  readonly cwd: string
  /** The date of the machine where it stands, YYYY-MM-DD. */
  readonly today: string
  readonly out: Output
  readonly err: Output
  readonly input: AsyncIterable<Uint8Array>
  /** Where questions can be asked; undefined where nobody would answer. */
  readonly dialogue: TerminalPair | undefined
  /** What is written goes to the log of GitHub Actions, which reads commands out of it. */
  readonly inActions: boolean
  /** The user trusts the workspace: its configuration may name libraries that lie outside. */
  readonly isTrusted: boolean
  /** The folder of the repository on a CI server, which counts paths from there. */
  readonly repository: string | undefined
  /** What is shipped beside the program. */
  readonly assets: Assets
}

export interface TerminalPair {
  readonly input: NodeJS.ReadableStream
  readonly output: NodeJS.WritableStream
}

export interface Output {
  readonly screen: Screen
  readonly write: (text: string) => void
}

/** 0 nothing at or above the gate, 1 findings at or above it, 2 the run could not be done. */
export type Status = 0 | 1 | 2
