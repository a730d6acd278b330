import { mentionsOf, type NameMention, namePattern } from '../model/name-mentions.ts'
import { whenOf } from '../model/when.ts'
import type { NamedState } from '../schema/built-in.ts'
import { before } from '../schema/dates.ts'
import { countryName } from '../schema/names.ts'
import type { Vocabulary } from '../schema/vocabulary.ts'
import { listed } from '../text/words.ts'
import type { Change } from './change.ts'
import { replaceWithin } from './change.ts'
import { type Context, checkOfTexts, type Report, type Rule } from './rule.ts'

export const rule: Rule = {
  id: 'country-naming',
  topic: 'countries',
  level: 'info',
  certainty: 'heuristic',
  summary: 'A country is called by two names, or by another than the naming profile has.',
  reason:
    'Reviewers send back a text that says Turkey here and Türkiye there, and a change of name reads like a change of mind. Keep to one name, that of the naming profile in `chancery.yaml`. A name that was the usual one on the date of the text stays right in it, and so does an older name in a sentence about its time. Quotations, sources, names of other things such as Burma Road, and a sentence that explains both names are left alone. Under the profile `plain` a name is reported only where it is mixed with another or has been given up.',
  source: 'United Nations Terminology Database (UNTERM) and the publications named with each naming profile',
  examples: {
    bad: [
      `chancery: brief/1
id: example
title: Talks at sea
profile: state-info-memo
stage: draft
date: 2026-11-02
bluf: The two navies met again and set a date for the next talks.
background: The staffs of Türkiye and Greece met in May. The offer came from Turkey.
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
background: The staffs of Türkiye and Greece met in May. In 1952 Turkey joined the alliance.
`,
      `chancery: brief/1
id: example
title: Talks at sea
profile: state-info-memo
stage: draft
date: 2021-11-02
bluf: The two navies met again and set a date for the next talks.
background: The staffs of Turkey and Greece met in May.
`,
    ],
  },
  check: checkOfTexts(function* (context) {
    const day = dayOf(context)
    const { stateOf, pattern } = context.vocabulary.kept(namedStates)
    const found = new Map<NamedState, NameMention[]>()
    for (const mention of mentionsOf(pattern, context.passages())) {
      const state = stateOf.get(mention.name)
      if (!state) continue
      const mentions = found.get(state) ?? []
      mentions.push(mention)
      found.set(state, mentions)
    }
    for (const [state, mentions] of found) yield* reportsOn(state, mentions, { ...context, day })
  }),
}

function namedStates({ builtIn }: Vocabulary): { readonly stateOf: ReadonlyMap<string, NamedState>; readonly pattern: RegExp | undefined } {
  const stateOf = new Map(builtIn.namedStates.flatMap((state) => state.names.map((name) => [name, state] as const)))
  return { stateOf, pattern: namePattern([...stateOf.keys()]) }
}

/** The day of a text: what it says is said as of then. */
function dayOf({ document: { kind, model }, vocabulary, today }: Context): string | undefined {
  if (kind === 'brief') return model.date
  return kind === 'engagement' ? whenOf(model, vocabulary, today)?.end : undefined
}

type Dated = Context & { readonly day: string | undefined }

function* reportsOn(state: NamedState, all: readonly NameMention[], context: Dated): Iterable<Report> {
  const mentions = all.filter((mention) => !isExplained(mention, state) && !isOfItsTime(mention, state))
  const [first] = mentions
  if (!first) return
  const used = [...new Set(mentions.map(({ name }) => name))]
  const profile = profileName(state, context)
  const isOld = (name: string) => isGivenUp(name, state, context.day)
  const ofItsDay = used.find((name) => isStillRight(name, state, context.day))
  const wanted = ofItsDay ?? [profile, ...used].find((name) => name !== undefined && used.includes(name) && !isOld(name)) ?? first.name
  const asks = context.settings.naming !== 'plain' && profile !== undefined
  for (const { name, passage, from, to } of mentions) {
    const isOther = used.length > 1 ? name !== wanted : isOld(name) || (asks && name !== profile && !isStillRight(name, state, context.day))
    const better = used.length > 1 ? wanted : (profile ?? wanted)
    if (!isOther || name === better) continue
    yield {
      at: passage.path,
      within: [from, to],
      message: words({ name, better, used, isOld: isOld(name) }, context),
      fixes: [write(better, passage.path, [from, to])],
    }
  }
}

interface Choice {
  readonly name: string
  readonly better: string
  readonly used: readonly string[]
  readonly isOld: boolean
}

function words({ name, better, used, isOld }: Choice, { settings }: Context): string {
  if (used.length < 2 && isOld)
    return `${name} has given up that name, and this text is of a later day. Write ${better}, or give the year if the past is meant.`
  if (used.length < 2) return `The naming profile "${settings.naming}" writes ${better}, and this text says ${name}. Write ${better}.`
  const both = listed(used.map((word) => `"${word}"`))
  return `${both} are one country, and this text says ${used.length === 2 ? 'both' : 'them all'}, which reads like a change of mind. Keep to one, such as ${better}.`
}

function write(name: string, at: Report['at'], within: readonly [number, number]): Change {
  return replaceWithin(at, within, name, false)
}

/** What the profile calls it, where that is one of the names that are looked for. */
function profileName({ code, names }: NamedState, { vocabulary, settings }: Context): string | undefined {
  const country = vocabulary.countries.get(code)
  const name = country && countryName(country, vocabulary, settings.naming)
  return name !== undefined && names.includes(name) ? name : undefined
}

function isExplained({ name, sentence }: NameMention, { names }: NamedState): boolean {
  return names.some((other) => other !== name && !other.includes(name) && sentence.includes(other))
}

/** An older name in a sentence that gives a year in which it was the usual one. */
function isOfItsTime({ name, sentence }: NameMention, { until }: NamedState): boolean {
  const last = Object.hasOwn(until, name) ? until[name] : undefined
  if (last === undefined) return false
  return [...sentence.matchAll(/(?<![\p{L}\p{N}])(?:1[89]|20)\d\d(?!\p{N})/gu)].some(([year]) => !before(last, year))
}

function isGivenUp(name: string, { until }: NamedState, day: string | undefined): boolean {
  const last = Object.hasOwn(until, name) ? until[name] : undefined
  return last !== undefined && day !== undefined && before(last, day)
}

function isStillRight(name: string, { until }: NamedState, day: string | undefined): boolean {
  const last = Object.hasOwn(until, name) ? until[name] : undefined
  return last !== undefined && (day === undefined || !before(last, day))
}
