import { isGap } from '../model/gaps.ts'
import { valueAt } from '../model/value-at.ts'
import { checkOf, type Rule } from './rule.ts'

export const rule: Rule = {
  id: 'section-forbidden',
  topic: 'form',
  level: { draft: 'warning', review: 'warning', final: 'error' },
  certainty: 'exact',
  summary: 'The brief has a part that its profile does not allow.',
  reason:
    'A neutral paper that recommends something is no longer neutral, and an information memo that asks for a decision goes to the wrong desk. Take the part out, or choose a profile that has it. In a final brief this is an error.',
  source:
    'Practice of the US Congressional Research Service, and US Department of State guidance for information memos; the parts stand in schemas/vocab/profiles.yaml.',
  examples: {
    bad: [
      `chancery: brief/1
id: example
title: Talks at sea
profile: state-info-memo
stage: draft
date: 2026-11-02
bluf: The two navies met again and set a date for the next talks.
background: The staffs met in May.
claims:
  - { id: c1, text: The talks are held every year., sources: [navy2024] }
recommendations:
  - { id: r1, text: Propose yearly talks., owner: Navy Staff, due: 2027-03-31, supported_by: [c1] }
sources:
  navy2024: { type: press-release, title: Staff talks end, publisher: Navy Press Office, date: 2024-05-15, url: "https://example.org/talks" }
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
recommendations: []
`,
    ],
  },
  check: checkOf('brief', function* (_, { document, settings, vocabulary }) {
    const profile = vocabulary.profiles.get(settings.profile ?? '')
    for (const key of profile?.never ?? []) {
      if (valueAt(document.value, [key]) === undefined || isGap(document, [key])) continue
      yield {
        at: [key],
        on: 'key',
        message: `A paper of the profile ${profile?.id} has no "${key}": its readers expect facts and weigh for themselves. Take the part out, or choose a profile that has it.`,
        fixes: [{ title: `Take out "${key}"`, safe: false, steps: [{ do: 'remove', at: [key] }] }],
      }
    }
  }),
}
