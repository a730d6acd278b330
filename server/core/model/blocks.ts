/** The parts of an engagement that only some types have. */
export const blocks = [
  'exercise',
  'visit',
  'agreement',
  'channel',
  'attache',
  'csbm',
  'operation',
  'industry',
  'education',
  'cyber',
  'space',
] as const

/** Blocks that may stand in an engagement of any type. */
export const everywhere: readonly string[] = ['cyber', 'space']
