import type { Passage } from '../model/passages.ts'
import type { Change } from './change.ts'
import { replaceWithin } from './change.ts'
import { checkOf, type Rule } from './rule.ts'

export const rule: Rule = {
  id: 'portion-mark',
  topic: 'handling',
  level: 'info',
  certainty: 'exact',
  summary: 'A paragraph does not begin with its portion mark.',
  reason:
    'Where a house marks each paragraph, one without a mark leaves the reader to guess how it may be passed on. The check is for such houses alone and says nothing until `marks` names the marks in use. It looks at the paragraphs and points of all texts of the document; headings and tables are left alone. The suggestion writes the first mark; whether it is the right one only the writer knows.',
  source: 'US Department of State drafting guidance and 32 CFR part 2002 (Controlled Unclassified Information): portion marks.',
  options: {
    marks: {
      type: 'strings',
      description: 'The marks with which a paragraph may begin, such as (U) and (CUI). Without any the check is silent.',
      default: [],
    },
  },
  examples: {
    bad: [
      `#- chancery.yaml
chancery: config/1
rules:
  portion-mark: { marks: [(U), (CUI), (SBU)] }
#- example.brief.yaml
chancery: brief/1
id: example
title: Talks at sea
profile: state-info-memo
stage: draft
date: 2026-11-02
bluf: The two navies met again and set a date for the next talks.
background: The staffs met in May.
`,
    ],
    good: [
      `#- chancery.yaml
chancery: config/1
rules:
  portion-mark: { marks: [(U), (CUI), (SBU)] }
#- example.brief.yaml
chancery: brief/1
id: example
title: Talks at sea
profile: state-info-memo
stage: draft
date: 2026-11-02
bluf: (U) The two navies met again and set a date for the next talks.
background: (SBU) The staffs met in May.
`,
      `chancery: brief/1
id: example
title: Talks at sea
profile: state-info-memo
stage: draft
date: 2026-11-02
bluf: The two navies met again and set a date for the next talks.
background: The staffs met in May.
`,
    ],
  },
  check: checkOf('brief', function* (_, { passages, options }) {
    const marks = Array.isArray(options['marks']) ? options['marks'].map(String).filter(Boolean) : []
    if (marks.length === 0) return
    for (const passage of passages()) {
      if (passage.path.at(-1) === 'note' || !portions.has(String(passage.path[0]))) continue
      for (const at of unmarked(passage, marks)) {
        const end = at + (/^\S*/.exec(passage.text.slice(at, at + 200))?.[0].length ?? 0)
        yield {
          at: passage.path,
          within: [at, end],
          message: `This paragraph does not begin with a portion mark, so the reader cannot tell how it may be passed on. Begin it with ${marks.join(' or ')}.`,
          fixes: [markedWith(marks[0] ?? '', passage, at)],
        }
      }
    }
  }),
}

/** The texts that are printed as paragraphs. */
const portions = new Set(['bluf', 'issue', 'background', 'analysis', 'presentation', 'recommendations', 'annexes'])

function* unmarked({ text, blocks }: Passage, marks: readonly string[]): Iterable<number> {
  for (const { is, start, end } of blocks) {
    if (is !== 'paragraph' && is !== 'item') continue
    const lead = /^[ \t]{0,40}(?:(?:[-*+]|\d{1,9}[.)])[ \t]{1,9})?/.exec(text.slice(start, Math.min(end, start + 60)))?.[0].length ?? 0
    if (!marks.some((mark) => text.startsWith(mark, start + lead))) yield start + lead
  }
}

function markedWith(mark: string, { path: at }: Passage, from: number): Change {
  return replaceWithin(at, [from, from], `${mark} `, false, `Begin with ${mark}`)
}
