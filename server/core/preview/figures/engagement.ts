import { participantStates } from '../../model/parties.ts'
import type { Engagement } from '../../model/types.generated.ts'
import { type Membership, membershipOn, type When } from '../../schema/membership.ts'
import { countryName, enumerationLabel, organizationName } from '../../schema/value-words.ts'
import type { Organization } from '../../schema/vocabulary-types.ts'
import type { Entry } from '../../workspace/portfolio.ts'
import type { Context } from '../context.ts'
import { definition, type Figure, paragraph, phrase, table, text } from '../document-model.ts'
import { type GroupLook, lookOf } from '../pictures/looks.ts'
import { matrixDrawing } from '../pictures/matrix.ts'
import { countriesMap, figure, rankOf, timelineFigure } from './engagements.ts'

/** Where those who took part come from, by role, and where it took place. */
export function participantsMap(model: Engagement, context: Context): readonly Figure[] {
  const states = participantStates(model)
  const roles = [...new Set(states.map(({ participant }): string => participant.role ?? 'participant'))].sort(rankOf(context))
  // Beyond the looks that can be told apart, the rarer roles are one group.
  const own = roles.slice(0, 5)
  const groupOf = (role: string) => (own.includes(role) ? enumerationLabel(context, 'participant-role', role) : 'Another role')
  const codes = new Map<string, string>()
  for (const { code, participant } of states) if (!codes.has(code)) codes.set(code, groupOf(participant.role ?? 'participant'))
  const groups = [...new Set(roles.map(groupOf))].map((words) => ({
    words,
    countries: [...codes].filter(([, group]) => group === words).map(([code]) => code),
  }))
  const { coordinates, places = [], area } = model.location ?? {}
  const { lat, lon } = coordinates ?? {}
  const spots = lat === undefined || lon === undefined ? [] : [{ name: places[0] ?? area ?? model.title ?? '', lat, lon }]
  return codes.size + spots.length < 2
    ? []
    : countriesMap({ id: 'participants-map', title: 'Who took part, by role, and where', groups, places: spots }, context)
}

/** Which participants were members of the bodies that stood behind it, on its dates. Nothing is guessed: what the lists do not tell is unknown. */
export function membershipFigure(model: Engagement, context: Context): readonly Figure[] {
  const when = whenOf(model)
  const bodies = (model.framework?.organizations ?? []).flatMap((id) => context.vocabulary.organizations.get(id) ?? [])
  const codes = [...new Set(participantStates(model).map(({ code }) => code))]
  const listed = bodies.filter((body) => body.members)
  if (!when || listed.length === 0 || codes.length < 2) return []
  const partners = new Set(participantStates(model).flatMap(({ code, participant }) => (participant.as === 'partner' ? [code] : [])))
  const answer = (body: Organization, code: string) => standing(membershipOn(body, code, when), partners.has(code))
  const drawing = matrixDrawing({
    columns: listed.map((body) => ({ words: body.abbreviations[0] ?? body.name })),
    rows: codes.map((code) => ({
      words: countryName(context, code),
      cells: listed.map((body) => {
        const words = answer(body, code)
        const look = standingLooks[words]
        return { words, ...(look ? { look } : {}) }
      }),
    })),
    legend: [],
  })
  const rows = codes.map((code) => [
    ...definition('Country', paragraph([phrase(countryName(context, code))])),
    ...listed.flatMap((body) => definition(organizationName(context, body.id), paragraph(answer(body, code)))),
  ])
  const note = 'Membership is that of the dates of the engagement. A partner is one that the file names so; the lists hold members alone.'
  return figure('membership', 'Members of the framework organizations', drawing, table('Standing of each country', ['Country'], rows), [
    text(note),
  ])
}

function whenOf({ dates, agreement }: Engagement): When | undefined {
  const start = dates?.start ?? agreement?.signed
  return start === undefined ? undefined : { start, end: dates?.end ?? start }
}

type Standing = 'member' | 'partner' | 'neither' | 'suspended' | 'changed' | 'unknown'

const standingLooks: Readonly<Partial<Record<string, GroupLook>>> = {
  member: lookOf(0),
  partner: lookOf(1),
  suspended: lookOf(3),
  changed: lookOf(2),
}

function standing({ answer }: Membership, isPartner: boolean): Standing {
  switch (answer) {
    case 'member':
    case 'suspended':
    case 'unknown':
      return answer
    case 'boundary':
      return 'changed'
    case 'not-member':
      return isPartner ? 'partner' : 'neither'
    default:
      return answer satisfies never
  }
}

/** The other engagements of the same series with this one, over time. */
export function seriesEntries({ series }: Engagement, { portfolio }: Context): readonly Entry[] {
  if (series === undefined || series === '') return []
  const paths = portfolio.cited('series', series)
  const entries = [...new Set(paths)].flatMap((path) => portfolio.of(path)?.entries ?? [])
  return entries.filter(({ engagement }) => engagement?.series === series).sort((a, b) => ((a.start ?? a.id) < (b.start ?? b.id) ? -1 : 1))
}

export function seriesFigure(model: Engagement, context: Context): readonly Figure[] {
  return timelineFigure({ entries: seriesEntries(model, context), id: 'series', words: `the series ${model.series ?? ''}` }, context)
}
