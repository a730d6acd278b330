import type { Engagement, EngagementParticipant } from '../model/types.generated.ts'
import { countryName, organizationName } from '../schema/value-words.ts'
import type { Context } from './context.ts'
import { fieldBlocks, fieldEntries, fieldLabels, schemaOf } from './details.ts'
import { type Blocks, type Definition, definition, type Inlines, joined, paragraph, phrase, table } from './document-model.ts'
import { placed } from './places.ts'

/** Who took part, in the order of the roles, with whatever else is known of each. */
export function participantBlocks(model: Engagement, context: Context): Blocks {
  const { participants, participants_complete: complete } = model
  const roles = (context.vocabulary.builtIn.enumerations['participant-role'] ?? []).map(({ id }) => id)
  const rank = ({ role }: EngagementParticipant) => (role === undefined ? roles.length : roles.indexOf(role))
  const rows = [...(participants ?? [])].sort((a, b) => rank(a) - rank(b)).map((participant) => participantRow(participant, context))
  const order = ['Participant', 'Role', ...fieldLabels(schemaOf('engagement', 'participants', 0))]
  return [...table('Who took part', order, rows), ...placed(completeness(complete), context.at(model, 'participants_complete'))]
}

function completeness(complete: boolean | undefined): Blocks {
  if (complete === undefined) return []
  return paragraph(complete ? 'The list of participants is complete.' : 'The published list of participants is not complete.', 'quiet')
}

function participantRow(participant: EngagementParticipant, context: Context): readonly Definition[] {
  const schema = schemaOf('engagement', 'participants', 0)
  const role = fieldBlocks(participant, 'role', schema, context)
  const names = placed(paragraph(participantNames(participant, context)), context.at(participant))
  return [
    ...definition('Participant', names),
    ...definition('Role', role),
    ...fieldEntries(participant, schema, context, ['country', 'countries', 'organization', 'name', 'role']),
  ]
}

function participantNames({ country, countries, organization, name }: EngagementParticipant, context: Context): Inlines {
  const names = [
    ...(country === undefined ? [] : [countryName(context, country)]),
    ...(countries ?? []).map((code) => countryName(context, code)),
    ...(organization === undefined ? [] : [organizationName(context, organization)]),
    ...(name === undefined ? [] : [name]),
  ].filter((part) => part !== '')
  return joined(
    names.map((part) => [phrase(part)]),
    ', ',
  )
}
