import { idFinder } from '../text/ids.ts'
import { allSourcesKnown, sourceIds } from '../workspace/references.ts'
import { deadCitations } from './dead-citations.ts'
import { didYouMean } from './meant.ts'
import type { Context, Report, Rule } from './rule.ts'

export const rule: Rule = {
  id: 'ref-source',
  level: 'error',
  certainty: 'exact',
  summary: 'A reference to a source leads nowhere.',
  reason:
    'A statement counts as sourced only if the reader can look the source up. An id that is not under `sources` is dead evidence. Correct the id, or add the source; where the file names a bibliography, ids that may stand there are not judged.',
  source: 'Chancery: sources are referred to by their key under `sources`.',
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
  - { text: The staffs set a date for the next talks., status: reported, sources: [cnn24] }
sources:
  cnn2024: { type: news, title: Navies talk again, publisher: CNN, date: 2024-05-15, url: "https://example.org/talks" }
`,
      `chancery: brief/1
id: example
title: Talks at sea
profile: state-info-memo
stage: draft
date: 2026-11-02
bluf: The two navies met again and set a date for the next talks.
background: The navies met in May [@cnn2042], and set a date [@cnn2024].
sources:
  cnn2024: { type: news, title: Navies talk again, publisher: CNN, date: 2024-05-15, url: "https://example.org/talks" }
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
background: The navies met in May [@cnn2024].
sources:
  cnn2024: { type: news, title: Navies talk again, publisher: CNN, date: 2024-05-15, url: "https://example.org/talks" }
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
  - { id: c1, text: The talks are now held every year., sources: [smith2024] }
bibliography: references.json
`,
    ],
  },
  check,
}

function* check(context: Context): Iterable<Report> {
  yield* deadCitations(context, 'source', (id) => ({
    problem: `[@${id}] leads nowhere: this file has no source "${id}".`,
    remedy: 'Correct the id, or add the source under "sources".',
  }))
  const { document, portfolio, fields } = context
  if (!allSourcesKnown(document)) return
  const ids = sourceIds(document)
  const find = idFinder(() => [...ids])
  for (const { path, value, schema } of fields) {
    const id = String(value)
    if (schema['x-is'] !== 'source' || id === '' || ids.has(id)) continue
    if (portfolio.defined('engagement', id).length > 0) {
      yield {
        at: path,
        message: `"${id}" is an engagement, and a source is wanted here: the published text from which the reader can check it. Cite the engagement in the text as [@${id}], or under "supports" of a claim.`,
      }
      continue
    }
    const meant = didYouMean(path, find(id))
    yield {
      at: path,
      message: `There is no source "${id}" in this file, so the reader cannot check the statement.${meant.words || ' Correct the id, or add the source under "sources".'}`,
      fixes: meant.fixes,
    }
  }
}
