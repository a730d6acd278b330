import { type Answer, type Standing, standingsOf } from '../model/standing.ts'
import { onDate } from '../schema/date-words.ts'
import { before } from '../schema/dates.ts'
import { atStart, countryName } from '../schema/names.ts'
import { checkOf, type Rule } from './rule.ts'

export const rule: Rule = {
  id: 'org-boundary-day',
  topic: 'countries',
  level: 'hint',
  certainty: 'exact',
  summary: 'A participant joined or left the framework organization during the engagement, so what `as` says is true of a part of it only.',
  reason:
    'An exercise that began with a partner and ended with an ally says something that neither word tells. Keep the word of the first day, and say the rest in a note on the participant; with a note the rule is silent. It is silent too where a State joined on the first of several days, since it was a member on each of them.',
  source: 'The membership pages and founding texts of the organizations, as named with each list',
  examples: {
    bad: [
      `chancery: engagement/1
id: example
type: joint-exercise
title: Exercise Winter March
status: completed
dates: { start: 2024-01-24, end: 2024-05-31 }
participants:
  - { country: NOR, role: host, as: member }
  - { country: SWE, role: participant, as: member }
exercise: { form: [field-training] }
framework: { organizations: [nato] }
`,
      `chancery: engagement/1
id: example
type: joint-exercise
title: Exercise Winter March
status: completed
dates: { start: 2024-01-24, end: 2024-05-31 }
participants:
  - { country: NOR, role: host, as: member }
  - { country: SWE, role: participant, as: partner }
exercise: { form: [field-training] }
framework: { organizations: [nato] }
`,
    ],
    good: [
      `chancery: engagement/1
id: example
type: joint-exercise
title: Exercise Winter March
status: completed
dates: { start: 2024-01-24, end: 2024-05-31 }
participants:
  - { country: NOR, role: host, as: member }
  - { country: SWE, role: participant, as: partner, note: "Partner on the first day, Ally from 7 March 2024" }
exercise: { form: [field-training] }
framework: { organizations: [nato] }
`,
    ],
  },
  check: checkOf('engagement', function* (engagement, { vocabulary, settings, today }) {
    for (const standing of standingsOf(engagement, vocabulary, today)) {
      const { state, country, claimed, when } = standing
      const edge = state.participant.note ? undefined : edgeOf(standing)
      if (edge?.membership.answer !== 'boundary') continue
      const { on, change } = edge.membership
      const time = when.start === when.end ? 'that very day' : 'during these dates'
      yield {
        at: state.grouped ? state.at : ['participants', state.index, 'as'],
        message: `${atStart(countryName(country, vocabulary, settings.naming))} ${change} the ${edge.body.name} ${onDate(on)}, ${time}, so "${claimed}" is true of a part only. Say so in a note.`,
      }
    }
  }),
}

/** The body whose membership changed, where no other makes the word right or leaves it open. */
function edgeOf({ claimed, answers, when }: Standing): Answer | undefined {
  const said = answers.map(({ membership }) => membership.answer)
  if (claimed === 'member') {
    const isRight = said.some((answer) => ['member', 'suspended', 'unknown'].includes(answer))
    if (isRight || answers.some((answer) => joinedOnFirstDay(answer, when))) return undefined
  } else if (said.includes('unknown') || answers.some(({ body }) => /partner/i.test(`${body.kind} ${body.memberTerm}`))) {
    // A body that calls its own members partners is not left by the word.
    return undefined
  }
  return answers.find(({ membership }) => membership.answer === 'boundary')
}

/** Of several days it was a member on each; a single day may have begun before the accession. */
function joinedOnFirstDay({ membership }: Answer, { start, end }: Standing['when']): boolean {
  return membership.answer === 'boundary' && membership.change === 'joined' && membership.on === start && before(start, end)
}
