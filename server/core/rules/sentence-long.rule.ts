import type { Passage } from '../model/passages.ts'
import type { Span } from '../text/span.ts'
import { checkOfTexts, numberOption, type Rule } from './rule.ts'

const usual = 35

export const rule: Rule = {
  id: 'sentence-long',
  topic: 'prose',
  level: 'info',
  certainty: 'exact',
  summary: 'A sentence has more words than a reader takes in at once.',
  reason:
    'By the end of a long sentence its beginning is forgotten, and whoever decides reads in haste. Make two of it, or a list. Words in quotations are not counted, as they are not yours to shorten; tables and headings are left alone.',
  source: 'Plain-language guidance, among others GOV.UK content design, which asks for 25 words and no more; the limit here is a wide one.',
  options: {
    words: { type: 'number', description: 'The most words that a sentence may have.', default: usual },
  },
  examples: {
    bad: [
      `chancery: brief/1
id: example
title: Talks at sea
profile: state-info-memo
stage: draft
date: 2026-11-02
bluf: The two navies met again and set a date for the next talks.
background: >-
  The two staffs, which had not met since the spring of the year before last and had in the meantime lost most of the people who knew the other side by name, agreed after two days of talks in Honolulu on
  a date, a place and an agenda for the next meeting.
`,
      `#- chancery.yaml
chancery: config/1
rules: { sentence-long: { words: 12 } }
#- example.brief.yaml
chancery: brief/1
id: example
title: Talks at sea
profile: state-info-memo
stage: draft
date: 2026-11-02
bluf: The two navies met again and set a date for the next talks.
background: The two staffs agreed on a date, a place and an agenda for the next meeting.
`,
    ],
    good: [
      `chancery: brief/1
id: example
title: Talks at sea
profile: state-info-memo
stage: draft
date: 2026-11-02
bluf: The two navies met again and set a date for the next talks.
background: The two staffs met in Honolulu. They agreed on a date, a place and an agenda for the next meeting.
`,
      `chancery: brief/1
id: example
title: Talks at sea
profile: state-info-memo
stage: draft
date: 2026-11-02
bluf: The two navies met again and set a date for the next talks.
background: The treaty says "The two staffs, which had not met since the spring of the year before last and had in the meantime lost most of the people who knew the other side by name, agreed after two days of talks in Honolulu on a date, a place and an agenda for the next meeting."
`,
    ],
  },
  check: checkOfTexts(function* (context) {
    const limit = numberOption(context, 'words', usual)
    for (const passage of context.passages()) {
      for (const { start, end, words } of sentences(passage, limit)) {
        yield {
          at: passage.path,
          within: [start, end],
          message: `This sentence has ${words} words, and more than ${limit} are hard to take in at once. Make two of it, or a list.`,
        }
      }
    }
  }),
}

/** The sentences with more words than that; words and sentences are walked side by side. */
function* sentences(passage: Passage, limit: number): Generator<Span & { readonly words: number }> {
  const words = passage.words()
  if (words.length <= limit) return
  let next = 0
  for (const block of passage.blocks) {
    if (block.is === 'heading' || block.is === 'row') continue
    for (const { start, end } of block.sentences()) {
      while (next < words.length && (words[next]?.from ?? 0) < start) next++
      const first = next
      while (next < words.length && (words[next]?.from ?? 0) < end) next++
      if (next - first > limit) yield { start: words[first]?.from ?? start, end, words: next - first }
    }
  }
}
