import type { Path } from '../text/path.ts'
import type { Document } from './document.ts'
import { isList, isObject } from './read.ts'
import { valueAt } from './value-at.ts'

/**
 * Whether an entry that is there lacks what a path names: nothing stands at it, or
 * only white space. A value of a wrong type is no gap, for it is told as such.
 */
export function isGap({ value }: Pick<Document, 'value'>, at: Path): boolean {
  if (!isObject(valueAt(value, at.slice(0, -1)))) return false
  const found = valueAt(value, at)
  if (typeof found === 'string') return found.trim() === ''
  return found === undefined || found === null || (isList(found) && found.length === 0)
}

/** The places in a list at which an entry stands, not a text or nothing. */
export function entriesAt({ value }: Pick<Document, 'value'>, list: Path): readonly number[] {
  const found = valueAt(value, list)
  return isList(found) ? found.flatMap((entry, i) => (isObject(entry) ? [i] : [])) : []
}
