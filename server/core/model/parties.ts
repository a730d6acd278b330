import type { Path } from '../text/path.ts'
import type { Engagement, EngagementParticipant } from './types.generated.ts'

/** A State among the participants, alone or in a list of several. */
export interface ParticipantState {
  readonly code: string
  readonly at: Path
  readonly index: number
  readonly participant: EngagementParticipant
  /** It shares its entry with others. */
  readonly grouped: boolean
}

/** The States among the participants, in the order of the file; a value that is no text has been left out. */
export function participantStates(engagement: Engagement): readonly ParticipantState[] {
  return (engagement.participants ?? []).flatMap((participant, index) => {
    const { country, countries = [] } = participant
    const entry = ['participants', index]
    const states = [
      ...(country ? [{ code: country, at: [...entry, 'country'] }] : []),
      ...countries.flatMap((code, i) => (code ? [{ code, at: [...entry, 'countries', i] }] : [])),
    ]
    return states.map((state) => ({ ...state, index, participant, grouped: states.length > 1 }))
  })
}

/** The States that the block of the type names: sender and receiver, inspector and inspected, those who met. */
export function blockStates({ attache, csbm, visit, agreement }: Engagement): readonly string[] {
  return [
    attache?.sending_state,
    attache?.receiving_state,
    ...(attache?.accredited_to ?? []),
    csbm?.requesting,
    csbm?.receiving,
    ...(visit?.principals ?? []).map((p) => p.country),
    ...(agreement?.ratification ?? []).map((r) => r.country),
  ].filter((code): code is string => Boolean(code))
}
