import type { Source } from '../model/types.generated.ts'
import { isDate } from '../schema/dates.ts'
import { addAt } from './change.ts'
import { checkOfTexts, type Rule, stringsOption } from './rule.ts'

export const rule: Rule = {
  id: 'source-accessed',
  topic: 'evidence',
  level: 'info',
  certainty: 'exact',
  summary: 'A page of the web is cited without the day on which it was read.',
  reason:
    'Web pages and posts change or vanish, and the reader must know which state you saw. Give the day under `accessed`. A saved copy under `archived`, or a DOI, tells more and will do instead. News, reports and official texts stay as they were published, so they are left alone; the option `types` widens the rule. A page without any date is reported by `source-incomplete`.',
  source: 'Chicago Manual of Style and ISO 690: the date of access belongs to what may change on the web.',
  options: {
    types: {
      type: 'strings',
      description: 'The types of source that must say when they were read.',
      default: ['webpage', 'social'],
    },
  },
  examples: {
    bad: [
      `chancery: brief/1
id: example
title: Talks at sea
profile: state-info-memo
stage: draft
date: 2026-11-02
bluf: The two navies met again and set a date for the next talks.
background: The staffs met in May [@fleet2024].
sources:
  fleet2024: { type: webpage, title: The fleet at a glance, publisher: Navy Press Office, date: 2024, url: "https://example.org/fleet" }
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
background: The staffs met in May [@fleet2024], as the press wrote [@post2024].
sources:
  fleet2024: { type: webpage, title: The fleet at a glance, publisher: Navy Press Office, date: 2024, url: "https://example.org/fleet", accessed: 2026-11-01 }
  post2024: { type: news, title: Two navies talk again, publisher: Harbour Post, date: 2024-05-16, url: "https://example.org/two-navies" }
`,
    ],
  },
  check: checkOfTexts(function* (context) {
    const { document, today } = context
    if (document.kind !== 'brief' && document.kind !== 'engagement') return
    const types = stringsOption(context, 'types', ['webpage', 'social'])
    for (const [id, source] of Object.entries(document.model.sources ?? {})) {
      if (!types.includes(source.type ?? '') || !mayChange(source)) continue
      yield {
        at: ['sources', id],
        on: 'key',
        missing: [['sources', id, 'accessed']],
        message:
          'This page may change or vanish, and the reader cannot tell which state you saw. Add "accessed" with the day on which you read it.',
        fixes: [addAt(['sources', id, 'accessed'], today, `Add accessed: ${today}, if you read it today`)],
      }
    }
  }),
}

/** A page with an address, and nothing that tells its state. Where there is no date either, source-incomplete asks for both. */
function mayChange({ url, doi, archived, accessed, date }: Source): boolean {
  return Boolean(url) && !doi && !archived && !accessed && date !== undefined && isDate(date)
}
