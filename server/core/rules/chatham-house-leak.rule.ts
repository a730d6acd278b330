import type { Source } from '../model/types.generated.ts'
import { checkOfTexts, type Rule } from './rule.ts'

export const rule: Rule = {
  id: 'chatham-house-leak',
  topic: 'evidence',
  level: 'warning',
  certainty: 'exact',
  summary: 'A source under the Chatham House Rule names the speaker.',
  reason:
    'Under the Rule what was said may be used, and neither who said it nor for whom the speaker works may be revealed. Leave the author out, and say in the title what kind of meeting it was. The rule looks at interviews and speeches whose title or note speaks of the Chatham House Rule: there the author is the speaker. A report on a meeting may name who wrote it down, so it is left alone, and so is running text, in which nobody can tell by rule whose words are meant.',
  source: 'Chatham House, The Chatham House Rule, in the wording of 2002.',
  examples: {
    bad: [
      `chancery: brief/1
id: example
title: Talks at sea
profile: state-info-memo
stage: draft
date: 2026-11-02
bluf: The two navies met again and set a date for the next talks.
background: The staffs met in May [@talk2024].
sources:
  talk2024: { type: interview, title: Talk on the margins of the staff talks, author: A. Sailor, date: 2024-05, note: Held under the Chatham House Rule. }
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
background: The staffs met in May [@talk2024].
sources:
  talk2024: { type: speech, title: Remarks at a round table under the Chatham House Rule, publisher: Institute of the Sea, date: 2024-05 }
  report2024: { type: report, title: Report of the round table, author: B. Writer, publisher: Institute of the Sea, date: 2024-06, note: The meeting was held under the Chatham House Rule. }
`,
    ],
  },
  check: checkOfTexts(function* ({ document }) {
    if (document.kind !== 'brief' && document.kind !== 'engagement') return
    for (const [id, source] of Object.entries(document.model.sources ?? {})) {
      if (!isSpoken(source) || !source.author?.trim() || !(isUnderTheRule(source.note) || isUnderTheRule(source.title))) continue
      yield {
        at: ['sources', id, 'author'],
        // A title may be that of a speech about the Rule.
        ...(isUnderTheRule(source.note) ? {} : { atMost: 'info' as const }),
        message:
          'This was said under the Chatham House Rule, so neither the speaker nor the house for which he or she works may be named. Take the author out.',
        fixes: [{ title: 'Take the author out', safe: false, steps: [{ do: 'remove', at: ['sources', id, 'author'] }] }],
      }
    }
  }),
}

function isSpoken({ type }: Source): boolean {
  return type === 'interview' || type === 'speech'
}

function isUnderTheRule(text = ''): boolean {
  return /\bunder (?:the )?Chatham House rules?\b/i.test(text) && !/\b(?:not|never|no longer) (?:\w+ ){0,2}under\b/i.test(text)
}
