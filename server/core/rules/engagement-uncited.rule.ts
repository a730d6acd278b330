import { citationsIn } from '../model/citations.ts'
import { kindOfName } from '../model/kinds.ts'
import { checkOf, type Rule } from './rule.ts'

export const rule: Rule = {
  id: 'engagement-uncited',
  topic: 'references',
  level: 'hint',
  certainty: 'exact',
  summary: 'An engagement is listed in a brief and used nowhere in it.',
  reason:
    'Under `engagements` stands on what the brief draws, and a reader looks for where it does. Let a claim, a case study, the history or the text refer to the engagement, or take it off the list. Where a part of the file cannot be read, or a snippet that may be taken in cites the id, nothing is said.',
  source: 'Common editing practice: a list of references holds what is referred to.',
  examples: {
    bad: [
      `#- example.brief.yaml
chancery: brief/1
id: example
title: Talks at sea
profile: state-info-memo
stage: draft
date: 2026-11-02
bluf: The two navies met again and set a date for the next talks.
background: The staffs met in May.
engagements: [staff-talks-2024, port-visit-2023]
claims:
  - { id: c1, text: The talks are held every year., supports: [staff-talks-2024] }
#- staff-talks-2024.engagement.yaml
chancery: engagement/1
id: staff-talks-2024
type: staff-talks
title: Navy staff talks
status: completed
dates: { start: 2024-05-14 }
participants:
  - { countries: [JPN, PHL], role: participant }
#- port-visit-2023.engagement.yaml
chancery: engagement/1
id: port-visit-2023
type: staff-talks
title: Navy staff talks
status: completed
dates: { start: 2024-05-14 }
participants:
  - { countries: [JPN, PHL], role: participant }
`,
    ],
    good: [
      `#- example.brief.yaml
chancery: brief/1
id: example
title: Talks at sea
profile: state-info-memo
stage: draft
date: 2026-11-02
bluf: The two navies met again and set a date for the next talks.
background: The staffs met in May [@staff-talks-2024].
engagements: [staff-talks-2024]
#- staff-talks-2024.engagement.yaml
chancery: engagement/1
id: staff-talks-2024
type: staff-talks
title: Navy staff talks
status: completed
dates: { start: 2024-05-14 }
participants:
  - { countries: [JPN, PHL], role: participant }
`,
    ],
  },
  check: checkOf('brief', function* ({ engagements = [], snippets = [] }, { document, fields, portfolio }) {
    if (document.damaged.size > 0 || engagements.length === 0) return
    const used = new Set(
      fields.flatMap(({ path, value, schema }): readonly string[] => {
        const is = schema['x-is']
        if (is === 'engagement' || is === 'support') return path[0] === 'engagements' ? [] : [String(value)]
        return is === 'prose' ? citationsIn(String(value)).map(({ id }) => id) : []
      }),
    )
    for (const [index, id] of engagements.entries()) {
      // What is no engagement at all is told by ref-engagement.
      if (used.has(id) || portfolio.defined('engagement', id).length === 0) continue
      if (snippets.length > 0 && portfolio.cited('engagement', id).some((path) => kindOfName(path) === 'snippets')) continue
      yield {
        at: ['engagements', index],
        message: `${id} is listed here, and nothing in the brief refers to it. Let a claim or the text do so, or take it off the list.`,
        fixes: [{ title: `Take ${id} off the list`, safe: false, steps: [{ do: 'remove', at: ['engagements', index] }] }],
      }
    }
  }),
}
