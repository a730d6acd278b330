import { evidenceReader } from './evidence.ts'
import { checkOf, numberOption, type Rule } from './rule.ts'

export const rule: Rule = {
  id: 'source-single',
  topic: 'evidence',
  level: 'info',
  certainty: 'exact',
  summary: 'All claims of the brief rest on one and the same source.',
  reason:
    'If that one source errs or takes sides, the whole brief falls with it, and a reviewer will ask what others say. Look for a second source that does not draw on the first. An engagement that bears a claim out counts as evidence of its own, for its file has sources; a claim without any evidence is reported by `claim-no-source`.',
  source: 'Common practice of analysis and journalism: no case rests on a single source.',
  options: {
    claims: { type: 'number', description: 'From how many claims on the rule speaks.', default: 2 },
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
background: The staffs met in May.
claims:
  - { id: c1, text: The talks are held every year., sources: [navy2024] }
  - { id: c2, text: Both sides name the same officers each time., sources: [navy2024] }
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
claims:
  - { id: c1, text: The talks are held every year., sources: [navy2024] }
  - { id: c2, text: Both sides name the same officers each time., sources: [navy2024, post2024] }
sources:
  navy2024: { type: press-release, title: Staff talks end, publisher: Navy Press Office, date: 2024-05-15, url: "https://example.org/talks" }
  post2024: { type: news, title: Two navies talk again, publisher: Harbour Post, date: 2024-05-16, url: "https://example.org/two-navies" }
`,
    ],
  },
  check: checkOf('brief', function* ({ claims = [] }, context) {
    const { ofClaim } = evidenceReader(context)
    const rests = claims.map(ofClaim)
    const [only, ...others] = new Set(rests.flatMap(({ sources }) => sources))
    const isSingle = only !== undefined && others.length === 0 && rests.every((r) => r.sources.length === 1 && r.engagements.length === 0)
    if (!isSingle || claims.length < numberOption(context, 'claims', 2)) return
    yield {
      at: ['claims'],
      on: 'key',
      message: `${claims.length === 1 ? 'The one claim rests' : `All ${claims.length} claims rest`} on ${only} alone, so the brief falls with it. Add a source that does not draw on it, for one claim at least.`,
    }
  }),
}
