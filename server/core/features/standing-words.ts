import type { Engagement } from '../model/types.generated.ts'
import { known } from '../model/when.ts'
import { before, dateWords } from '../schema/dates.ts'
import type { Vocabulary } from '../schema/vocabulary.ts'

/** Whether an agreement is in force today, or since when an arrangement has stood; nothing for what happens and is over. */
export function standingWords(engagement: Engagement, vocabulary: Vocabulary, today: string): string | undefined {
  const temporal = vocabulary.engagementTypes.get(engagement.type ?? '')?.temporal[0]
  if (temporal === 'instrument') return agreementWords(engagement, today)
  return temporal === 'standing' ? arrangementWords(engagement, today) : undefined
}

function agreementWords({ agreement = {}, status }: Engagement, today: string): string | undefined {
  const [inForce, ended, provisional] = [known(agreement.in_force), known(agreement.ended), known(agreement.provisional_from)]
  if (ended !== undefined && !before(today, ended)) return `no longer in force since ${dateWords(ended)}`
  if (status === 'terminated') return 'no longer in force'
  if (inForce !== undefined) {
    if (before(today, inForce)) return `not yet in force, but from ${dateWords(inForce)}`
    return `in force since ${dateWords(inForce)}${status === 'suspended' ? ', now suspended' : ''}`
  }
  if (status === 'in-force' || status === 'suspended') return status === 'in-force' ? 'in force' : 'suspended'
  if (provisional !== undefined && !before(today, provisional)) return `applied since ${dateWords(provisional)}, not yet in force`
  // What binds nobody in law never enters into force.
  return agreement.binding === false || status === undefined ? undefined : 'not yet in force'
}

function arrangementWords({ dates = {}, status }: Engagement, today: string): string | undefined {
  const [start, end] = [known(dates.start), known(dates.end)]
  if (start === undefined) return undefined
  if (before(today, start)) return `from ${dateWords(start)}`
  if (end !== undefined) return before(end, today) ? `ended ${dateWords(end)}` : `since ${dateWords(start)}, until ${dateWords(end)}`
  if (status === 'closed') return 'closed'
  return `since ${dateWords(start)}${status === 'dormant' || status === 'suspended' ? `, now ${status}` : ''}`
}
