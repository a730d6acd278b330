import type { Brief } from '../model/types.generated.ts'
import { markingNamed, tlpNamed, tlpRank } from '../schema/handling.ts'
import { listed } from '../text/words.ts'
import type { Entry } from '../workspace/portfolio.ts'
import { replaceWith } from './change.ts'
import { citedEngagements } from './cited-engagements.ts'
import { type Context, checkOf, type Report, type Rule } from './rule.ts'

export const rule: Rule = {
  id: 'handling-aggregate',
  topic: 'handling',
  level: 'error',
  certainty: 'exact',
  summary: 'A brief is more open than an engagement that it cites.',
  reason:
    'What is taken from a restricted file stays restricted. A brief with a more open label, or with none, carries it to readers who were not meant to have it. Give the brief the label of the most restricted file that it cites, or take out what comes from that file.',
  source: 'FIRST, Traffic Light Protocol version 2.0, August 2022: a label travels with the information.',
  examples: {
    bad: [
      `#- staff-talks-2024.engagement.yaml
chancery: engagement/1
id: staff-talks-2024
type: staff-talks
title: Navy staff talks
status: completed
dates: { start: 2024-05-14 }
participants:
  - { countries: [JPN, PHL], role: participant }
handling: { tlp: "TLP:AMBER" }
#- example.brief.yaml
chancery: brief/1
id: example
title: Talks at sea
profile: state-info-memo
stage: draft
date: 2026-11-02
bluf: The two navies met again and set a date for the next talks.
background: The staffs met in May [@staff-talks-2024].
handling: { tlp: "TLP:CLEAR" }
`,
    ],
    good: [
      `#- staff-talks-2024.engagement.yaml
chancery: engagement/1
id: staff-talks-2024
type: staff-talks
title: Navy staff talks
status: completed
dates: { start: 2024-05-14 }
participants:
  - { countries: [JPN, PHL], role: participant }
handling: { tlp: "TLP:AMBER" }
#- example.brief.yaml
chancery: brief/1
id: example
title: Talks at sea
profile: state-info-memo
stage: draft
date: 2026-11-02
bluf: The two navies met again and set a date for the next talks.
background: The staffs met in May [@staff-talks-2024].
handling: { tlp: "TLP:AMBER+STRICT" }
`,
      `#- staff-talks-2024.engagement.yaml
chancery: engagement/1
id: staff-talks-2024
type: staff-talks
title: Navy staff talks
status: completed
dates: { start: 2024-05-14 }
participants:
  - { countries: [JPN, PHL], role: participant }
handling: { tlp: "TLP:CLEAR" }
#- example.brief.yaml
chancery: brief/1
id: example
title: Talks at sea
profile: state-info-memo
stage: draft
date: 2026-11-02
bluf: The two navies met again and set a date for the next talks.
background: The staffs met in May [@staff-talks-2024].
`,
    ],
  },
  check: checkOf('brief', function* ({ handling }, context) {
    if (context.document.damaged.has('handling')) return
    yield* markingReports(handling, context)
    const own = rankOf(handling, context)
    if (own === undefined) return
    const labels = context.vocabulary.builtIn.handling
    const cited = engagementsOf(context).flatMap((entry): readonly Cited[] => {
      const label = tlpNamed(entry.tlp ?? '', labels)?.label
      const rank = label === undefined ? undefined : tlpRank(label, labels)
      return label !== undefined && rank !== undefined && rank > own ? [{ entry, label, rank }] : []
    })
    const [highest] = [...cited].sort((a, b) => b.rank - a.rank)
    if (highest) yield report(handling?.tlp && tlpNamed(handling.tlp, labels)?.label, cited, highest.label)
  }),
}

/**
 * A restricted marking of another scheme than TLP. Two schemes cannot be compared,
 * and a label above TLP:GREEN limits the readers in its own way; but an open brief
 * takes what is restricted to everybody.
 */
function* markingReports(handling: Brief['handling'], context: Context): Iterable<Report> {
  const labels = context.vocabulary.builtIn.handling
  const own = markingNamed(handling?.marking ?? '', labels)?.marking
  const limited = own === undefined && (handling?.marking !== undefined || (tlpRank(handling?.tlp ?? '', labels) ?? 0) > 1)
  if (limited) return
  const above = engagementsOf(context).flatMap((entry) => {
    const marking = markingNamed(entry.marking ?? '', labels)?.marking
    if (marking?.level !== 'restricted') return []
    const isMore = own === undefined || own.level === 'open' || (own.scheme === marking.scheme && own.rank < marking.rank)
    return isMore ? [{ entry, label: marking.label }] : []
  })
  const [first] = above
  if (!first) return
  yield {
    at: ['handling', 'marking'],
    atMost: 'warning',
    message: `This brief ${own ? `is ${own.label}` : 'has no such marking'} and cites ${listed(above.slice(0, 3).map(({ entry, label }) => `${entry.id} (${label})`))}, so what was meant for few readers would go out to more. Mark the brief ${first.label}, or take out what comes from there.`,
    related: above.map(({ entry, label }) => ({ path: entry.path, ...entry.tlpRange, message: `${entry.id} is ${label}.` })),
  }
}

interface Cited {
  readonly entry: Entry
  readonly label: string
  readonly rank: number
}

function report(own: string | undefined, above: readonly Cited[], highest: string): Report {
  const named = above.slice(0, 3).map(({ entry, label }) => `${entry.id} (${label})`)
  const cited = listed(above.length > 3 ? [...named, `${above.length - 3} more`] : named)
  const at = ['handling', 'tlp']
  const remedy = own === undefined ? `Add "handling" with tlp: "${highest}"` : `Raise it to ${highest}`
  return {
    at,
    message: `This brief ${own === undefined ? 'has no label' : `is ${own}`} and cites ${cited}, so what was meant for few readers would go out to more. ${remedy}.`,
    fixes: own === undefined ? [] : [replaceWith(at, highest, true, `Raise to ${highest}`)],
    related: above.map(({ entry, label }) => ({ path: entry.path, ...entry.tlpRange, message: `${entry.id} is ${label}.` })),
  }
}

/**
 * How restricted the brief is. Without a label it is as open as TLP:CLEAR, unless
 * a marking of another scheme limits its readers, which nobody can compare.
 */
function rankOf(handling: Brief['handling'], { vocabulary }: Context): number | undefined {
  const labels = vocabulary.builtIn.handling
  if (handling?.tlp !== undefined) return tlpRank(handling.tlp, labels)
  const open = handling?.marking === undefined || markingNamed(handling.marking, labels)?.marking.level === 'open'
  return open ? 0 : undefined
}

/** Each engagement that the brief refers to, wherever it does, once. */
function engagementsOf(context: Context): readonly Entry[] {
  return [...new Set(citedEngagements(context).map(({ entry }) => entry))]
}
