import { capital } from '../text/words.ts'
import { type Schema, types } from './schema.ts'

/** Fields whose key, put into words, would not be what a reader calls them. */
const printed: Readonly<Record<string, string>> = {
  accept: 'Accepted',
  acronyms: 'Abbreviations',
  after_action_public: 'Report published afterwards',
  agrement: 'Agrément',
  as: 'Standing',
  bluf: 'Bottom line',
  civilian_lead: 'Led by a civilian authority',
  claims: 'Claims and evidence',
  counter: 'Against it',
  decision: 'Asked of the reader',
  end_use: 'Terms of use',
  engagements: 'Engagements drawn on',
  finding: 'Result',
  history: 'Earlier events',
  id: 'Reference',
  in_force: 'In force from',
  personnel: 'People',
  personnel_qualifier: 'Number of people',
  perspectives: 'Points of view',
  precedents: 'Earlier events',
  prior_notification: 'Notified beforehand',
  public_announcement: 'Announced in public',
  quota_used: 'Quota used up',
  receiving: 'Receiving State',
  receiving_state: 'Receiving State',
  requesting: 'Requesting State',
  sending_state: 'Sending State',
  snippets: 'Shared text',
  text_url: 'Text',
  threats: 'Threats addressed',
  tlp: 'TLP',
}

/** What a field is called in print: by its block's title, by the list above, else by its key in words. */
export function fieldLabel(key: string, schema: Schema | undefined): string {
  if (Object.hasOwn(printed, key)) return printed[key] ?? key
  // Only a block is titled for itself; the title of a line or a date is that of its type.
  const titled = schema !== undefined && types(schema).includes('object') && schema.properties ? schema.title : undefined
  return titled ?? capital(key.replaceAll('_', ' '))
}
