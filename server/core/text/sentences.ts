import type { Span } from './span.ts'

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' })

/** What stands before a full stop that ends no sentence: initials, titles, references. */
const abbreviation =
  /(?:^|[\s("'“‘[])(?:(?:\p{Lu}\.)+|(?:Mr|Mrs|Ms|Dr|Prof|Gen|Adm|Col|Maj|Capt|Cdr|Lt|Sgt|St|No|Nos|Art|Arts|Res|para|paras|vs|cf|ca|approx|e\.g|i\.e)\.)\s*$/u

/** How far back an abbreviation is looked for: the longest has seven letters. */
const longestAbbreviation = 16

/** The sentences of one paragraph, each without the white space behind it. A line break ends none. */
export function* sentencesIn(paragraph: string): Generator<Span> {
  const flowing = paragraph.replace(/[\r\n\t]/g, ' ')
  let start = 0
  for (const { index, segment } of segmenter.segment(flowing)) {
    const end = index + segment.length
    if (end < flowing.length && abbreviation.test(flowing.slice(Math.max(start, end - longestAbbreviation), end))) continue
    yield { start, end: start + flowing.slice(start, end).trimEnd().length }
    start = end
  }
}
