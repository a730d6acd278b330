import { citesOrLinks } from '../model/citations.ts'
import type { Passage } from '../model/passages.ts'
import { codeIn, quotedIn } from '../model/prose.ts'
import { countWords } from '../text/words.ts'
import { checkOfTexts, numberOption, type Report, type Rule } from './rule.ts'

/** Running text; elsewhere an entry names its sources, or the quoted words are a proposal of one's own. */
const running = new Set(['background', 'analysis', 'issue', 'notes'])

export const rule: Rule = {
  id: 'quote-unsourced',
  topic: 'evidence',
  level: 'info',
  certainty: 'heuristic',
  summary: 'Words of somebody else are quoted without a source.',
  reason:
    'A quotation is only worth what stands behind it: the reader wants to know who said so, and where it can be read in full. Cite the source with [@id] in the same paragraph. The rule looks at the running text of a brief and the notes of an engagement, at quotations between double marks of some length, and leaves alone titles in capitals, a paragraph that cites or links to anything, and lines to take, which are proposed and not quoted.',
  source: 'Chicago Manual of Style: a quotation names its source.',
  options: {
    words: { type: 'number', description: 'The fewest words of a quotation that needs a source.', default: 5 },
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
background: The admiral called the talks "a way to know whom to ring at night".
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
background: The admiral called the talks "a way to know whom to ring at night" [@post2024].
analysis: What the staffs call a "hot phone" is a list of numbers.
sources:
  post2024: { type: news, title: Two navies talk again, publisher: Harbour Post, date: 2024-05-16, url: "https://example.org/two-navies" }
`,
    ],
  },
  check: checkOfTexts(function* (context) {
    const least = numberOption(context, 'words', 5)
    for (const passage of context.passages()) {
      if (passage.path.length === 1 && running.has(String(passage.path[0]))) yield* quotationsOf(passage, least)
    }
  }),
}

function* quotationsOf({ path, text }: Passage, least: number): Iterable<Report> {
  const quoted = quotedIn(text)
  if (quoted.length === 0) return
  const inCode = codeIn(text)
  const paragraphs = [...text.matchAll(/[^\n]+(?:\n(?![ \t]*\n)[^\n]+)*/g)]
  let at = 0
  for (const [from, to] of [...quoted].sort(([a], [b]) => a - b)) {
    while (at < paragraphs.length - 1 && from >= (paragraphs[at + 1]?.index ?? 0)) at++
    const words = text.slice(from + 1, to - 1)
    if (inCode(from) || citesOrLinks(paragraphs[at]?.[0] ?? '')) continue
    if (countWords(words) < least || isTitle(words)) continue
    yield {
      at: path,
      within: [from, to],
      message: 'This is quoted, and the paragraph does not say from where, so a reader cannot look it up. Cite the source with [@id].',
    }
  }
}

/** "Women, Peace and Security in the Armed Forces": most words have a capital. */
function isTitle(words: string): boolean {
  const long = words.split(/\s+/).filter((word) => /^\P{L}*\p{L}{4,}/u.test(word))
  return long.filter((word) => /^\P{L}*\p{Lu}/u.test(word)).length * 3 >= long.length * 2
}
