import { citationsIn } from '../model/citations.ts'
import type { EngagementConcern } from '../model/types.generated.ts'
import { bodyName, countryName, withArticle } from '../schema/names.ts'
import { type Context, checkOf, type Rule } from './rule.ts'

export const rule: Rule = {
  id: 'concern-without-source',
  topic: 'engagements',
  level: { draft: 'warning', review: 'warning', final: 'error' },
  certainty: 'exact',
  summary: 'A concern is put into the mouth of somebody, and no source shows that they said it.',
  reason:
    "A view that is attributed to a State or a group must be theirs, in their words or those of a source that a reader can look up; else the brief argues with a straw man. Name the statement under `sources`, or cite it in the text. A concern that nobody is named for is the writer's own and needs no source.",
  source:
    'Usual practice of sourcing: attributed statements are cited (ICD 206 of the United States, Sourcing Requirements for Disseminated Analytic Products)',
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
concerns:
  - { kind: exclusionary-alliance, raised_by: CHN, text: The embassy called the talks a step towards a bloc. }
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
concerns:
  - { kind: exclusionary-alliance, raised_by: CHN, text: The embassy called the talks a step towards a bloc., sources: [embassy2024] }
  - { kind: cost, text: A yearly round would tie up two ships. }
sources:
  embassy2024: { type: press-release, title: Remarks of the spokesperson, publisher: Embassy of China in Manila, date: 2024-05-15, url: "https://example.org/remarks" }
`,
      `chancery: engagement/1
id: example
type: staff-talks
title: Navy staff talks
status: completed
dates: { start: 2024-05-14 }
participants:
  - { countries: [JPN, PHL], role: participant }
concerns:
  - { kind: exclusionary-alliance, raised_by: CHN, text: "The embassy called the talks a step towards a bloc [@embassy2024]." }
sources:
  embassy2024: { type: press-release, title: Remarks of the spokesperson, publisher: Embassy of China in Manila, date: 2024-05-15, url: "https://example.org/remarks" }
`,
    ],
  },
  check: checkOf('engagement', function* ({ concerns = [] }, context) {
    if (context.document.damaged.has('concerns')) return
    for (const [index, concern] of concerns.entries()) {
      if (!concern.raised_by?.trim() || !concern.text?.trim() || isSourced(concern)) continue
      yield {
        at: ['concerns', index, 'raised_by'],
        message: `This concern is said to be that of ${named(concern.raised_by, context)}, but no source shows it, so a reader cannot tell whether they ever said so. Name the statement under "sources".`,
      }
    }
  }),
}

function isSourced({ sources = [], text = '', response = '' }: EngagementConcern): boolean {
  return sources.length > 0 || citationsIn(text).length > 0 || citationsIn(response).length > 0
}

function named(actor: string, { vocabulary, settings }: Context): string {
  const country = vocabulary.countries.get(actor)
  if (country) return withArticle(countryName(country, vocabulary, settings.naming))
  const body = vocabulary.organizations.get(actor)
  return body ? bodyName(body) : `"${actor}"`
}
