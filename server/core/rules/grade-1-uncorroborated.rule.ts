import { evidenceReader, isGrade, sourceNamed } from './evidence.ts'
import { checkOf, type Rule } from './rule.ts'

/** Sources that are themselves the thing of which the outcome speaks. */
const texts = new Set(['treaty', 'legislation', 'resolution'])

export const rule: Rule = {
  id: 'grade-1-uncorroborated',
  topic: 'evidence',
  level: 'warning',
  certainty: 'exact',
  summary: 'A statement is graded as confirmed by other sources, and only one is given.',
  reason:
    'The figure 1 says that other sources, independent of the first, confirm it. With one source nobody can see that. Add the second source, or grade the statement 2 for probably true. The rule looks at the grade of an outcome; the grade of a source by itself is left alone, for where else it was confirmed is not recorded there, and so is the text of a treaty, law or resolution, which proves what it says.',
  source: 'Admiralty code, as in NATO AJP-2.1 and STANAG 2511: 1 means confirmed by other sources.',
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
  - { text: The staffs set a date for the next talks., status: confirmed, sources: [navy2024], grade: A1 }
sources:
  navy2024: { type: press-release, title: Staff talks end, publisher: Navy Press Office, date: 2024-05-15, url: "https://example.org/talks" }
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
  - { text: The staffs set a date for the next talks., status: confirmed, sources: [navy2024, post2024], grade: A1 }
  - { text: The talks ended with a meal., status: reported, sources: [navy2024], grade: A2 }
sources:
  navy2024: { type: press-release, title: Staff talks end, publisher: Navy Press Office, date: 2024-05-15, url: "https://example.org/talks" }
  post2024: { type: news, title: Two navies talk again, publisher: Harbour Post, date: 2024-05-16, url: "https://example.org/two-navies" }
`,
    ],
  },
  check: checkOf('engagement', function* ({ outcomes = [], sources }, context) {
    const { ofOutcome } = evidenceReader(context)
    for (const [index, outcome] of outcomes.entries()) {
      if (!isGrade(outcome.grade) || !outcome.grade.endsWith('1')) continue
      const { sources: ids, engagements } = ofOutcome(outcome)
      if (ids.length + engagements.length > 1 || ids.some((id) => texts.has(sourceNamed(sources, id)?.type ?? ''))) continue
      const given = ids.length + engagements.length === 0 ? 'none is given' : 'only one is given'
      yield {
        at: ['outcomes', index, 'grade'],
        message: `${outcome.grade} says that other sources confirm this, and ${given}. Add the source that confirms it, or write ${outcome.grade.charAt(0)}2 for probably true.`,
      }
    }
  }),
}
