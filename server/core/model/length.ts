import { schemas } from '../schema/schemas.generated.ts'
import { countWords } from '../text/words.ts'
import { fieldsOf } from './fields.ts'
import { withoutCitations } from './prose.ts'
import type { Brief } from './types.generated.ts'

/** Parts that are no running text of the brief: what surrounds it, and what may be looked up. */
const uncounted = new Set([
  'chancery',
  'id',
  'to',
  'from',
  'authors',
  'clearances',
  'handling',
  'acronyms',
  'snippets',
  'annexes',
  'bibliography',
  'sources',
])

/** Words of the brief as a reader meets them, annexes and notes not counted. */
export function briefLength(brief: Brief): number {
  let words = 0
  for (const { path, value, schema } of fieldsOf(brief, schemas.brief)) {
    const isText = schema['x-is'] === 'prose' || schema['x-is'] === 'line'
    if (isText && !uncounted.has(String(path[0])) && path.at(-1) !== 'note') words += countWords(withoutCitations(String(value)))
  }
  return words
}
