import { listed } from '../text/words.ts'
import { evidenceReader, gradeOf } from './evidence.ts'
import { checkOf, type Rule } from './rule.ts'

export const rule: Rule = {
  id: 'grade-weak',
  topic: 'evidence',
  level: 'warning',
  certainty: 'exact',
  summary: 'High confidence rests on weak sources alone.',
  reason:
    'Confidence is a judgement of the evidence. Where each source is at most fairly reliable and what it says at most possibly true (C3 or worse), or what it says is doubtful whoever says so, a reader will not follow you to high confidence. Find a better source, or lower the confidence. The rule is silent where a source has no grade, and where an engagement bears the claim out, for its file has sources of its own.',
  source: 'Admiralty code, as in NATO AJP-2.1; US Intelligence Community Directive 203, 2015: confidence rests on the quality of sources.',
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
  - { id: c1, text: The talks will be held every year., confidence: high, basis: Two reports., sources: [blog2024, post2024] }
sources:
  blog2024: { type: webpage, title: Talks for ever, author: A. Sailor, date: 2024-05-20, url: "https://example.org/blog", accessed: 2026-11-01, grade: D4 }
  post2024: { type: news, title: Two navies talk again, publisher: Harbour Post, date: 2024-05-16, url: "https://example.org/two-navies", grade: C3 }
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
  - { id: c1, text: The talks will be held every year., confidence: moderate, basis: Two reports., sources: [blog2024, post2024] }
  - { id: c2, text: The staffs met in May., confidence: high, basis: Reported by both navies., sources: [blog2024, navy2024] }
sources:
  blog2024: { type: webpage, title: Talks for ever, author: A. Sailor, date: 2024-05-20, url: "https://example.org/blog", accessed: 2026-11-01, grade: D4 }
  post2024: { type: news, title: Two navies talk again, publisher: Harbour Post, date: 2024-05-16, url: "https://example.org/two-navies", grade: C3 }
  navy2024: { type: press-release, title: Staff talks end, publisher: Navy Press Office, date: 2024-05-15, url: "https://example.org/talks", grade: A2 }
`,
    ],
  },
  check: checkOf('brief', function* ({ claims = [], sources }, context) {
    const { ofClaim } = evidenceReader(context)
    for (const [index, claim] of claims.entries()) {
      if (claim.confidence !== 'high') continue
      const rests = ofClaim(claim)
      const graded = rests.sources.map((id) => ({ id, grade: gradeOf(sources, id) }))
      if (rests.engagements.length > 0 || graded.length === 0 || !graded.every(({ grade }) => isWeak(grade))) continue
      // Of sources that nobody can judge speaks a rule of their own.
      if (graded.every(({ grade }) => grade === 'F6')) continue
      yield {
        at: ['claims', index, 'confidence'],
        message: `High confidence rests here on weak evidence alone: ${listed(graded.map(({ id, grade }) => `${id} (${grade})`))}. A reader will not follow you so far. Add a better source, or lower the confidence.`,
        related: graded.map(({ id, grade }) => ({ at: ['sources', id, 'grade'], message: `${id} is graded ${grade}.` })),
      }
    }
  }),
}

/** C3 or worse, and whatever is doubtful, improbable or cannot be judged. */
function isWeak(grade: string | undefined): boolean {
  if (grade === undefined) return false
  const [reliability = '', credibility] = grade
  return Number(credibility) >= 4 || (reliability >= 'C' && Number(credibility) >= 3)
}
