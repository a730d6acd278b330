import { before, firstDay, lastDay } from '../schema/dates.ts'
import type { Vocabulary } from '../schema/vocabulary.ts'
import type { EngagementType, EnumerationEntry, Temporal } from '../schema/vocabulary-types.ts'
import { readChoice } from './answers.ts'

/** When an engagement took place, or its agreement was signed; what is not known is left out. */
export interface When {
  readonly start?: string
  readonly end?: string
  readonly signed?: string
  readonly inForce?: string
}

/** A type may be an event or a standing arrangement; the status tells which, else the usual one counts. */
export function temporalOf(type: EngagementType, status: string | undefined, vocabulary: Vocabulary): Temporal {
  const all = statuses(vocabulary)
  const given = readChoice(all)(status ?? '')
  const fits = 'value' in given ? all.find(({ id }) => id === given.value)?.temporal : undefined
  return type.temporal.find((t) => fits?.includes(t)) ?? type.temporal[0] ?? 'event'
}

export function statusesOf(temporal: Temporal, vocabulary: Vocabulary): readonly EnumerationEntry[] {
  return statuses(vocabulary).filter((entry) => entry.temporal?.includes(temporal))
}

function statuses({ builtIn }: Vocabulary): readonly EnumerationEntry[] {
  return builtIn.enumerations['engagement-status'] ?? []
}

/** What the dates say; nothing where they leave it open. */
export function usualStatus(temporal: Temporal, { start, end, signed, inForce }: When, today: string): string | undefined {
  if (temporal === 'instrument') return inForce ? 'in-force' : signed ? 'signed' : 'negotiating'
  const last = end ?? (temporal === 'standing' ? undefined : start)
  if (start && before(today, firstDay(start))) return 'planned'
  if (last && before(lastDay(last), today)) return temporal === 'standing' ? 'closed' : 'completed'
  if (temporal === 'standing') return 'active'
  return start?.length === 10 && last?.length === 10 ? 'ongoing' : undefined
}
