import type { EngagementType } from '../schema/vocabulary-types.ts'

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

/** The blocks that a file of a type may have, those that it must have first. */
export function allowedBlocks({ block, also }: EngagementType): readonly string[] {
  return [...block, ...also, ...everywhere]
}
