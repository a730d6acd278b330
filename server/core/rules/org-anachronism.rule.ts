import type { Engagement } from '../model/types.generated.ts'
import { known, whenOf } from '../model/when.ts'
import { datesAsWritten, onDate } from '../schema/date-words.ts'
import { compareDates } from '../schema/dates.ts'
import { existedOn } from '../schema/membership.ts'
import type { Organization } from '../schema/vocabulary-types.ts'
import type { Path } from '../text/path.ts'
import { checkOf, type Report, type Rule } from './rule.ts'

export const rule: Rule = {
  id: 'org-anachronism',
  topic: 'countries',
  level: 'error',
  certainty: 'exact',
  summary: 'An organization is named that did not exist on the date of the engagement.',
  reason:
    'Nothing can have been held under the roof of a body that was not founded yet, or had been dissolved. Usually the date is wrong, or a group is named only because its later members were there. Take it out, or name the body of that time; a body that carries on an older one counts from the older one.',
  source: 'The founding and closing dates of the organizations, as named with each entry',
  examples: {
    bad: [
      `chancery: engagement/1
id: example
type: strategic-dialogue
title: Talks of three
status: completed
dates: { start: 2019-05-02, end: 2019-05-03 }
participants:
  - { countries: [AUS, GBR, USA], role: participant }
framework: { organizations: [aukus] }
`,
      `chancery: engagement/1
id: example
type: staff-talks
title: Talks with a pact of the past
status: completed
dates: { start: 1995 }
participants:
  - { country: POL, role: host }
  - { organization: warsaw-pact, role: guest }
`,
    ],
    good: [
      `chancery: engagement/1
id: example
type: strategic-dialogue
title: Talks of three in the year of the founding
status: completed
dates: { start: 2021 }
participants:
  - { countries: [AUS, GBR, USA], role: participant }
framework: { organizations: [aukus] }
`,
      `chancery: engagement/1
id: example
type: strategic-dialogue
title: Talks with what is the Union today
status: completed
dates: { start: 1985-06-01 }
participants:
  - { organization: eu, role: host }
  - { country: JPN, role: guest }
`,
      `chancery: engagement/1
id: example
type: defence-cooperation-agreement
title: Treaty that founded the Union
status: in-force
participants:
  - { countries: [SEN, GHA], role: signatory }
framework: { organizations: [au] }
agreement: { signed: 2000-07-11, in_force: 2002-07-09 }
`,
    ],
  },
  check: checkOf('engagement', function* (engagement, { vocabulary, today }) {
    const when = whenOf(engagement, vocabulary, today)
    if (!when) return
    for (const { id, at } of bodiesNamed(engagement)) {
      const body = vocabulary.organizations.get(id)
      const state = body ? existedOn(body, when) : 'existed'
      if (!body || state === 'existed' || isFounding(engagement, body)) continue
      const fact =
        state === 'not-yet'
          ? `was founded ${onDate(body.predecessor?.from ?? body.founded ?? '')}`
          : `ended ${onDate(body.dissolved ?? '')}`
      yield {
        at,
        message: `${label(body)} ${fact}, and this engagement is dated ${datesAsWritten(when)}. Name the body of that time, or take it out.`,
        ...sureness(body),
      }
    }
  }),
}

function bodiesNamed({ framework, participants = [] }: Engagement): readonly { readonly id: string; readonly at: Path }[] {
  return [
    ...participants.flatMap(({ organization }, i) => (organization ? [{ id: organization, at: ['participants', i, 'organization'] }] : [])),
    ...(framework?.organizations ?? []).map((id, i) => ({ id, at: ['framework', 'organizations', i] })),
  ]
}

/** The treaty that founds a body is signed before there is one. */
function isFounding({ agreement }: Engagement, { founded }: Organization): boolean {
  const inForce = known(agreement?.in_force)
  return inForce !== undefined && founded !== undefined && compareDates(inForce, founded) === 0
}

function label({ name, abbreviations }: Organization): string {
  const [short] = abbreviations
  return short === undefined || name.includes(short) ? `The ${name}` : `${short} (${name})`
}

/** Where no members are listed, the confidence is that of the founding date. */
function sureness({ members, confidence }: Organization): Pick<Report, 'atMost'> {
  if (members || confidence === 'high') return {}
  return { atMost: confidence === 'low' ? 'hint' : 'warning' }
}
