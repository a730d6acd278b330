import type { Context } from './context.ts'
import type { Blocks } from './document-model.ts'
import { markdownBlocks } from './markdown.ts'

/** A text of the model as blocks that know where they stand in it. */
export function prose<P extends object, K extends keyof P & (string | number)>(context: Context, part: P, key: K): Blocks {
  const value = part[key]
  return typeof value === 'string' ? markdownBlocks(value, context.parse, context.at(part, key)?.path) : []
}
