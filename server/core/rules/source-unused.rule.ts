import { kindOfName } from '../model/kinds.ts'
import { usesIn } from '../workspace/references.ts'
import { checkOf, type Rule } from './rule.ts'

export const rule: Rule = {
  id: 'source-unused',
  topic: 'references',
  level: 'hint',
  certainty: 'exact',
  summary: 'A source of a brief is never cited.',
  reason:
    'A reader takes the list of sources for what the brief rests on. Cite the source where it is used, or take it out. In an engagement a source may stand for the whole record, its dates and participants, so only briefs are looked at; where a part of the file cannot be read, or a snippet that may be taken in cites the id, nothing is said.',
  source: 'Common editing practice: a list of references holds what is referred to.',
  tag: 'unnecessary',
  examples: {
    bad: [
      `chancery: brief/1
id: example
title: Talks at sea
profile: state-info-memo
stage: draft
date: 2026-11-02
bluf: The two navies met again and set a date for the next talks.
background: The staffs met in May [@navy2024].
sources:
  navy2024: { type: press-release, title: Staff talks end, publisher: Navy Press Office, date: 2024-05-15, url: "https://example.org/talks" }
  post2024: { type: news, title: Two navies talk again, publisher: Harbour Post, date: 2024-05-16, url: "https://example.org/two-navies" }
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
background: The staffs met in May [@navy2024].
claims:
  - { id: c1, text: The talks are held every year., sources: [post2024] }
sources:
  navy2024: { type: press-release, title: Staff talks end, publisher: Navy Press Office, date: 2024-05-15, url: "https://example.org/talks" }
  post2024: { type: news, title: Two navies talk again, publisher: Harbour Post, date: 2024-05-16, url: "https://example.org/two-navies" }
`,
    ],
  },
  check: checkOf('brief', function* ({ snippets = [] }, { document, fields, portfolio }) {
    if (document.damaged.size > 0) return
    const usesOf = usesIn(document, fields, portfolio)
    for (const field of fields) {
      const [part, id] = field.path
      if (!field.isKey || part !== 'sources' || field.path.length !== 2 || typeof id !== 'string' || id === '') continue
      if (usesOf(field).length > 0) continue
      // A snippet cites what the file has that takes it in.
      if (snippets.length > 0 && portfolio.cited('engagement', id).some((path) => kindOfName(path) === 'snippets')) continue
      yield {
        at: ['sources', id],
        on: 'key',
        message: `Nothing in this brief cites ${id}, so a reader does not learn what it is for. Cite it where it is used, or take it out.`,
        fixes: [{ title: `Take ${id} out`, safe: false, steps: [{ do: 'remove', at: ['sources', id] }] }],
      }
    }
  }),
}
