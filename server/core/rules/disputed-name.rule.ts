import { mentionsOf, type NameMention, namePattern } from '../model/name-mentions.ts'
import type { NamedPlace } from '../schema/built-in.ts'
import type { Vocabulary } from '../schema/vocabulary.ts'
import { listed } from '../text/words.ts'
import { replaceWithin } from './change.ts'
import { type Context, checkOfTexts, type Report, type Rule } from './rule.ts'

export const rule: Rule = {
  id: 'disputed-name',
  topic: 'countries',
  level: 'info',
  certainty: 'heuristic',
  summary: 'A disputed place is called by two names, or by another than the naming profile prefers.',
  reason:
    "Each name of a disputed place is somebody's claim, and readers take a change of name for a statement. Keep to one, and choose it on purpose: a naming profile in `chancery.yaml` says which one the house prints. Names imply no position. Left alone are quotations and sources, perspectives and concerns, which speak for others, a sentence that explains both names, a short form of the same name, and names that also mean another place. Under the profile `plain` a name is reported only where it is mixed with another.",
  source: 'The usage of the United Nations, the European Union and the United States, as named with each place',
  examples: {
    bad: [
      `chancery: brief/1
id: example
title: Talks at sea
profile: state-info-memo
stage: draft
date: 2026-11-02
bluf: The two navies met again and set a date for the next talks.
background: The ships met in the South China Sea. They left the West Philippine Sea after a week.
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
background: The ships met in the South China Sea. The Philippines calls its part of the South China Sea the West Philippine Sea.
`,
      `chancery: brief/1
id: example
title: Talks at sea
profile: state-info-memo
stage: draft
date: 2026-11-02
bluf: The two navies met again and set a date for the next talks.
background: The ships met in the South China Sea.
perspectives:
  - { actor: PHL, view: The ships of others have no business in the West Philippine Sea. }
`,
    ],
  },
  check: checkOfTexts(function* (context) {
    const places = context.vocabulary.builtIn.places
    const passages = context.passages().filter(({ path }) => path[0] !== 'perspectives' && path[0] !== 'concerns')
    const found = mentionsOf(context.vocabulary.kept(placePattern), passages)
    if (found.length === 0) return
    for (const place of places) yield* reportsOn(place, found, context)
  }),
}

function placePattern({ builtIn }: Vocabulary): RegExp | undefined {
  return namePattern(builtIn.places.flatMap(({ names }) => names))
}

function* reportsOn(place: NamedPlace, all: readonly NameMention[], { settings }: Context): Iterable<Report> {
  const isSign = (name: string) => place.names.includes(name) && !place.ambiguous.includes(name)
  const mentions = all.filter((mention) => isSign(mention.name) && !isExplained(mention, place))
  const [first] = mentions
  if (!first) return
  const preferred = Object.hasOwn(place.preferred, settings.naming) ? place.preferred[settings.naming] : undefined
  const families = new Map(mentions.map(({ name }) => [family(name), name]).reverse() as [string, string][])
  const isMixed = families.size > 1
  if (!isMixed && (preferred === undefined || settings.naming === 'plain')) return
  const wanted = preferred ?? first.name
  for (const { name, passage, from, to } of mentions) {
    if (family(name) === family(wanted)) continue
    const mixed = `${listed([...families.values()].reverse().map((word) => `"${word}"`))} are names of one place, and readers take a change of name for a statement.`
    const asked = preferred === undefined ? 'Keep to one of them.' : `The naming profile "${settings.naming}" writes ${preferred}.`
    yield {
      at: passage.path,
      within: [from, to],
      message: isMixed ? `${mixed} ${asked}` : `${asked} If "${name}" is meant as somebody's view, say whose.`,
      fixes: preferred === undefined ? [] : [replaceWithin(passage.path, [from, to], preferred, false)],
    }
  }
}

/** A long name and its short form begin alike: Falkland Islands, Falklands, Falkland Islands (Malvinas). */
function family(name: string): string {
  const [first = ''] = name.split(/[\s(]/)
  const isCommon =
    /^(?:South|Southern|Northern|northern|Sea|Gulf|Second|Republic|Autonomous|occupied|Mountainous|Strait|Indian|Azad)$/.test(first)
  return isCommon ? name : first.replace(/s$/, '')
}

function isExplained({ name, sentence }: NameMention, { names }: NamedPlace): boolean {
  return names.some((other) => family(other) !== family(name) && !other.includes(name) && sentence.includes(other))
}
