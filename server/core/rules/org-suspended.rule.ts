import { standingsOf, trust } from '../model/standing.ts'
import { datesAsWritten } from '../schema/date-words.ts'
import { atStart, countryName } from '../schema/names.ts'
import { checkOf, type Rule } from './rule.ts'

export const rule: Rule = {
  id: 'org-suspended',
  topic: 'countries',
  level: 'warning',
  certainty: 'exact',
  summary: 'A participant is called a member of an organization from which it was suspended on that date.',
  reason:
    'A suspended member is still a member, but it was barred from taking part, or stopped of its own accord. A reader who does not know that draws the wrong conclusion from its presence. Say in a note on the participant on what footing it took part.',
  source: 'The decisions of the organizations, as named with each list of members',
  examples: {
    bad: [
      `chancery: engagement/1
id: example
type: strategic-dialogue
title: Talks within the African Union
status: completed
dates: { start: 2023-03-01 }
participants:
  - { country: SEN, role: host, as: member }
  - { country: MLI, role: guest, as: member }
framework: { organizations: [au] }
`,
    ],
    good: [
      `chancery: engagement/1
id: example
type: strategic-dialogue
title: Talks within the African Union
status: completed
dates: { start: 2023-03-01 }
participants:
  - { country: SEN, role: host, as: member }
  - { country: MLI, role: guest, as: member, note: Suspended since June 2021 and invited all the same }
framework: { organizations: [au] }
`,
      `chancery: engagement/1
id: example
type: strategic-dialogue
title: Talks before the suspension
status: completed
dates: { start: 2021-05-01 }
participants:
  - { countries: [SEN, MLI], role: participant, as: member }
framework: { organizations: [au] }
`,
    ],
  },
  check: checkOf('engagement', function* (engagement, context) {
    for (const { claimed, answers, state, country, when } of standingsOf(engagement, context.vocabulary, context.today)) {
      // With several bodies named, a member of any is rightly called one.
      if (claimed !== 'member' || state.participant.note || answers.some((a) => a.membership.answer === 'member')) continue
      const found = answers.find((a) => a.membership.answer === 'suspended')
      if (found?.membership.answer !== 'suspended') continue
      const { from, to, nature, contested } = found.membership.suspension
      const name = atStart(countryName(country, context.vocabulary, context.settings.naming))
      const span = to === undefined ? `from ${from} on` : `from ${from} to ${to}`
      const what = nature === undefined ? 'suspended' : `suspended (${nature})`
      const doubt = contested ? ' The sides do not agree on this.' : ''
      yield {
        at: state.grouped ? state.at : ['participants', state.index, 'as'],
        message: `${name} was ${what} in the ${found.body.name} ${span}, and this engagement is dated ${datesAsWritten(when)}.${doubt} Say in a note on what footing it took part.`,
        ...(contested ? { atMost: 'hint' } : trust([found.body])),
      }
    }
  }),
}
