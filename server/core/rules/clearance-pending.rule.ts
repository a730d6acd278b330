import { entriesAt } from '../model/gaps.ts'
import { valueAt } from '../model/value-at.ts'
import { checkOf, type Rule } from './rule.ts'

export const rule: Rule = {
  id: 'clearance-pending',
  topic: 'handling',
  level: { draft: 'off', review: 'info', final: 'warning' },
  certainty: 'exact',
  summary: 'A final brief lacks the agreement of an office that has to clear it.',
  reason:
    'A paper that goes out before an office has agreed may have to be called back. Wait for the answer, settle the objection, or set the stage back. In a final brief each clearance that is open or refused is reported, one without a status counting as open; under review only a refusal is, for there open ones are what review is for.',
  source: 'US Department of State practice of clearances, and clearance lists of ministerial submissions.',
  examples: {
    bad: [
      `chancery: brief/1
id: example
title: Talks at sea
profile: state-info-memo
stage: final
date: 2026-11-02
bluf: The two navies met again and set a date for the next talks.
background: The staffs met in May.
clearances:
  - { office: Legal Adviser, status: pending }
`,
    ],
    good: [
      `chancery: brief/1
id: example
title: Talks at sea
profile: state-info-memo
stage: final
date: 2026-11-02
bluf: The two navies met again and set a date for the next talks.
background: The staffs met in May.
clearances:
  - { office: Legal Adviser, status: cleared, date: 2026-10-30 }
`,
      `chancery: brief/1
id: example
title: Talks at sea
profile: state-info-memo
stage: review
date: 2026-11-02
bluf: The two navies met again and set a date for the next talks.
background: The staffs met in May.
clearances:
  - { office: Legal Adviser, status: pending }
`,
    ],
  },
  check: checkOf('brief', function* ({ clearances = [] }, { document, settings }) {
    for (const index of entriesAt(document, ['clearances'])) {
      const { office, status } = clearances[index] ?? {}
      const at = ['clearances', index, 'status']
      // A status that is none of the words is told as such.
      if (status === 'cleared' || (status === undefined && valueAt(document.value, at) !== undefined)) continue
      if (settings.stage !== 'final' && status !== 'refused') continue
      const name = office ?? 'An office'
      yield {
        at,
        missing: [at],
        message:
          status === 'refused'
            ? `${name} has refused its agreement, and a paper that goes out all the same may be called back. Settle the objection, or take up the matter again.`
            : `${name} has not agreed yet, and a paper that goes out before may be called back. Wait for the answer, or set "stage" back to review.`,
      }
    }
  }),
}
