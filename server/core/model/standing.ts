import { before } from '../schema/dates.ts'
import { existenceOf } from '../schema/existence.ts'
import { existedOn, type Membership, membershipOn, type When } from '../schema/membership.ts'
import type { Vocabulary } from '../schema/vocabulary.ts'
import type { Confidence, Country, Organization } from '../schema/vocabulary-types.ts'
import { type ParticipantState, participantStates } from './parties.ts'
import type { Engagement, ParticipationAs } from './types.generated.ts'
import { type EngagementTime, whenOf } from './when.ts'

/** What a State's `as` claims, beside what the membership lists say for each body of the framework. */
export interface Standing {
  readonly state: ParticipantState
  readonly country: Country
  readonly claimed: ParticipationAs
  readonly when: EngagementTime
  readonly answers: readonly Answer[]
}

export interface Answer {
  readonly body: Organization
  readonly membership: Membership
}

/**
 * The standing of every participant that claims one. Left out is all that cannot
 * be judged: a framework that names a body which is not known or did not exist
 * then, a code that is none or was not valid on the dates, a territory, whose
 * State may be the member.
 */
export function standingsOf(engagement: Engagement, vocabulary: Vocabulary, today: string): readonly Standing[] {
  const when = whenOf(engagement, vocabulary, today)
  const named = engagement.framework?.organizations ?? []
  const bodies = named.flatMap((id) => vocabulary.organizations.get(id) ?? [])
  if (!when || bodies.length === 0 || bodies.length < named.length || bodies.some((body) => existedOn(body, when) !== 'existed')) return []
  return participantStates(engagement).flatMap((state) => {
    const country = vocabulary.countries.get(state.code)
    const claimed = state.participant.as
    if (!country || claimed === undefined || country.kind === 'territory' || existenceOf(country, when) !== 'existed') return []
    return [{ state, country, claimed, when, answers: bodies.map((body) => ({ body, membership: answer(body, country, when) })) }]
  })
}

function answer(body: Organization, country: Country, when: When): Membership {
  // A State that only changed its name stands in the lists under its code of today.
  const code = country.renamed ? (country.successors?.[0] ?? country.code) : country.code
  const found = membershipOn(body, code, when)
  if (found.answer !== 'not-member') return found
  return hasNoMembersYet(body, when) || isListedAsHeir(body, country) ? { answer: 'unknown' } : found
}

/** On the day on which its treaty is signed a body may have founders, and no members yet. */
function hasNoMembersYet({ members = {} }: Organization, when: When): boolean {
  return Object.values(members).every((intervals) => intervals.every(({ from }) => before(when.end, from)))
}

/** A seat may be listed under the State that carries it on. */
function isListedAsHeir({ members = {} }: Organization, country: Country): boolean {
  return (
    country.kind === 'former' &&
    !Object.hasOwn(members, country.code) &&
    (country.successors ?? []).some((code) => Object.hasOwn(members, code))
  )
}

/** The level that a list of this confidence allows at most. */
export function trust(bodies: readonly Organization[]): { readonly atMost?: 'warning' | 'hint' } {
  const confidence = (level: Confidence) => bodies.some((body) => body.confidence === level)
  return confidence('low') ? { atMost: 'hint' } : confidence('medium') ? { atMost: 'warning' } : {}
}
