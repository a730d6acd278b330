import type { Document } from '../model/document.ts'
import type { Path } from '../text/path.ts'
import { listed } from '../text/words.ts'
import { isBuiltIn } from '../workspace/paths.ts'
import type { Context, Report, Rule } from './rule.ts'

export const rule: Rule = {
  id: 'id-duplicate',
  topic: 'references',
  level: 'error',
  certainty: 'exact',
  summary: 'Two things have the same id.',
  reason:
    'A reference to an id that two files share could mean either, and nobody can tell which of them a brief rests on. It mostly comes from a copied file whose id was not changed. Give one of the two an id of its own, and check the references to it.',
  source: 'Chancery: an id is used once.',
  examples: {
    bad: [
      `#- talks.engagement.yaml
chancery: engagement/1
id: talks
type: staff-talks
title: Navy staff talks
status: completed
dates: { start: 2024-05-14 }
participants:
  - { countries: [JPN, PHL], role: participant }
#- old/talks.engagement.yaml
chancery: engagement/1
id: talks
type: staff-talks
title: Navy staff talks
status: completed
dates: { start: 2023-05-16 }
participants:
  - { countries: [JPN, PHL], role: participant }
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
  - { id: c1, text: The talks are held every year., sources: [navy2024] }
  - { id: c1, text: Both staffs want a fixed date., sources: [navy2024] }
sources:
  navy2024: { type: press-release, title: Staff talks end, publisher: Navy Press Office, date: 2024-05-15, url: "https://example.org/talks" }
`,
    ],
    good: [
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
risks:
  - { id: r1, category: cost, text: The talks cost more than planned., likelihood: unlikely, impact: low, mitigation: Hold them by video., owner: Navy Staff }
sources:
  navy2024: { type: press-release, title: Staff talks end, publisher: Navy Press Office, date: 2024-05-15, url: "https://example.org/talks" }
`,
      `#- talks.engagement.yaml
chancery: engagement/1
id: talks
type: staff-talks
title: Navy staff talks
status: completed
dates: { start: 2024-05-14 }
participants:
  - { countries: [JPN, PHL], role: participant }
#- talks.brief.yaml
chancery: brief/1
id: talks
title: Talks at sea
profile: state-info-memo
stage: draft
date: 2026-11-02
bluf: The two navies met again and set a date for the next talks.
background: The staffs met in May [@talks].
`,
    ],
  },
  check,
}

function* check({ document, portfolio, isIgnored }: Context): Iterable<Report> {
  if ((document.kind === 'engagement' || document.kind === 'brief') && document.model.id) {
    const id = document.model.id
    const all = portfolio.defined(document.kind, id)
    // An old copy that the house has laid aside is no rival.
    const others = all.filter(({ path }) => path !== document.path && !isIgnored(path))
    const files = [...new Set(others.map(({ path }) => path))]
    // Of two documents in one file the later one is told, with the first beside it.
    const first = all.find(({ path, index }) => path === document.path && index < document.index)
    if (files.length > 0 || first) {
      const where = listed([
        ...(first ? ['another document of this file'] : []),
        ...(files.length > 3 ? [...files.slice(0, 3), `${files.length - 3} more`] : files),
      ])
      const message = `The id "${id}" is also that of ${where}, so a reference to it could mean either. Give one of them an id of its own.`
      const rivals = [...(first ? [first] : []), ...others]
      yield {
        at: ['id'],
        message,
        related: rivals.slice(0, mostShown).map(({ path, idRange }) => ({ path, ...idRange, message: `"${id}" is used here as well.` })),
      }
    }
  }
  if (document.kind === 'snippets' && document.model.id) yield* rivalLibraries(document.path, document.model.id, portfolio)
  for (const names of namesOf(document)) yield* repeated(names)
}

/** A team may put a library of its own in the place of another on purpose. */
function* rivalLibraries(own: string, id: string, portfolio: Context['portfolio']): Iterable<Report> {
  const others = portfolio.terms('library', id).filter(({ path }) => path !== own && !saysTheSame(portfolio, own, path))
  const [first] = others
  if (!first) return
  const called = (path: string) => (isBuiltIn(path) ? 'a library that comes with Chancery' : path)
  const counts = portfolio.terms('library', id)[0]?.path ?? own
  yield {
    at: ['id'],
    atMost: 'warning',
    message: `The id "${id}" is also that of ${called(first.path)}, and a file takes its snippets from one of them alone. Here it is ${counts === own ? 'this one' : called(counts)}. Give one of them an id of its own.`,
    related: others
      .filter(({ path }) => !isBuiltIn(path))
      .slice(0, mostShown)
      .map(({ path, idRange }) => ({ path, ...idRange, message: `"${id}" is used here as well.` })),
  }
}

/** A library and its copy, as in a package that was made of it or in a folder that several teams share, are no rivals. */
function saysTheSame({ of }: Context['portfolio'], one: string, other: string): boolean {
  const [said, same] = [one, other].map((path) =>
    JSON.stringify(
      of(path)?.terms.flatMap(({ kind, id, version, snippet }) =>
        kind === 'library' || kind === 'snippet' ? [[id, version, snippet]] : [],
      ),
    ),
  )
  return said !== undefined && said === same
}

interface Name {
  readonly id: string
  readonly at: Path
}

/** The first few places lead a reader to the others. */
const mostShown = 5

/**
 * The ids of a file in groups within which a reference must be clear.
 * `supported_by` names claims and options alike, so these two share one group.
 */
function namesOf({ kind, model }: Document): readonly (readonly Name[])[] {
  const named = (part: string, items: readonly { readonly id?: string }[] = []): Name[] =>
    items.flatMap(({ id }, index) => (id ? [{ id, at: [part, index, 'id'] }] : []))
  if (kind === 'snippets') return [named('snippets', model.snippets)]
  if (kind !== 'brief') return []
  return [
    [...named('claims', model.claims), ...named('options', model.options)],
    named('recommendations', model.recommendations),
    named('risks', model.risks),
  ]
}

function* repeated(names: readonly Name[]): Iterable<Report> {
  const first = new Map<string, Path>()
  for (const { id, at } of names) {
    const former = first.get(id)
    if (!former) {
      first.set(id, at)
      continue
    }
    const message = `The id "${id}" is already used under "${former[0]}", so a reference to it could mean either. Give this entry an id of its own.`
    yield { at, message, related: [{ at: former, message: `"${id}" is used here first.` }] }
  }
}
