import { type Answer, type Standing, standingsOf, trust } from '../model/standing.ts'
import { duringDates, onDate } from '../schema/date-words.ts'
import { atStart, bodyName, countryName, memberOf } from '../schema/names.ts'
import { listed } from '../text/words.ts'
import { type Change, replaceWith } from './change.ts'
import { type Context, checkOf, type Report, type Rule } from './rule.ts'

export const rule: Rule = {
  id: 'org-member-on-date',
  topic: 'countries',
  level: 'error',
  certainty: 'exact',
  summary: 'A participant is called a member of the framework organization, or an outsider to it, against the membership on that date.',
  reason:
    'Who was a member on the day decides what an engagement meant, and readers notice a mistake at once. The word in `as` is compared with the dated list of members of every organization that `framework.organizations` names. Where membership began or ended during the dates `org-boundary-day` speaks; where the list does not reach the dates, or is not held, nothing is said.',
  source: 'The membership pages and founding texts of the organizations, as named with each list',
  examples: {
    bad: [
      `chancery: engagement/1
id: example
type: strategic-dialogue
title: Talks before accession
status: completed
dates: { start: 2024-01-24 }
participants:
  - { country: SWE, role: host, as: member }
  - { country: NOR, role: guest, as: member }
framework: { organizations: [nato] }
`,
      `chancery: engagement/1
id: example
type: strategic-dialogue
title: Talks after accession
status: completed
dates: { start: 2024-05-01 }
participants:
  - { country: SWE, role: host, as: partner }
  - { country: NOR, role: guest, as: member }
framework: { organizations: [nato] }
`,
      `chancery: engagement/1
id: example
type: strategic-dialogue
title: Talks of the Union with one that has left
status: completed
dates: { start: 2021-03, end: 2021-04 }
participants:
  - { countries: [FRA, GBR, DEU], role: participant, as: member }
framework: { organizations: [eu] }
`,
    ],
    good: [
      `chancery: engagement/1
id: example
type: strategic-dialogue
title: Talks before accession
status: completed
dates: { start: 2024-01-24 }
participants:
  - { country: SWE, role: host, as: partner }
  - { country: NOR, role: guest, as: member }
framework: { organizations: [nato] }
`,
      `chancery: engagement/1
id: example
type: strategic-dialogue
title: Talks under two roofs
status: completed
dates: { start: 2019-05 }
participants:
  - { country: SWE, role: host, as: member }
  - { country: NOR, role: guest, as: member }
  - { country: CHE, role: observer, as: non-member }
framework: { organizations: [nato, eu] }
`,
      `chancery: engagement/1
id: example
type: strategic-dialogue
title: Talks in the year of accession
status: completed
dates: { start: 2024 }
participants:
  - { country: SWE, role: host, as: member }
  - { country: USA, role: guest, as: member }
framework: { organizations: [nato] }
`,
      `chancery: engagement/1
id: example
type: strategic-dialogue
title: Talks of three that call one another partners
status: completed
dates: { start: 2023-05 }
participants:
  - { countries: [AUS, GBR, USA], role: participant, as: partner }
framework: { organizations: [aukus] }
`,
    ],
  },
  check: checkOf('engagement', function* (engagement, context) {
    const standings = standingsOf(engagement, context.vocabulary, context.today)
    for (const standing of standings) {
      const report = standing.claimed === 'member' ? memberClaim(standing, standings, context) : outsiderClaim(standing, standings, context)
      if (report) yield report
    }
  }),
}

function memberClaim(standing: Standing, all: readonly Standing[], context: Context): Report | undefined {
  const { answers, country, when, state } = standing
  const said = answers.map((a) => a.membership.answer)
  if (said.some((answer) => answer !== 'not-member')) return undefined
  const name = nameOf(standing, context)
  const bodies = answers.map((a) => a.body)
  const [only] = answers
  const fact =
    answers.length === 1 && only
      ? `${name} was not ${memberOf(only.body)} ${when.open ? 'at any time ' : ''}${duringDates(when)}${since(only)}.`
      : `${name} was a member of none of the bodies named here (${listed(bodies.map(bodyName))}) ${duringDates(when)}.`
  const alone = wrongTogether(standing, all, isWrongMember)
  const advice = alone ? 'Mark it `as: partner`.' : `Give ${country.code} an entry of its own, marked \`as: partner\`.`
  const fixes = alone ? ['partner', 'non-member'].map((word) => mark(state.index, word)) : []
  return { at: placeOf(standing), message: `${fact} ${advice}`, fixes, ...trust(bodies) }
}

function since({ membership }: Answer): string {
  if (membership.answer !== 'not-member') return ''
  const { joined, left } = membership
  if (joined !== undefined) return `; it joined ${onDate(joined)}`
  return left === undefined ? '' : `; it left ${onDate(left)}`
}

function outsiderClaim(standing: Standing, all: readonly Standing[], context: Context): Report | undefined {
  if (!isWrongOutsider(standing)) return undefined
  const { answers, state, claimed, when } = standing
  const bodies = answers.map((a) => a.body)
  const [only] = bodies
  const membership =
    bodies.length === 1 && only ? memberOf(only) : `a member of all the bodies named here (${listed(bodies.map(bodyName))})`
  const alone = wrongTogether(standing, all, isWrongOutsider)
  const advice = alone ? 'Mark it `as: member`.' : `Give ${state.code} an entry of its own, marked \`as: member\`.`
  return {
    at: placeOf(standing),
    message: `${nameOf(standing, context)} was ${membership} ${when.open ? 'all the time ' : ''}${duringDates(when)}, so "${claimed}" is not right. ${advice}`,
    fixes: alone ? [mark(state.index, 'member')] : [],
    ...trust(bodies),
  }
}

/** Some bodies call their own members partners, and then the word is no claim to stand outside. */
function isWrongOutsider({ claimed, answers }: Standing): boolean {
  if (claimed === 'member' || !answers.every((a) => a.membership.answer === 'member')) return false
  return claimed !== 'partner' || !answers.some(({ body }) => body.kind === 'nato-partnership' || /partner/i.test(body.memberTerm))
}

function isWrongMember({ claimed, answers }: Standing): boolean {
  return claimed === 'member' && answers.every((a) => a.membership.answer === 'not-member')
}

/** One word stands for all States of an entry, so it can be changed only where it is wrong of all of them. */
function wrongTogether({ state }: Standing, all: readonly Standing[], isWrong: (standing: Standing) => boolean): boolean {
  const { country, countries = [] } = state.participant
  const entry = all.filter((s) => s.state.index === state.index)
  return entry.length === countries.length + (country ? 1 : 0) && entry.every(isWrong)
}

function placeOf({ state }: Standing): Report['at'] {
  return state.grouped ? state.at : ['participants', state.index, 'as']
}

function mark(index: number, word: string): Change {
  return replaceWith(['participants', index, 'as'], word, false, `Mark it as: ${word}`)
}

function nameOf({ country }: Standing, { vocabulary, settings }: Context): string {
  return atStart(countryName(country, vocabulary, settings.naming))
}
