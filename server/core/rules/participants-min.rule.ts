import { blockStates, participantStates } from '../model/parties.ts'
import type { Engagement } from '../model/types.generated.ts'
import { countryName, withArticle } from '../schema/names.ts'
import type { Vocabulary } from '../schema/vocabulary.ts'
import { counted, listed } from '../text/words.ts'
import { checkOf, type Rule } from './rule.ts'

export const rule: Rule = {
  id: 'participants-min',
  topic: 'engagements',
  level: 'error',
  certainty: 'exact',
  summary: 'Fewer parties are named than an engagement of this type has.',
  reason:
    'Diplomacy needs two: what a State does alone is no engagement. Name the other side, as a State, an organization or by its name; States that the block of the type names, such as the receiving State of an attaché, count as well. Where the list is not published in full, write `participants_complete: false`.',
  source: 'Chancery: the number of parties in the typology of engagements',
  examples: {
    bad: [
      `chancery: engagement/1
id: example
type: staff-talks
title: Naval staff talks
status: completed
dates: { start: 2024-04-22 }
participants:
  - { country: PHL, role: host }
`,
      `chancery: engagement/1
id: example
type: staff-talks
title: Naval staff talks
status: completed
dates: { start: 2024-04-22 }
participants: []
`,
    ],
    good: [
      `chancery: engagement/1
id: example
type: attache-accreditation
title: Naval attaché in Hanoi
status: active
dates: { start: 2019-06 }
participants:
  - { country: GBR, role: sending }
attache: { sending_state: GBR, receiving_state: VNM, branch: naval }
`,
      `chancery: engagement/1
id: example
type: staff-talks
title: Talks with an institute
status: completed
dates: { start: 2024-04-22 }
participants:
  - { country: SGP, role: host }
  - { name: International Institute for Strategic Studies, role: organizer }
`,
      `chancery: engagement/1
id: example
type: freedom-of-navigation
title: Passage of one ship
status: completed
dates: { start: 2024-04-22 }
participants:
  - { country: USA, role: participant }
operation: { mission: Freedom of navigation programme }
`,
      `chancery: engagement/1
id: example
type: staff-talks
title: Talks of which only one side spoke
status: completed
dates: { start: 2024-04-22 }
participants_complete: false
participants:
  - { country: PHL, role: host }
`,
    ],
  },
  check: checkOf('engagement', function* (engagement, { vocabulary, settings }) {
    const needed = vocabulary.engagementTypes.get(engagement.type ?? '')?.parties
    const { participants, participants_complete: complete } = engagement
    // An entry that names nobody yet is one more party whose name is missing.
    if (needed === undefined || !participants || participants.some(namesNobody)) return
    const parties = partiesOf(engagement, vocabulary)
    if (parties.size >= needed || (complete === false && parties.size > 0)) return
    const names = [...parties].map((party) => {
      const country = vocabulary.countries.get(party)
      if (country) return withArticle(countryName(country, vocabulary, settings.naming))
      const body = vocabulary.organizations.get(party)
      return body ? `the ${body.name}` : party
    })
    const said = names.length === 0 ? 'No party is named' : `Only ${listed(names)} ${names.length === 1 ? 'is' : 'are'} named`
    const whole = participants.every((p) => p.organization !== undefined) && names.length > 0
    yield {
      at: ['participants'],
      on: 'key',
      message: `${said}, and an engagement of this type has at least ${counted(needed, 'party', 'parties')}. ${whole ? 'Name the States that took part' : 'Name the other side'}; if that was not published, write "participants_complete: false".`,
      // The members of an organization are parties enough, though a reader would like to see them.
      ...(whole ? { atMost: 'warning' } : {}),
    }
  }),
}

function namesNobody({ country, countries, organization, name }: NonNullable<Engagement['participants']>[number]): boolean {
  return !country && !countries?.length && !organization && !name
}

/** Every party once, whether by code or by name. */
function partiesOf(engagement: Engagement, { countries }: Vocabulary): ReadonlySet<string> {
  const states = [...participantStates(engagement).map((s) => s.code), ...blockStates(engagement)]
  const others = (engagement.participants ?? []).flatMap((p) => [p.organization, p.name].filter((word): word is string => Boolean(word)))
  return new Set([...states.map((word) => countries.get(word)?.code ?? countries.named(word) ?? word), ...others])
}
