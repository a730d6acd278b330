import picocolors from 'picocolors'

export type Colors = ReturnType<typeof picocolors.createColors>

/** Where text is shown: how wide it may be, and whether it may have colours. */
export interface Screen {
  readonly colors: Colors
  /** Columns for a line. */
  readonly width: number
  /** A person looks at it now: long lines may be folded, and a line may be rewritten. */
  readonly isTerminal: boolean
}

export interface Stream {
  readonly isTTY?: boolean
  readonly columns?: number
}

export type Environment = Readonly<Record<string, string | undefined>>

/** Paper: a file or a pipe, without colours. */
export const plain: Screen = { colors: picocolors.createColors(false), width: 80, isTerminal: false }

export function screenOf(stream: Stream, env: Environment): Screen {
  const isTerminal = stream.isTTY === true
  const width = isTerminal ? Math.min(Math.max(stream.columns ?? 80, 40), 120) : 80
  return { colors: picocolors.createColors(hasColors(isTerminal, env)), width, isTerminal }
}

/** `NO_COLOR` wins over `FORCE_COLOR`, for whoever cannot read colours cannot read the line at all. */
function hasColors(isTerminal: boolean, env: Environment): boolean {
  if (env['NO_COLOR']) return false
  const forced = env['FORCE_COLOR']
  if (forced !== undefined && forced !== '') return forced !== '0' && forced !== 'false'
  return isTerminal && env['TERM'] !== 'dumb'
}
