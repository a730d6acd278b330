import { candidate, idFinder } from '../text/ids.ts'
import { bibliographyOf } from '../workspace/bibliographies.ts'
import { citableSources } from '../workspace/references.ts'
import { deadCitations } from './dead-citations.ts'
import { didYouMean } from './meant.ts'
import type { Context, Report, Rule } from './rule.ts'

export const rule: Rule = {
  id: 'ref-source',
  topic: 'references',
  level: 'error',
  certainty: 'exact',
  summary: 'A reference to a source leads nowhere.',
  reason:
    'A statement counts as sourced only if the reader can look the source up. An id that is neither under `sources` nor in the bibliography that the file names is dead evidence. Correct the id, or add the source. While the bibliography cannot be read, ids that may stand there are not judged.',
  source: 'Chancery: sources are referred to by their key under `sources`, or by their key in the bibliography.',
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
      `#- example.brief.yaml
chancery: brief/1
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
#- references.json
[{ "id": "smith2024", "type": "report", "title": "Navies that talk" }]
`,
    ],
  },
  check,
}

function* check(context: Context): Iterable<Report> {
  const { document, portfolio, fields } = context
  const has = bibliographyOf(document, portfolio) ? 'neither this file nor its bibliography has a' : 'this file has no'
  yield* deadCitations(context, 'source', (id) => ({
    problem: `[@${id}] leads nowhere: ${has} source "${id}".`,
    remedy: 'Correct the id, or add the source under "sources".',
  }))
  const sources = citableSources(document, portfolio)
  if (!sources.areAllKnown) return
  const find = idFinder(() => sources.ids().map(candidate))
  const or = bibliographyOf(document, portfolio) ? ' or its bibliography' : ''
  for (const { path, value, schema } of fields) {
    const id = String(value)
    if (schema['x-is'] !== 'source' || id === '' || sources.has(id)) continue
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
      message: `There is no source "${id}" in this file${or}, so the reader cannot check the statement.${meant.words || ' Correct the id, or add the source under "sources".'}`,
      fixes: meant.fixes,
    }
  }
}
