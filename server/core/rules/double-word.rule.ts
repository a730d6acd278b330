import type { Passage, Word } from '../model/passages.ts'
import { replaceWithin } from './change.ts'
import { type Context, checkOfTexts, type Report, type Rule } from './rule.ts'
import { inOneLine, isLanguage } from './wording.ts'

export const rule: Rule = {
  id: 'double-word',
  topic: 'prose',
  level: 'hint',
  certainty: 'exact',
  summary: 'A word stands twice in a row.',
  reason:
    'A doubled word is left over from an edit, and the reader wonders what else was not read again. Take one out. What is right in English ("had had", "that that"), names such as Pago Pago, quotations and texts in other languages are left alone; `words: { double-word: { remove: … } }` in a vocabulary allows more.',
  source: 'Common proof-reading practice.',
  examples: {
    bad: [
      `chancery: brief/1
id: example
title: Talks at sea
profile: state-info-memo
stage: draft
date: 2026-11-02
bluf: The two navies met again and set a date for the next talks.
background: The staffs met in in May.
`,
      `chancery: brief/1
id: example
title: Talks at sea
profile: state-info-memo
stage: draft
date: 2026-11-02
bluf: The two navies met again and set a date for the next talks.
background: >-
  The hosts have agreed on the
  the date.
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
background: The staffs had had no contact, and the note said that that was known. The ship called at Pago Pago.
`,
      `chancery: brief/1
id: example
title: Talks at sea
profile: state-info-memo
stage: draft
date: 2026-11-02
bluf: The two navies met again and set a date for the next talks.
background: |
  The staffs agreed on the

  - the date
  - the "place of the the meeting"

`,
      `chancery: brief/1
id: example
title: Talks at sea
profile: state-info-memo
stage: draft
language: de
date: 2026-11-02
bluf: The two navies met again and set a date for the next talks.
background: Die Schiffe, die die Route kannten, fuhren voraus.
`,
    ],
  },
  check: checkOfTexts(check),
}

function* check({ passages, settings, vocabulary }: Context): Iterable<Report> {
  const phrases = vocabulary.wordLists.get('double-word')?.phrases ?? []
  if (!isLanguage(settings.language, 'en')) return
  const right = new Set(phrases.flatMap(({ words, isAllowed }) => (isAllowed ? [words.toLowerCase()] : [])))
  const slips = new Set(phrases.flatMap(({ words, isAllowed }) => (isAllowed ? [] : [words.toLowerCase()])))
  for (const passage of passages()) {
    const words = passage.words()
    for (const [i, second] of words.entries()) {
      const first = words[i - 1]
      if (!first || first.word !== second.word || right.has(`${first.word} ${second.word}`)) continue
      if (isOneThought(passage, first, second)) yield report(passage, [first, second], slips.has(first.word))
    }
  }
}

/** Letters, with nothing but white space and no empty line between; two capitals are a name or initials. */
function isOneThought({ own, blocks }: Passage, first: Word, second: Word): boolean {
  if (!/^\p{L}/u.test(first.word) || !/^[^\S\n]*\n?[^\S\n]*$/.test(own.slice(first.to, second.from))) return false
  if (/\p{Lu}/u.test(own.charAt(first.from)) && /\p{Lu}/u.test(own.charAt(second.from))) return false
  return !blocks.some(({ start }) => first.to <= start && start <= second.from)
}

function report({ path, text }: Passage, [first, second]: readonly [Word, Word], isSlip: boolean): Report {
  const word = text.slice(first.from, first.to)
  return {
    at: path,
    within: [first.from, second.to],
    message: `"${inOneLine(text, first.from, second.to)}" has the same word twice, most likely left over from an edit. Take one out.`,
    fixes: [replaceWithin(path, [first.from, second.to], word, isSlip, `Write "${word}" once`)],
  }
}
