import { once } from '../text/once.ts'
import type { Span } from '../text/span.ts'
import type { Passage } from './passages.ts'

/** Finds the sentence of a passage that holds an offset; of a sentence without an end the part around the offset. */
export function sentenceAt({ blocks, own }: Passage): (at: number) => Span {
  const sentences = once(() => blocks.flatMap((block) => block.sentences()))
  return (at) => {
    const all = sentences()
    let [low, high] = [0, all.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((all[middle]?.end ?? 0) > at) high = middle
      else low = middle + 1
    }
    const found = all[low]
    const [start, end] = found && found.start <= at ? [found.start, found.end] : [0, own.length]
    return { start: Math.max(start, at - farthest), end: Math.min(end, at + farthest) }
  }
}

/** What stands farther off than this does not belong to the same thought, however long the sentence is. */
const farthest = 400
