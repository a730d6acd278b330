import type { Document } from '../model/document.ts'
import { isGap } from '../model/gaps.ts'
import { isObject } from '../model/read.ts'
import { valueAt } from '../model/value-at.ts'
import { schemas } from '../schema/schemas.generated.ts'
import { addAt } from './change.ts'
import { type Context, checkOf, type Rule } from './rule.ts'

export const rule: Rule = {
  id: 'section-missing',
  topic: 'form',
  level: { draft: 'info', review: 'warning', final: 'error' },
  certainty: 'exact',
  summary: 'A part is missing that the profile of the brief asks for.',
  reason:
    'Readers of a house know its form and look for each part in its place; a submission without "timing" comes back with the question by when. Write the part, or choose the profile that fits the paper. A part counts as there when a snippet of it is taken in (`snippets`). While a brief is a draft the level is `info`, and in a final one it is an error. The bottom line has a rule of its own, `bluf-missing`.',
  source: 'The guidance of each house, named with its profile in schemas/vocab/profiles.yaml.',
  examples: {
    bad: [
      `chancery: brief/1
id: example
title: Talks at sea
profile: state-info-memo
stage: draft
date: 2026-11-02
bluf: The two navies met again and set a date for the next talks.
`,
      `chancery: brief/1
id: example
title: Talks at sea
profile: idrc
stage: draft
date: 2026-11-02
bluf: Agree to yearly talks between the two navies.
background: The staffs met in May.
analysis: A fixed date is harder to cancel.
claims:
  - { id: c1, text: The talks are held every year., sources: [navy2024] }
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
profile: idrc
stage: draft
date: 2026-11-02
bluf: Agree to yearly talks between the two navies.
background: The staffs met in May.
analysis: A fixed date is harder to cancel.
claims:
  - { id: c1, text: The talks are held every year., sources: [navy2024] }
recommendations:
  - { id: r1, text: Propose yearly talks., owner: Navy Staff, due: 2027-03-31, supported_by: [c1] }
sources:
  navy2024: { type: press-release, title: Staff talks end, publisher: Navy Press Office, date: 2024-05-15, url: "https://example.org/talks" }
`,
    ],
  },
  check: checkOf('brief', function* (_, context) {
    const profile = context.vocabulary.profiles.get(context.settings.profile ?? '')
    for (const key of profile?.required ?? []) {
      // A missing bottom line is told as such, and a part that is written but says nothing by another rule.
      if (key === 'bluf' || !isAbsent(context.document, key) || isTakenIn(context, key)) continue
      const purpose = schemas.brief.properties?.[key]?.description?.split(/(?<=\.)\s/, 1)[0] ?? ''
      yield {
        at: [key],
        missing: [[key]],
        message: `"${key}" is missing, which the profile ${profile?.id} asks for; its readers look for it. ${purpose} Write it, or choose another profile.`,
        fixes: [addAt([key], undefined, `Add "${key}" to be filled in`)],
      }
    }
  }),
}

function isAbsent(document: Document, key: string): boolean {
  const value = valueAt(document.value, [key])
  if (typeof value === 'string') return false
  return isGap(document, [key]) || (isObject(value) && Object.keys(value).length === 0)
}

/** The libraries of a team may hold whole parts. */
function isTakenIn({ document, portfolio }: Context, key: string): boolean {
  const used = document.kind === 'brief' ? (document.model.snippets ?? []) : []
  return used.some(({ use }) => use && portfolio.terms('snippet', use).some(({ snippet }) => snippet?.scope?.includes(`brief.${key}`)))
}
