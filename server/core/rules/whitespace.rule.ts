import type { Passage } from '../model/passages.ts'
import { blank } from '../model/passages.ts'
import { replaceWithin } from './change.ts'
import { type Context, checkOfTexts, type Report, type Rule } from './rule.ts'
import { isLanguage } from './wording.ts'

export const rule: Rule = {
  id: 'whitespace',
  topic: 'prose',
  level: 'hint',
  certainty: 'exact',
  summary: 'Spaces stand where none belong.',
  reason:
    'Two spaces in a sentence, or one before a comma, are left over from an edit and show in print. In French and some other languages a space before a colon or a question mark is right, so those marks are looked at in English alone. Code, tables and texts in columns are left alone.',
  source: 'Common typographic practice; Chicago Manual of Style, on one space between sentences.',
  options: {
    two_after_sentence: {
      type: 'boolean',
      description: 'Whether your house puts two spaces after a full stop.',
      default: false,
    },
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
background: The staffs met in  May .
`,
      `chancery: brief/1
id: example
title: Talks at sea
profile: state-info-memo
stage: draft
date: 2026-11-02
bluf: The two navies met again and set a date for the next talks.
background: |
  They agreed ( in part ) on a date.

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
background: The staffs met in May. They agreed (in part) on a date.
`,
      `chancery: brief/1
id: example
title: Talks at sea
profile: state-info-memo
stage: draft
date: 2026-11-02
bluf: The two navies met again and set a date for the next talks.
background: |
  Month   Ships   Aircraft
  May     4       12

`,
      `chancery: brief/1
id: example
title: Talks at sea
profile: state-info-memo
stage: draft
language: fr
date: 2026-11-02
bluf: The two navies met again and set a date for the next talks.
background: Les équipes se sont réunies ; la date est fixée.
`,
    ],
  },
  check: checkOfTexts(check),
}

const two = new RegExp(`(?<=[^\\s${blank}|])[ ]{2}(?=[^\\s${blank}|])`, 'g')
const columns = / {3}|\t/
const beforeMark = /(?<=\S)[ ](?=[,)](?:[\s)]|$)|\.(?:\s|$))/g
const beforeEnglishMark = /(?<=\S)[ ](?=[,);:!?](?:[\s)]|$)|\.(?:\s|$))/g
const afterBracket = /(?<=\()[ ](?=\S)/g

function* check({ passages, settings, options }: Context): Iterable<Report> {
  const mark = isLanguage(settings.language, 'en') ? beforeEnglishMark : beforeMark
  for (const passage of passages()) {
    for (const { 0: line, index: start } of passage.own.matchAll(/[^\n]+/g)) {
      // Where words stand in columns, their spaces are meant.
      if (columns.test(line.trim()) || /^\s*\|/.test(passage.text.slice(start, start + 40))) continue
      for (const { index } of line.matchAll(two)) {
        const afterStop = /[.!?]["'”’)]*$/.test(passage.text.slice(Math.max(0, start + index - 3), start + index))
        if (!(afterStop && options['two_after_sentence'] === true))
          yield report(passage, [start + index, start + index + 2], ' ', 'Two spaces stand where one is enough.')
      }
      for (const { index } of line.matchAll(mark))
        yield report(passage, [start + index, start + index + 1], '', `No space belongs before "${line.charAt(index + 1)}".`)
      for (const { index } of line.matchAll(afterBracket))
        yield report(passage, [start + index, start + index + 1], '', 'No space belongs behind an opening bracket.')
    }
  }
}

function report({ path }: Passage, within: readonly [number, number], instead: string, what: string): Report {
  return {
    at: path,
    within,
    message: `${what} It is left over from an edit, and shows in print.`,
    fixes: [replaceWithin(path, within, instead, true, instead ? 'Leave one space' : 'Take the space out')],
  }
}
