import type { Length, StatusResult } from '../server/protocol.ts'

/** "812/1,000 words, 3 min", as it fits into the status bar; undefined for a file that is no brief. */
export function shortLength({ words, limit, minutes }: StatusResult): string | undefined {
  if (words === undefined) return undefined
  const length = limit === undefined ? counted(words) : `${count(words)}/${count(limit)} words`
  return minutes ? `${length}, ${minutes} min` : length
}

/** The length of a brief in sentences: the whole, its bottom line, and the time that a reader needs. */
export function lengthSentences({ words, limit, minutes, bluf }: StatusResult): readonly string[] {
  if (words === undefined) return []
  return [
    `The brief has ${ofLimit({ words, ...(limit === undefined ? {} : { limit }) })}.`,
    ...(bluf && bluf.words > 0 ? [`Its bottom line has ${ofLimit(bluf)}.`] : []),
    ...(minutes ? [`It takes about ${minutes} ${minutes === 1 ? 'minute' : 'minutes'} to read.`] : []),
  ]
}

function ofLimit({ words, limit }: Length): string {
  if (limit === undefined) return counted(words)
  const over = words - limit
  return `${count(words)} of ${count(limit)} words${over > 0 ? `, ${count(over)} too many` : ''}`
}

function counted(words: number): string {
  return words === 1 ? '1 word' : `${count(words)} words`
}

function count(number: number): string {
  return number.toLocaleString('en')
}
