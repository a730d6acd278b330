import type { Span } from '../text/span.ts'
import type { Passage } from './passages.ts'

/** The sentence of a passage that holds an offset; where none does, the whole passage. */
export function sentenceAt({ sentences, own }: Passage, at: number): Span {
  const all = sentences()
  let [low, high] = [0, all.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((all[middle]?.end ?? 0) > at) high = middle
    else low = middle + 1
  }
  const found = all[low]
  return found && found.start <= at ? found : { start: 0, end: own.length }
}

/** What stands farther off than this does not belong to the same thought, however long the sentence is. */
const farthest = 400

/** Of the sentence that holds an offset the part around it, as a text without an end is one sentence. */
export function thoughtAt(passage: Passage, at: number): Span {
  const { start, end } = sentenceAt(passage, at)
  return { start: Math.max(start, at - farthest), end: Math.min(end, at + farthest) }
}
