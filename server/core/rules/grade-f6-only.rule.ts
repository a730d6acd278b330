import { evidenceReader, gradeOf, isGrade } from './evidence.ts'
import { type Context, checkOfTexts, type Report, type Rule } from './rule.ts'

export const rule: Rule = {
  id: 'grade-f6-only',
  topic: 'evidence',
  level: 'warning',
  certainty: 'exact',
  summary: 'A statement of fact rests on sources alone that cannot be judged.',
  reason:
    'F6 means that nobody can tell yet whether the source is reliable or what it says is true. Such a statement may be noted, and not be given out as a fact. Look for a source that can be judged; else mark the outcome as reported or disputed, or give the claim low confidence. What is so marked is left alone.',
  source: 'Admiralty code, as in NATO AJP-2.1 and STANAG 2511: F and 6 mean that it cannot be judged.',
  examples: {
    bad: [
      `chancery: engagement/1
id: example
type: staff-talks
title: Navy staff talks
status: completed
dates: { start: 2024-05-14 }
participants:
  - { countries: [JPN, PHL], role: participant }
outcomes:
  - { text: The staffs set a date for the next talks., status: confirmed, sources: [forum2024] }
sources:
  forum2024: { type: social, title: What the sailors say, author: harbour_watch, date: 2024-05-20, url: "https://example.org/forum", accessed: 2026-11-01, grade: F6 }
`,
      `chancery: brief/1
id: example
title: Talks at sea
profile: state-info-memo
stage: draft
date: 2026-11-02
bluf: The two navies met again and set a date for the next talks.
background: The staffs met in May.
claims:
  - { id: c1, text: The talks will be held every year., sources: [forum2024] }
sources:
  forum2024: { type: social, title: What the sailors say, author: harbour_watch, date: 2024-05-20, url: "https://example.org/forum", accessed: 2026-11-01, grade: F6 }
`,
    ],
    good: [
      `chancery: engagement/1
id: example
type: staff-talks
title: Navy staff talks
status: completed
dates: { start: 2024-05-14 }
participants:
  - { countries: [JPN, PHL], role: participant }
outcomes:
  - { text: The staffs set a date for the next talks., status: reported, sources: [forum2024] }
  - { text: The talks ended with a meal., status: confirmed, sources: [forum2024, navy2024] }
sources:
  forum2024: { type: social, title: What the sailors say, author: harbour_watch, date: 2024-05-20, url: "https://example.org/forum", accessed: 2026-11-01, grade: F6 }
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
claims:
  - { id: c1, text: The talks will be held every year., confidence: low, basis: Talk in the port., sources: [forum2024] }
sources:
  forum2024: { type: social, title: What the sailors say, author: harbour_watch, date: 2024-05-20, url: "https://example.org/forum", accessed: 2026-11-01, grade: F6 }
`,
    ],
  },
  check: checkOfTexts(function* (context) {
    const { document } = context
    if (document.kind === 'brief') yield* claimReports(context)
    else yield* outcomeReports(context)
  }),
}

function* claimReports(context: Context): Iterable<Report> {
  const { document } = context
  if (document.kind !== 'brief') return
  const { claims = [], sources } = document.model
  const { ofClaim } = evidenceReader(context)
  for (const [index, claim] of claims.entries()) {
    const rests = ofClaim(claim)
    if (claim.confidence === 'low' || rests.engagements.length > 0 || rests.sources.length === 0) continue
    if (rests.sources.every((id) => gradeOf(sources, id) === 'F6'))
      yield {
        at: ['claims', index, 'sources'],
        message:
          'All that this claim rests on is graded F6, which means that nobody can judge it; the brief gives it out as a fact. Add a source that can be judged, or give the claim low confidence.',
      }
  }
}

function* outcomeReports(context: Context): Iterable<Report> {
  const { document } = context
  if (document.kind !== 'engagement') return
  const { outcomes = [], sources } = document.model
  const { ofOutcome } = evidenceReader(context)
  for (const [index, outcome] of outcomes.entries()) {
    if (outcome.status !== 'confirmed') continue
    const own = isGrade(outcome.grade) ? outcome.grade : undefined
    const grades = own ? [own] : ofOutcome(outcome).sources.map((id) => gradeOf(sources, id))
    if (grades.length > 0 && grades.every((grade) => grade === 'F6'))
      yield {
        at: ['outcomes', index, 'status'],
        message:
          'This outcome is called confirmed, and all that it rests on is graded F6, which means that nobody can judge it. Add a source that can be judged, or mark the outcome as reported.',
      }
  }
}
