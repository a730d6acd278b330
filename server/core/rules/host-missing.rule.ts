import { participantStates } from '../model/parties.ts'
import type { Engagement } from '../model/types.generated.ts'
import { atStart, countryName } from '../schema/names.ts'
import { replaceWith } from './change.ts'
import { checkOf, type Rule } from './rule.ts'

export const rule: Rule = {
  id: 'host-missing',
  topic: 'engagements',
  level: 'warning',
  certainty: 'exact',
  summary: 'An event was held in the country of one of its participants, and no participant is its host.',
  reason:
    'Who received whom is half of what a meeting says, and tables and pages show the host apart from the guests. Give the host the role `host`. The rule speaks of talks, exercises and calls at ports that were held in one country, and only where that country took part. It is silent where an organization took part or gave the frame, which may have been the host; on meetings on the margins of others; and where the list of participants is not complete.',
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
  - { country: PHL, role: participant }
  - { country: JPN, role: participant }
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
type: staff-talks
title: Navy staff talks on neutral ground
status: completed
dates: { start: 2024-05-14 }
location: { country: SGP }
participants:
  - { countries: [PHL, JPN], role: participant }
`,
      `chancery: engagement/1
id: example
type: multilateral-forum
title: Conference at the seat of the organization
status: completed
dates: { start: 2024-05-14 }
location: { country: AUT, places: [Vienna] }
participants:
  - { countries: [AUT, CHE, DEU], role: participant }
framework: { organizations: [osce] }
`,
    ],
  },
  check: checkOf('engagement', function* (engagement, { document, vocabulary, settings }) {
    if (['participants', 'location', 'framework', 'visit'].some((part) => document.damaged.has(part))) return
    const code = engagement.location?.country
    const type = vocabulary.engagementTypes.get(engagement.type ?? '')
    if (!code || !type?.host || mayHaveAnotherHost(engagement)) return
    const place = participantStates(engagement).find((state) => state.code === code)
    const country = vocabulary.countries.get(code)
    if (!place || !country || place.participant.role === undefined) return
    const name = atStart(countryName(country, vocabulary, settings.naming))
    const at = ['participants', place.index, 'role']
    yield {
      at: place.grouped ? place.at : at,
      message: `It was held in the country of a participant, and no participant is its host. ${name} most likely was: ${place.grouped ? 'give it an entry of its own with the role host' : 'write host'}, or name who received the others.`,
      fixes: place.grouped ? [] : [replaceWith(at, 'host', false, 'Make it the host')],
      related: [{ at: ['location', 'country'], message: 'The place stands here.' }],
    }
  }),
}

/** Roles of which each says who received the others, or who was received. */
const hosts: readonly (string | undefined)[] = ['host', 'co-host', 'organizer', 'lead', 'sponsor', 'receiving', undefined]

function mayHaveAnotherHost({ participants = [], participants_complete: complete, location, framework, visit }: Engagement): boolean {
  if (complete === false || (location?.countries ?? []).length > 0 || (framework?.organizations ?? []).length > 0) return true
  if (visit?.direction === 'margins' || visit?.direction === 'abroad') return true
  return participants.some(({ role, organization, name }) => hosts.includes(role) || organization !== undefined || name !== undefined)
}
