import { isObject, type Value } from '../model/read.ts'
import type { Source } from '../model/types.generated.ts'
import { listed } from '../text/words.ts'
import { checkOfTexts, type Report, type Rule } from './rule.ts'

export const rule: Rule = {
  id: 'source-incomplete',
  topic: 'evidence',
  level: 'warning',
  certainty: 'exact',
  summary: 'A source lacks what a reader needs to find it again.',
  reason:
    'A reader who wants to check a statement must be able to find the source: who published it, when, and, where it stands on the web alone, at which address. A publisher or an author is asked for, but not of treaties, laws and resolutions, which are known by their titles. A date is asked for; the day on which you read it will do for a page that bears none, a year in the title for a legal text, and the word "undated" in its note for a print that has none. An address or DOI is asked for only of web pages, posts and data sets: printed matter, broadcasts and interviews can be found without.',
  source: 'Chicago Manual of Style and OSCOLA: author or publisher, title, date, and the address of what is published on the web.',
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
  - { text: The staffs set a date for the next talks., status: reported, sources: [post2024] }
sources:
  post2024: { type: news, title: Two navies talk again, url: "https://example.org/two-navies" }
`,
      `chancery: brief/1
id: example
title: Talks at sea
profile: state-info-memo
stage: draft
date: 2026-11-02
bluf: The two navies met again and set a date for the next talks.
background: The staffs met in May [@fleet2024].
sources:
  fleet2024: { type: webpage, title: The fleet at a glance, publisher: Navy Press Office, date: 2024 }
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
  - { text: The staffs set a date for the next talks., status: reported, sources: [post2024, treaty1972, staff2024] }
sources:
  post2024: { type: news, title: Two navies talk again, publisher: Harbour Post, date: 2024-05-16 }
  treaty1972: { type: treaty, title: "Agreement on incidents at sea, 25 May 1972" }
  staff2024: { type: interview, title: Talk with a staff officer, author: A. Sailor, date: 2024-06 }
`,
    ],
  },
  check: checkOfTexts(function* ({ document }) {
    const { value } = document
    const written = isObject(value) ? value['sources'] : undefined
    if (!isObject(written) || (document.kind !== 'brief' && document.kind !== 'engagement')) return
    for (const [id, source] of Object.entries(document.model.sources ?? {})) yield* reportsOf(id, source, written[id])
  }),
}

/** Known by their titles, which name the parties or the body. */
const legal = new Set(['treaty', 'legislation', 'resolution'])
const onTheWeb = new Set(['webpage', 'social', 'dataset'])

interface Lack {
  readonly words: string
  readonly keys: readonly string[]
}

function* reportsOf(id: string, { type, title, note }: Source, written: Value | undefined): Iterable<Report> {
  // Half-typed: what is missing first is told first.
  if (!isObject(written) || type === undefined || !title?.trim()) return
  const lacksAll = (keys: readonly string[]) => keys.every((key) => isBlank(written[key]))
  const lacks: readonly Lack[] = [
    legal.has(type) ? undefined : { words: 'a publisher or an author', keys: ['publisher', 'author'] },
    hasOtherDate(type, title, note) ? undefined : dateLack(lacksAll(['url', 'archived'])),
    onTheWeb.has(type) ? { words: 'its address under "url" or a DOI', keys: ['url', 'doi', 'archived'] } : undefined,
  ].flatMap((lack) => (lack && lacksAll(lack.keys) ? [lack] : []))
  if (lacks.length === 0) return
  yield {
    at: ['sources', id],
    on: 'key',
    missing: lacks.flatMap(({ keys }) => keys.map((key) => ['sources', id, key])),
    message: `A reader cannot find this source again from what is given. Add ${listed(lacks.map(({ words }) => words))}.`,
  }
}

function dateLack(isPrinted: boolean): Lack {
  return isPrinted
    ? { words: 'the date', keys: ['date'] }
    : { words: 'the date, or under "accessed" the day on which you read it', keys: ['date', 'accessed'] }
}

function hasOtherDate(type: string, title: string, note: string | undefined): boolean {
  return (legal.has(type) && /\b\d{4}\b/.test(title)) || /\b(?:undated|no date|n\.\s?d\.)/i.test(note ?? '')
}

/** A value of the wrong type is there, and reported as such. */
function isBlank(value: Value | undefined): boolean {
  return value === undefined || value === null || (typeof value === 'string' && value.trim() === '')
}
