import { countryName, organizationName } from '../../schema/value-words.ts'
import type { Context } from '../context.ts'
import { definition, type Figure, paragraph, phrase, table, text } from '../document-model.ts'
import { mostTies as mostDrawn, mostParties, networkDrawing, tiesOf } from '../pictures/network.ts'
import { figure, type Subject } from './engagements.ts'

/** Who met whom, by shared engagements. */
export function networkFigure({ entries, id, words }: Subject, context: Context): readonly Figure[] {
  const meetings = entries.flatMap(({ engagement }) =>
    engagement ? [{ parties: [...engagement.countries, ...engagement.organizations] }] : [],
  )
  const organizations = new Set(entries.flatMap(({ engagement }) => engagement?.organizations ?? []))
  const isOrganization = (party: string) => organizations.has(party)
  const nameOf = (party: string) => (isOrganization(party) ? shortName(context, party) : countryName(context, party))
  const drawing = meetings.length < 2 ? undefined : networkDrawing({ meetings, nameOf, isOrganization })
  const ties = tiesOf(meetings)
  const rows = ties
    .slice(0, mostTies)
    .map(({ from, to, count }) => [
      ...definition('Between', paragraph([phrase(nameOf(from)), text(' and '), phrase(nameOf(to))])),
      ...definition('Shared engagements', paragraph(String(count))),
    ])
  const parties = new Set(meetings.flatMap((meeting) => meeting.parties)).size
  const cut = [
    ...(parties > mostParties ? [`The picture shows the ${mostParties} busiest of ${parties}.`] : []),
    ...(ties.length > mostDrawn ? [`Of their ties it draws the ${mostDrawn} closest.`] : []),
    ...(ties.length > mostTies ? [`The words show the ${mostTies} closest of ${ties.length} ties.`] : []),
  ].join(' ')
  return figure(
    `${id}-network`,
    `Who met whom in ${words}`,
    drawing,
    table('Shared engagements', ['Between', 'Shared engagements'], rows),
    cut === '' ? [] : [text(cut)],
  )
}

const mostTies = 40

function shortName({ vocabulary, ...rest }: Context, id: string): string {
  return vocabulary.organizations.get(id)?.abbreviations[0] ?? organizationName({ vocabulary, ...rest }, id)
}
