import { type ParticipantState, participantStates } from '../model/parties.ts'
import type { Engagement } from '../model/types.generated.ts'
import { atStart, countryName, withArticle } from '../schema/names.ts'
import type { Vocabulary } from '../schema/vocabulary.ts'
import { listed } from '../text/words.ts'
import { checkOf, type Rule } from './rule.ts'

export const rule: Rule = {
  id: 'host-not-location',
  topic: 'engagements',
  level: 'info',
  certainty: 'exact',
  summary: 'The host of an event is a State in whose country it did not take place.',
  reason:
    'Mostly one of the two was copied from another file. Correct the role or the place. A State can receive its guests abroad, at a base of its own: then a note on the place or on the host tells the reader so, and the rule is silent. It is silent too where another host is at home, on territories, and where the map has changed since.',
  source: 'Chancery: roles of participants',
  examples: {
    bad: [
      `chancery: engagement/1
id: example
type: staff-talks
title: Navy staff talks
status: completed
dates: { start: 2024-05-14 }
location: { country: PHL, places: [Manila] }
participants:
  - { country: JPN, role: host }
  - { country: PHL, role: guest }
`,
    ],
    good: [
      `chancery: engagement/1
id: example
type: staff-talks
title: Navy staff talks
status: completed
dates: { start: 2024-05-14 }
location: { country: PHL, places: [Manila] }
participants:
  - { country: PHL, role: host }
  - { country: JPN, role: guest }
`,
      `chancery: engagement/1
id: example
type: multilateral-forum
title: Meeting of a contact group at a base abroad
status: completed
dates: { start: 2022-04-26 }
location: { country: DEU, places: [Ramstein], note: At a base of the host }
participants:
  - { country: USA, role: host }
  - { countries: [DEU, UKR], role: participant }
`,
    ],
  },
  check: checkOf('engagement', function* (engagement, { document, vocabulary, settings }) {
    const { location } = engagement
    if (location?.note || document.damaged.has('participants') || document.damaged.has('location')) return
    const places = [...(location?.country ? [location.country] : []), ...(location?.countries ?? [])]
    const hosts = participantStates(engagement).filter(({ participant }) => participant.role === 'host' || participant.role === 'co-host')
    const isForeign = (host: ParticipantState) => places.every((place) => !isHome(host.code, place, vocabulary))
    if (places.length === 0 || hosts.length === 0 || !hosts.every(isForeign) || hasOtherHost(engagement)) return
    for (const { code, at, participant, index, grouped } of hosts) {
      const country = vocabulary.countries.get(code)
      if (!country || participant.note) continue
      const names = places.map((place) => {
        const there = vocabulary.countries.get(place)
        return there ? withArticle(countryName(there, vocabulary, settings.naming)) : place
      })
      yield {
        at: grouped ? at : ['participants', index, 'role'],
        message: `${atStart(countryName(country, vocabulary, settings.naming))} is the host, but it took place in ${listed(names)}. Correct one of the two; if the host received its guests abroad, say so in a note on the place.`,
        related: [{ at: ['location', location?.country ? 'country' : 'countries'], message: 'The place stands here.' }],
      }
    }
  }),
}

function hasOtherHost({ participants = [] }: Engagement): boolean {
  return participants.some(
    ({ role, organization, name }) => (role === 'host' || role === 'co-host') && (organization ?? name) !== undefined,
  )
}

/** A territory has a State above it, and a State may lie where another one was. */
function isHome(host: string, place: string, { countries }: Vocabulary): boolean {
  const [state, there] = [countries.get(host), countries.get(place)]
  if (host === place || !state || !there || there.kind !== 'state' || state.kind === 'former') return true
  return (there.predecessors ?? []).includes(host) || (state.predecessors ?? []).includes(place)
}
