import { participantStates } from '../model/parties.ts'
import { type Standing, standingsOf } from '../model/standing.ts'
import type { Engagement } from '../model/types.generated.ts'
import { type EngagementTime, whenOf } from '../model/when.ts'
import { onDate } from '../schema/date-words.ts'
import { dateWords } from '../schema/dates.ts'
import { existedOn, membersOn } from '../schema/membership.ts'
import { bodyName, countryName } from '../schema/names.ts'
import type { Organization } from '../schema/vocabulary-types.ts'
import { counted, listed } from '../text/words.ts'
import { behindValue, type Hint, type Told, writtenAt } from './hint.ts'
import { facts, paragraphs, plain, sourceLine } from './markdown.ts'

/** How many members an organization had on the dates, and how many of the participants were among them. */
export function memberHints(told: Told): readonly Hint[] {
  const { document, vocabulary, context } = told
  if (document.kind !== 'engagement') return []
  const when = whenOf(document.model, vocabulary, context.today)
  if (!when) return []
  return [...bodyHints(told, when), ...participantHints(told, document.model)]
}

function bodyHints(told: Told, when: EngagementTime): readonly Hint[] {
  return told.part.fields.flatMap(({ path, value, schema }) => {
    const body = schema['x-is'] === 'organization' ? told.vocabulary.organizations.get(String(value)) : undefined
    const found = body && writtenAt(told, path)
    const at = found && behindValue(told, found)
    const words = body && memberWords(told, body, when)
    return at === undefined || !words ? [] : [{ at, ...words }]
  })
}

function memberWords(told: Told, body: Organization, { start, end }: EngagementTime): Omit<Hint, 'at'> | undefined {
  const [first, last] = [membersOn(body, start), membersOn(body, end)]
  if (!first || first.length === 0 || existedOn(body, { start, end }) !== 'existed') return undefined
  const names = (codes: readonly string[]) => listed(codes.map((code) => nameOf(told, code)))
  const joined = last?.filter((code) => !first.includes(code)) ?? []
  const left = last ? first.filter((code) => !last.includes(code)) : []
  const later = last && last.length !== first.length ? `, later ${last.length}` : ''
  return {
    label: later === '' ? counted(first.length, 'member') : `${first.length}${later} members`,
    tooltip: paragraphs(
      `**${plain(body.name)}** had ${counted(first.length, 'member')} on ${dateWords(start)}.`,
      facts([
        joined.length > 0 ? `Joined by ${dateWords(end)}: ${names(joined)}` : undefined,
        left.length > 0 ? `Left by ${dateWords(end)}: ${names(left)}` : undefined,
      ]),
      sourceLine(body.source, body.asOf),
    ),
  }
}

function nameOf({ vocabulary, naming }: Told, code: string): string {
  const country = vocabulary.countries.get(code)
  return plain(country ? countryName(country, vocabulary, naming) : code)
}

/** Behind the key of the participants, for each organization of the framework. */
function participantHints(told: Told, engagement: Engagement): readonly Hint[] {
  const key = writtenAt(told, ['participants'])?.pair?.key
  const colon = key && /^[ \t]{0,9}:/.exec(told.context.text.slice(key.end, key.end + 10))
  if (!key || !colon) return []
  const states = participantStates(engagement).map(({ code }) => code)
  const about = [...new Set(engagement.framework?.organizations ?? [])].flatMap((id) => partWords(told, engagement, { id, states }) ?? [])
  if (about.length === 0) return []
  const label = about.map((each) => each.label).join(', ')
  return [{ at: key.end + colon[0].length, label, tooltip: paragraphs(...about.map(({ tooltip }) => tooltip)) }]
}

interface Question {
  readonly id: string
  readonly states: readonly string[]
}

/** Only where each participant can be judged: a number of some of them would be read as one of all. */
function partWords(told: Told, engagement: Engagement, { id, states }: Question): Omit<Hint, 'at'> | undefined {
  const codes = [...new Set(states)]
  const participants = codes.map((country) => ({ country, as: 'member' as const }))
  const asked = { ...engagement, framework: { organizations: [id] }, participants }
  const all = standingsOf(asked, told.vocabulary, told.context.today)
  const body = all[0]?.answers[0]?.body
  const with_ = (answer: string) => all.filter(({ answers }) => answers[0]?.membership.answer === answer)
  if (!body || all.length < codes.length || with_('unknown').length > 0) return undefined
  const members = with_('member')
  const throughout = with_('boundary').length > 0 ? ' throughout' : ''
  return {
    label: `${members.length} of ${all.length} are ${bodyName(body)} members${throughout}`,
    tooltip: paragraphs(
      `**${plain(body.name)}** and the States that took part`,
      facts([
        line(told, 'Members', members),
        line(told, 'Not members', with_('not-member')),
        line(told, 'Suspended', with_('suspended')),
        ...with_('boundary').map((standing) => changeLine(told, standing)),
      ]),
      sourceLine(body.source, body.asOf),
    ),
  }
}

function line(told: Told, title: string, standings: readonly Standing[]): string | undefined {
  if (standings.length === 0) return undefined
  return `${title}: ${listed(standings.map(({ country }) => nameOf(told, country.code)))}`
}

function changeLine(told: Told, { country, answers }: Standing): string | undefined {
  const membership = answers[0]?.membership
  if (membership?.answer !== 'boundary') return undefined
  return `${nameOf(told, country.code)} ${membership.change} ${onDate(membership.on)}`
}
