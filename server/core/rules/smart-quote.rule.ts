import type { Passage } from '../model/passages.ts'
import { codeIn } from '../model/prose.ts'
import { counted } from '../text/words.ts'
import type { Step } from './change.ts'
import { type Context, checkOfTexts, type Report, type Rule } from './rule.ts'

export const rule: Rule = {
  id: 'smart-quote',
  topic: 'prose',
  level: 'hint',
  certainty: 'exact',
  summary: 'Straight and curly quotation marks are mixed in one document.',
  reason:
    'Text that was pasted in from elsewhere brings its own quotation marks and apostrophes, and in print the seam shows. Either kind is right; keep to one. The kind that is rarer in the document is reported, once for each text. Code and signs for minutes and seconds, as in 12\' 30", are left alone.',
  source: 'Common typographic practice.',
  examples: {
    bad: [
      `chancery: brief/1
id: example
title: Talks at sea
profile: state-info-memo
stage: draft
date: 2026-11-02
bluf: The two navies met again and set a date for the next talks.
background: The ship’s captain met the host’s staff.
analysis: It's a start.
`,
      `chancery: brief/1
id: example
title: Talks at sea
profile: state-info-memo
stage: draft
date: 2026-11-02
bluf: The two navies met again and set a date for the next talks.
background: |
  He said "yes", then "no", then “perhaps”.

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
background: The ship's captain said "yes" at 12° 30' N.
`,
      `chancery: brief/1
id: example
title: Talks at sea
profile: state-info-memo
stage: draft
date: 2026-11-02
bluf: The two navies met again and set a date for the next talks.
background: The ship’s captain said “yes”; the file is called \`it's\`.
`,
    ],
  },
  check: checkOfTexts(check),
}

type Mark = { readonly at: number; readonly isCurly: boolean }

function* check({ passages }: Context): Iterable<Report> {
  const all = passages().map((passage) => ({ passage, marks: marksIn(passage.text) }))
  const marks = all.flatMap((each) => each.marks)
  const curly = marks.filter(({ isCurly }) => isCurly).length
  const straight = marks.length - curly
  if (curly === 0 || straight === 0) return
  // Of as many of one kind as of the other, the kind that came first is kept.
  const keepsCurly = curly === straight ? marks[0]?.isCurly === true : curly > straight
  for (const { passage, marks: own } of all) {
    const odd = own.filter(({ isCurly }) => isCurly !== keepsCurly)
    if (odd.length > 0) yield report(passage, odd, keepsCurly)
  }
}

/** Behind a digit a straight mark stands for minutes, seconds, feet or inches. */
function marksIn(text: string): readonly Mark[] {
  if (!/["'“”‘’]/.test(text)) return []
  const isCode = codeIn(text)
  return [...text.matchAll(/[“”‘’]|(?<![\p{N}])["']|(?<=\p{N})'(?=\p{L})/gu)].flatMap(({ 0: mark, index }) =>
    isCode(index) ? [] : [{ at: index, isCurly: /[“”‘’]/.test(mark) }],
  )
}

function report({ path, text }: Passage, odd: readonly Mark[], keepsCurly: boolean): Report {
  const [first] = odd.map(({ at }) => at)
  const [here, elsewhere] = keepsCurly ? ['straight', 'curly'] : ['curly', 'straight']
  const steps = odd.map(({ at }): Step => {
    const mark = keepsCurly ? curlyFor(text, at) : text.charAt(at) === '“' || text.charAt(at) === '”' ? '"' : "'"
    return { do: 'replace', at: path, within: [at, at + 1], with: mark }
  })
  return {
    at: path,
    ...(first === undefined ? {} : { within: [first, first + 1] }),
    message: `${counted(odd.length, `${here} quotation mark or apostrophe`, `${here} quotation marks or apostrophes`)} in this text, while the document has mostly ${elsewhere} ones: in print the seam shows. Keep to one kind.`,
    fixes: [{ title: `Make the quotation marks ${elsewhere}`, safe: true, steps }],
  }
}

/** A mark with nothing, space or a bracket before it opens, but for the apostrophe in '90s. */
function curlyFor(text: string, at: number): string {
  const opens = at === 0 || /[\s([{\u2013\u2014"'“‘]/.test(text.charAt(at - 1))
  if (text.charAt(at) === '"') return opens ? '“' : '”'
  return opens && !/\d/.test(text.charAt(at + 1)) ? '‘' : '’'
}
