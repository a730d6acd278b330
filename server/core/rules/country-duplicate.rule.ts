import { type ParticipantState, participantStates } from '../model/parties.ts'
import type { EngagementParticipant } from '../model/types.generated.ts'
import type { Vocabulary } from '../schema/vocabulary.ts'
import type { Path } from '../text/path.ts'
import type { Change } from './change.ts'
import type { Context, Report, Rule } from './rule.ts'

export const rule: Rule = {
  id: 'country-duplicate',
  topic: 'countries',
  level: 'warning',
  certainty: 'exact',
  summary: 'The same country is listed twice.',
  reason:
    'Every count of participants comes from the list, so a country that stands there twice is counted twice. Take one of the two out. A State that really had two roles may stand in two entries when one of them has a note that says so.',
  source: 'Chancery: the counts in the preview and in the checks on numbers',
  examples: {
    bad: [
      `chancery: engagement/1
id: example
type: staff-talks
title: Staff talks with observers
status: completed
dates: { start: 2023-05-02 }
participants:
  - { country: AUS, role: host }
  - { countries: [NZL, AUS], role: participant }
`,
      `chancery: engagement/1
id: example
type: staff-talks
title: Staff talks with observers
status: completed
dates: { start: 2023-05-02 }
participants:
  - { country: NZL, role: host }
  - { countries: [FJI, TON, FJI], role: participant }
`,
    ],
    good: [
      `chancery: engagement/1
id: example
type: staff-talks
title: Staff talks with observers
status: completed
dates: { start: 2023-05-02 }
participants:
  - { country: FRA, role: participant }
  - { country: NZL, role: host }
  - { countries: [FRA, TON], role: observer, note: A French frigate took part; the French staff college observed. }
`,
      `chancery: engagement/1
id: example
type: staff-talks
title: Talks at home
status: completed
dates: { start: 2023-05-02 }
location: { country: NZL, countries: [NZL, FJI] }
participants:
  - { country: NZL, role: host }
  - { country: FJI, role: host }
`,
    ],
  },
  *check(context) {
    yield* twiceInList(context)
    if (context.document.kind === 'engagement') yield* twiceInParticipants(participantStates(context.document.model), context.vocabulary)
  },
}

/** Within one list the second one adds nothing, so it can go. */
function* twiceInList({ fields, vocabulary }: Context): Generator<Report> {
  const first = new Map<string, Path>()
  for (const { path, value, schema } of fields) {
    const code = schema['x-is'] === 'country' && typeof path.at(-1) === 'number' ? codeOf(String(value), vocabulary) : undefined
    if (code === undefined) continue
    const key = `${JSON.stringify(path.slice(0, -1))} ${code}`
    const former = first.get(key)
    if (former)
      yield twice({
        at: path,
        former,
        code,
        change: { title: `Take out the second ${code}`, safe: true, steps: [{ do: 'remove', at: path }] },
      })
    else first.set(key, path)
  }
}

/** The entries of one State so far. A list may be long, so each former entry is found by what it says. */
interface Seen {
  readonly firstWithoutNote: ParticipantState | undefined
  readonly firstOfPart: Map<string, ParticipantState>
  readonly lists: Set<number>
}

function* twiceInParticipants(states: readonly ParticipantState[], vocabulary: Vocabulary): Generator<Report> {
  const seen = new Map<string, Seen>()
  for (const state of states) {
    const code = codeOf(state.code, vocabulary)
    if (code === undefined) continue
    const former = seen.get(code) ?? { firstWithoutNote: undefined, firstOfPart: new Map(), lists: new Set() }
    const { firstWithoutNote, firstOfPart, lists } = former
    const part = partOf(state.participant)
    const without = state.participant.note ? undefined : firstWithoutNote
    const other = earlier(without, firstOfPart.get(part))
    // Within one list the other check has spoken.
    const inList = state.at[2] === 'countries'
    const told = inList && lists.has(state.index)
    if (inList) lists.add(state.index)
    if (!firstOfPart.has(part)) firstOfPart.set(part, state)
    seen.set(code, { ...former, firstWithoutNote: firstWithoutNote ?? (state.participant.note ? undefined : state) })
    if (!other || told) continue
    const at = state.grouped ? state.at : ['participants', state.index]
    yield twice({
      at: state.at,
      former: other.at,
      code,
      change: { title: `Take out the second ${code}`, safe: false, steps: [{ do: 'remove', at }] },
    })
  }
}

function earlier(a: ParticipantState | undefined, b: ParticipantState | undefined): ParticipantState | undefined {
  return a && b ? (a.index <= b.index ? a : b) : (a ?? b)
}

/** Two entries of one State that differ in what it did, one of which says so in a note, are two parts that it had. */
function partOf({ role, as, level, services, units, represented_by }: EngagementParticipant): string {
  return JSON.stringify([role, as, level, services, units, represented_by])
}

interface Twice {
  readonly at: Path
  readonly former: Path
  readonly code: string
  readonly change: Change
}

function twice({ at, former, code, change }: Twice): Report {
  const again = at[0] === 'participants' && at[1] !== former[1] ? ' If it had two roles, say so in a note on one of the two entries.' : ''
  return {
    at,
    message: `${code} is listed twice${at[0] === 'participants' ? ', so it is counted twice' : ''}. Keep it once.${again}`,
    fixes: [change],
    related: [{ at: former, message: `${code} stands here first.` }],
  }
}

/** The code of a country as written, or of the name that stands there; a word that names none is not compared. */
function codeOf(word: string, { countries }: Vocabulary): string | undefined {
  return countries.get(word)?.code ?? countries.named(word)
}
