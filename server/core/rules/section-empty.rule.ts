import type { Passage } from '../model/passages.ts'
import { shortened } from '../text/words.ts'
import { checkOf, type Rule } from './rule.ts'

export const rule: Rule = {
  id: 'section-empty',
  topic: 'form',
  level: { draft: 'warning', review: 'warning', final: 'error' },
  certainty: 'exact',
  summary: 'A part of the brief is there and says nothing.',
  reason:
    'A heading with nothing below it, or a lone dash, looks like a page that was lost. Write the part, or take it out. In a final brief this is an error.',
  source: 'Common editing practice.',
  examples: {
    bad: [
      `chancery: brief/1
id: example
title: Talks at sea
profile: state-info-memo
stage: draft
date: 2026-11-02
bluf: The two navies met again and set a date for the next talks.
background: "-"
`,
      `chancery: brief/1
id: example
title: Talks at sea
profile: state-info-memo
stage: draft
date: 2026-11-02
bluf: The two navies met again and set a date for the next talks.
background: The staffs met in May.
analysis: |
  ## The argument
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
background: The staffs met in May.
`,
      `chancery: brief/1
id: example
title: Talks at sea
profile: state-info-memo
stage: draft
date: 2026-11-02
bluf: The two navies met again and set a date for the next talks.
background: The staffs met in May.
analysis: |
  ## The argument

  A fixed date is harder to cancel.
`,
    ],
  },
  check: checkOf('brief', function* (_, { passages }) {
    for (const passage of passages()) {
      const { path, text } = passage
      const isPart = path.length === 1 ? path[0] !== 'note' : path[0] === 'annexes' && path.length === 3 && path[2] === 'text'
      // Of a text without a single character it is told that it is empty.
      if (!isPart || text === '' || saysSomething(passage)) continue
      yield {
        at: path,
        message: `This part says nothing${text.trim() === '' ? '' : ` but "${shortened(text, 40)}"`}, and a reader takes it for a page that was lost. Write it, or take it out.`,
      }
    }
  }),
}

function saysSomething({ text, blocks }: Passage): boolean {
  return blocks.some(({ is, start, end }) => is !== 'heading' && /[\p{L}\p{N}]/u.test(text.slice(start, end)))
}
