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

/** Words of the bottom line up front. */
export function blufLength({ bluf }: Brief): number {
  return countWords(withoutCitations(bluf ?? ''))
}

/**
 * How fast adults read English non-fiction in silence, on average over 190 studies; most are between 175 and 300.
 * Brysbaert, M. (2019), How many words do we read per minute? A review and meta-analysis of reading rate,
 * Journal of Memory and Language 109, 104047, doi:10.1016/j.jml.2019.104047; looked up on 2026-11-23.
 */
export const wordsPerMinute = 238

/** About how many whole minutes it takes to read so many words; none for no words. */
export function minutesToRead(words: number): number {
  return words === 0 ? 0 : Math.max(1, Math.round(words / wordsPerMinute))
}
