import { valueAt } from '../model/value-at.ts'
import { checkOf, type Report, type Rule } from './rule.ts'

export const rule: Rule = {
  id: 'confidence-no-basis',
  topic: 'estimates',
  level: 'warning',
  certainty: 'exact',
  summary: 'High confidence is stated without saying on what it rests.',
  reason:
    'Confidence tells how good the evidence is, so a reader who is asked for high confidence wants to know which evidence. One sentence will do: who reported it, how often it was seen, what could be checked. Say so under `basis`, or state a lower confidence. Moderate and low confidence promise less, and are left alone.',
  source: 'US Intelligence Community Directive 203, 2015: analysts explain the basis of their confidence.',
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
  - { id: c1, text: The talks are held every year., sources: [navy2024], confidence: high }
sources:
  navy2024: { type: press-release, title: Staff talks end, publisher: Navy Press Office, date: 2024-05-15, url: "https://example.org/talks" }
`,
      `chancery: brief/1
id: example
title: Talks at sea
profile: state-info-memo
stage: draft
date: 2026-11-02
bluf: The two navies met again and set a date for the next talks.
background: The staffs met in May.
outlook:
  - { text: The talks go on next year., likelihood: likely, horizon: P1Y, confidence: high }
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
  - { id: c1, text: The talks are held every year., sources: [navy2024], confidence: high, basis: Both navies publish the dates. }
outlook:
  - { text: The talks go on next year., likelihood: likely, horizon: P1Y, confidence: low }
sources:
  navy2024: { type: press-release, title: Staff talks end, publisher: Navy Press Office, date: 2024-05-15, url: "https://example.org/talks" }
`,
    ],
  },
  check: checkOf('brief', function* ({ claims = [], outlook = [] }, { document }) {
    yield* reports('claims', claims)
    yield* reports('outlook', outlook)

    function* reports(part: string, entries: readonly { readonly confidence?: string; readonly basis?: string }[]): Iterable<Report> {
      for (const [index, { confidence, basis }] of entries.entries()) {
        // A basis of the wrong type is reported as such.
        const isThere = basis?.trim() || (basis === undefined && valueAt(document.value, [part, index, 'basis']))
        if (confidence !== 'high' || isThere) continue
        yield {
          at: [part, index, 'confidence'],
          missing: [[part, index, 'basis']],
          message:
            'High confidence is stated here, and not on what it rests, so the reader cannot weigh it. Add "basis" with a sentence on the evidence, or state a lower confidence.',
        }
      }
    }
  }),
}
