import type { EngagementType, Temporal } from '../schema/vocabulary-types.ts'
import type { Entry } from '../workspace/portfolio.ts'

/** When an engagement took place or holds. */
export interface Period {
  readonly kind: Temporal
  readonly start: string
  /** Without it an event took no longer than its start says, and whatever else it is goes on. */
  readonly end: string | undefined
}

/** The period of an engagement: its dates, or from its signature on; undefined where neither is told. */
export function periodOf({ start, end, engagement }: Entry, type: EngagementType | undefined): Period | undefined {
  const { signed, inForce, ended } = engagement?.agreement ?? {}
  const from = start ?? signed ?? inForce
  return from === undefined ? undefined : { kind: type?.temporal[0] ?? 'event', start: from, end: end ?? ended }
}

/** The years that it touches; `to` is infinite for what goes on. */
export function yearsOf({ kind, start, end }: Period): { readonly from: number; readonly to: number } {
  const from = Number(start.slice(0, 4))
  const to = end === undefined ? (kind === 'event' ? from : Number.POSITIVE_INFINITY) : Number(end.slice(0, 4))
  return { from, to: Math.max(from, to) }
}
