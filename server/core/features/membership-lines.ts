import { type Answer, type Standing, standingsOf } from '../model/standing.ts'
import { onDate } from '../schema/date-words.ts'
import { before, dateWords } from '../schema/dates.ts'
import { bodyName, countryName } from '../schema/names.ts'
import type { Organization } from '../schema/vocabulary-types.ts'
import { capital, listed } from '../text/words.ts'
import { plain } from './markdown.ts'
import { datesGiven, participantCodes, type Scene, textsBelow } from './scene.ts'

/**
 * How a State stood to the bodies of the framework on the dates of this
 * engagement, or where it names none, to which alliances and unions it belonged;
 * nothing where that is not known.
 */
export function standingLines(scene: Scene, code: string): readonly string[] {
  const named = textsBelow(scene.scan, ['framework', 'organizations'])
  if (named.length === 0) return belongedLine(scene, code)
  return named.flatMap((body) =>
    standings(scene, body, [code]).flatMap(({ answers, when }) =>
      answers.flatMap((answer) => standingLine(answer, code, when.start) ?? []),
    ),
  )
}

/** What a reader thinks of first when a State is named. */
const closest = ['military-alliance', 'political-union', 'security-organization']

function belongedLine(scene: Scene, code: string): readonly string[] {
  const bodies = [...scene.vocabulary.organizations.entries.values()].filter(({ kind }) => closest.includes(kind))
  const found = bodies.flatMap((body) => standings(scene, body.id, [code]))
  const names = found.flatMap(({ answers }) =>
    answers.flatMap(({ body, membership }) => (membership.answer === 'member' ? [plain(bodyName(body))] : [])),
  )
  const start = found[0]?.when.start
  return start === undefined || names.length === 0 ? [] : [`Belonged to ${listed(names)} ${onDate(start)}`]
}

function standings(scene: Scene, organization: string, codes: readonly string[]): readonly Standing[] {
  if (scene.kind !== 'engagement') return []
  const participants = codes.map((country) => ({ country, as: 'member' as const }))
  return standingsOf({ ...datesGiven(scene), framework: { organizations: [organization] }, participants }, scene.vocabulary, scene.today)
}

function standingLine({ body, membership }: Answer, code: string, start: string): string | undefined {
  const name = plain(bodyName(body))
  switch (membership.answer) {
    case 'member':
      return `${capital(plain(body.memberTerm))} of ${name}${sinceWords(body, code, start)}`
    case 'not-member': {
      const { joined, left } = membership
      const change = joined ? `; joined ${onDate(joined)}` : left ? `; left ${onDate(left)}` : ''
      return `Not a member of ${name} ${onDate(start)}${change}`
    }
    case 'suspended':
      return `Suspended from ${name} since ${membership.suspension.from}${membership.suspension.contested ? ', which is contested' : ''}`
    case 'boundary':
      return `${capital(membership.change)} ${name} ${onDate(membership.on)}, within the dates of this engagement`
    case 'unknown':
      return undefined
    default:
      return membership satisfies never
  }
}

function sinceWords({ members = {} }: Organization, code: string, start: string): string {
  const intervals = Object.hasOwn(members, code) ? (members[code] ?? []) : []
  const since = intervals.filter(({ from }) => !before(start, from)).at(-1)?.from
  return since === undefined ? '' : ` since ${since}`
}

/** Which participants of this engagement belonged to a body on its dates, and which did not. */
export function participantLines(scene: Scene, body: Organization): readonly string[] {
  const all = standings(scene, body.id, [...new Set(participantCodes(scene))])
  const names = (answer: string) =>
    all
      .filter((s) => s.answers.some((a) => a.membership.answer === answer))
      .map((s) => plain(countryName(s.country, scene.vocabulary, scene.naming)))
  const [members, others, suspended] = [names('member'), names('not-member'), names('suspended')]
  const start = all[0]?.when.start
  if (start === undefined) return []
  return [
    members.length > 0 ? `Members among the participants on ${dateWords(start)}: ${listed(members)}` : '',
    others.length > 0 ? `Not members: ${listed(others)}` : '',
    suspended.length > 0 ? `Suspended: ${listed(suspended)}` : '',
    ...all.flatMap((s) =>
      s.answers.flatMap((a) =>
        a.membership.answer === 'boundary' ? [`${plain(s.country.name)} ${a.membership.change} ${onDate(a.membership.on)}`] : [],
      ),
    ),
  ].filter((line) => line !== '')
}
