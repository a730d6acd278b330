import type { Field } from '../model/fields.ts'
import { candidate, idFinder } from '../text/ids.ts'
import { type CitableSources, citableSources, engagementFinder, idsUnder } from '../workspace/references.ts'
import { deadCitations } from './dead-citations.ts'
import { didYouMean } from './meant.ts'
import type { Context, Report, Rule } from './rule.ts'

export const rule: Rule = {
  id: 'ref-engagement',
  topic: 'references',
  level: 'error',
  certainty: 'exact',
  summary: 'A reference to an engagement leads nowhere.',
  reason:
    'A brief rests on the engagements that it cites. Where the id names none, the reader cannot check the statement, and the preview has nothing to show. Correct the id, or add the file of the engagement to the workspace.',
  source: 'Chancery: engagements, claims and options are referred to by their id.',
  examples: {
    bad: [
      `#- rimpac-2024.engagement.yaml
chancery: engagement/1
id: rimpac-2024
type: staff-talks
title: Planning talks for RIMPAC
status: completed
dates: { start: 2024-05-14 }
participants:
  - { countries: [USA, JPN], role: participant }
#- example.brief.yaml
chancery: brief/1
id: example
title: Talks at sea
profile: state-info-memo
stage: draft
date: 2026-11-02
bluf: The two navies met again and set a date for the next talks.
background: The navies planned together in May [@rimpac-24].
`,
      `chancery: engagement/1
id: example
type: staff-talks
title: Navy staff talks
status: completed
dates: { start: 2024-05-14 }
participants:
  - { countries: [JPN, PHL], role: participant }
precedents:
  - { engagement: navy-talks-2023 }
`,
    ],
    good: [
      `#- rimpac-2024.engagement.yaml
chancery: engagement/1
id: rimpac-2024
type: staff-talks
title: Planning talks for RIMPAC
status: completed
dates: { start: 2024-05-14 }
participants:
  - { countries: [USA, JPN], role: participant }
#- example.brief.yaml
chancery: brief/1
id: example
title: Talks at sea
profile: state-info-memo
stage: draft
date: 2026-11-02
bluf: The two navies met again and set a date for the next talks.
engagements: [rimpac-2024]
background: The navies planned together in May [@rimpac-2024]. A mark such as \`[@id]\` between backticks cites nothing.
`,
      `#- example.brief.yaml
chancery: brief/1
id: example
title: Talks at sea
profile: state-info-memo
stage: draft
date: 2026-11-02
bluf: The two navies met again and set a date for the next talks.
background: The navies met in May [@smith2024], as the list of references says.
bibliography: references.json
#- references.json
[{ "id": "smith2024", "type": "report", "title": "Navies that talk" }]
`,
    ],
  },
  check,
}

function* check(context: Context): Iterable<Report> {
  yield* deadCitations(context, 'engagement', (id) => ({
    problem: `[@${id}] leads nowhere: the workspace has no engagement "${id}", and this file no source of that id.`,
    remedy: 'Correct the id, or add what it cites.',
  }))
  const { document, portfolio, fields } = context
  const supports = supportIds(context)
  const search: Search = {
    sources: citableSources(document, portfolio),
    portfolio,
    engagement: engagementFinder(portfolio),
    support: idFinder(() => [...(supports ?? [])].map(candidate)),
  }
  for (const field of fields) {
    const is = field.schema['x-is']
    const id = String(field.value)
    if ((is !== 'engagement' && is !== 'support') || id === '' || portfolio.defined('engagement', id).length > 0) continue
    if (is === 'engagement') yield deadEngagement(field, id, search)
    else if (supports && !supports.has(id)) yield deadSupport(field, id, search)
  }
}

interface Search {
  readonly sources: CitableSources
  readonly portfolio: Context['portfolio']
  readonly engagement: ReturnType<typeof engagementFinder>
  readonly support: ReturnType<typeof idFinder>
}

function deadEngagement({ path }: Field, id: string, { sources, portfolio, engagement }: Search): Report {
  if (sources.has(id))
    return {
      at: path,
      message: `"${id}" is a source of this file, and an engagement is wanted here. Name it under "sources", or cite it in the text as [@${id}].`,
    }
  if (portfolio.defined('brief', id).length > 0)
    return {
      at: path,
      message: `"${id}" is a brief, and an engagement is wanted here: evidence is an event or an agreement, not another brief.`,
    }
  const meant = didYouMean(path, engagement(id))
  const remedy = path.includes('agreements')
    ? ' An agreement that the workspace does not keep is written with its title: { title: ... }.'
    : ' Correct the id, or add the file of the engagement.'
  return {
    at: path,
    message: `There is no engagement "${id}" in this workspace, so the reference leads nowhere.${meant.words || remedy}`,
    fixes: meant.fixes,
  }
}

function deadSupport({ path }: Field, id: string, { sources, engagement, support }: Search): Report {
  if (sources.has(id))
    return {
      at: path,
      message: `"${id}" is a source. A recommendation rests on claims, options or engagements: give the source to a claim, and name the claim here.`,
    }
  const meant = didYouMean(path, support(id) ?? engagement(id))
  return {
    at: path,
    message: `"${id}" is no claim or option of this brief, and no engagement of this workspace.${meant.words || ' Correct the id, or add what it names.'}`,
    fixes: meant.fixes,
  }
}

/** The claims and options that a recommendation may rest on; undefined where they cannot be read. */
function supportIds({ document: { kind, damaged }, fields }: Context): ReadonlySet<string> | undefined {
  if (kind !== 'brief' || damaged.has('claims') || damaged.has('options')) return undefined
  return new Set([...idsUnder('claims', fields), ...idsUnder('options', fields)])
}
