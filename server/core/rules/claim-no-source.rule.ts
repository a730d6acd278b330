import { citesOrLinks } from '../model/citations.ts'
import type { Passage } from '../model/passages.ts'
import { numbersIn } from '../model/prose-numbers.ts'
import { isObject } from '../model/read.ts'
import { valueAt } from '../model/value-at.ts'
import { evidenceReader } from './evidence.ts'
import { type Context, checkOf, type Report, type Rule } from './rule.ts'
import { listedIn } from './wording.ts'

export const rule: Rule = {
  id: 'claim-no-source',
  topic: 'evidence',
  level: { draft: 'warning', review: 'warning', final: 'error' },
  certainty: 'exact',
  summary: 'A claim names nothing by which it could be checked.',
  reason:
    'A reader who doubts a claim must be able to look it up; else it is an opinion. Name its sources, or the engagements that bear it out, or cite them in its text. In a final brief this is an error. In the background and the analysis a paragraph with a quantity or a superlative and without any citation or link is reported as well, at level `info` at most, for there the rule can only guess; the list of superlatives is data that a team extends or cuts under `words: { claim-no-source: … }`.',
  source: 'Guidelines for policy briefs, such as the toolkit of the International Development Research Centre: each finding is referenced.',
  examples: {
    bad: [
      `chancery: brief/1
id: example
title: Talks at sea
profile: state-info-memo
stage: draft
date: 2026-11-02
bluf: The two navies met again and set a date for the next talks.
background: The staffs met in May.
claims:
  - { id: c1, text: Trade by sea rose after the talks. }
`,
      `chancery: brief/1
id: example
title: Talks at sea
profile: state-info-memo
stage: draft
date: 2026-11-02
bluf: The two navies met again and set a date for the next talks.
background: Trade by sea rose 40 per cent after the talks.
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
background: Trade by sea rose 40 per cent after the talks [@post2024].
claims:
  - { id: c1, text: Trade by sea rose after the talks., sources: [post2024] }
  - { id: c2, text: "The talks are held every year [@post2024]." }
sources:
  post2024: { type: news, title: Two navies talk again, publisher: Harbour Post, date: 2024-05-16, url: "https://example.org/two-navies" }
`,
    ],
  },
  check: checkOf('brief', function* ({ claims = [] }, context) {
    const { ofClaim } = evidenceReader(context)
    for (const [index, claim] of claims.entries()) {
      const { sources, engagements } = ofClaim(claim)
      if (claim.text?.trim() && sources.length + engagements.length === 0 && isWhole(context, index)) yield bareClaim(index)
    }
    yield* bareSentences(context)
  }),
}

/** Evidence of the wrong type is there, and reported as such. */
function isWhole({ document }: Context, index: number): boolean {
  const written = valueAt(document.value, ['claims', index])
  return isObject(written) && ['sources', 'supports'].every((key) => isEmpty(written[key]))
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || (Array.isArray(value) && value.length === 0)
}

function bareClaim(index: number): Report {
  return {
    at: ['claims', index, 'sources'],
    missing: [
      ['claims', index, 'sources'],
      ['claims', index, 'supports'],
    ],
    message:
      'This claim names no source and no engagement, so the reader has to take your word for it. Add "sources" or "supports", or cite in the text with [@id].',
  }
}

const argued = new Set(['background', 'analysis'])

/** The first quantity or superlative of each paragraph that cites nothing; one citation may stand for a whole paragraph. */
function* bareSentences(context: Context): Iterable<Report> {
  const superlatives = [...listedIn(context, 'claim-no-source')]
  for (const passage of context.passages()) {
    if (passage.path.length !== 1 || !argued.has(String(passage.path[0]))) continue
    const inPassage = superlatives.filter((found) => found.passage === passage).map(({ from, to }) => ({ start: from, end: to }))
    const found = [...numbersIn(passage.own), ...inPassage].sort((a, b) => a.start - b.start)
    for (const paragraph of bareParagraphs(passage)) {
      const first = found.find(({ start }) => start >= paragraph.start && start < paragraph.end)
      if (first) yield bareSentence(passage, first)
    }
  }
}

/** Paragraphs without a citation or a link; the points of a list belong to one, and a table or a heading is none. */
function bareParagraphs({ text, blocks }: Passage): readonly { readonly start: number; readonly end: number }[] {
  const paragraphs: { start: number; end: number }[] = []
  for (const { is, start, end } of blocks) {
    if (is === 'row' || is === 'heading') continue
    const last = paragraphs.at(-1)
    if (last && is === 'item' && !/\n[ \t]*\n[ \t]*\n/.test(text.slice(last.end, start))) last.end = end
    else paragraphs.push({ start, end })
  }
  return paragraphs.filter(({ start, end }) => !citesOrLinks(text.slice(start, end)))
}

function bareSentence({ path, text }: Passage, { start, end }: { readonly start: number; readonly end: number }): Report {
  const unit = /^[\s\u00a0]{0,2}(?:%|per[\s\u00a0]cent|[a-z]{2,20})/i.exec(text.slice(end, end + 30))?.[0] ?? ''
  const words = `${text.slice(start, end)}${/\d/.test(text.slice(start, end)) ? unit : ''}`.replace(/\s+/g, ' ')
  return {
    at: path,
    within: [start, end],
    atMost: 'info',
    message: `"${words}" is something that a reader would want to check, and this paragraph cites nothing. Cite its source with [@id].`,
  }
}
