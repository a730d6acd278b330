import { type ProsePeriod, periodsIn } from '../model/prose-dates.ts'
import { periodWords } from '../schema/date-words.ts'
import { daysBetween, isDate } from '../schema/dates.ts'
import type { Entry } from '../workspace/portfolio.ts'
import { replaceWithin } from './change.ts'
import { type OnOneEngagement, sentencesOnOneEngagement } from './one-citation.ts'
import type { Context, Report } from './rule.ts'
import { inOneLine } from './wording.ts'

/**
 * Sentences of a brief that give one period and cite one engagement whose own
 * dates are almost the same. What lies within those dates may be a phase, and
 * what is far from them something else.
 */
export function* citedPeriodReports(context: Context): Iterable<Report> {
  if (context.document.kind !== 'brief') return
  for (const sentence of sentencesOnOneEngagement(context)) {
    const { passage, entry, start, end } = sentence
    const days = daysOf(entry)
    if (!days) continue
    // The rest of the text is as good as absent: a period never reaches over a full stop.
    const found = periodsIn(passage.own.slice(start, end)).map((p) => ({ ...p, start: p.start + start, end: p.end + start }))
    const [period, ...others] = found
    if (period && others.length === 0 && isSlip(period, days)) yield report(sentence, period, days)
  }
}

interface Days {
  readonly from: string
  readonly to: string
}

/** Both days of an event, where both are known to the day. */
function daysOf({ start, end }: Entry): Days | undefined {
  const areDays = [start, end].every((day) => day?.length === 10 && isDate(day))
  return areDays && start !== undefined && end !== undefined && start < end ? { from: start, to: end } : undefined
}

function isSlip(period: ProsePeriod, days: Days): boolean {
  const [atStart, atEnd] = [Math.abs(daysBetween(period.from, days.from)), Math.abs(daysBetween(period.to, days.to))]
  if (atStart === 0 && atEnd === 0) return false
  const isNear = atStart <= 3 && atEnd <= 3
  if (period.from >= days.from && period.to <= days.to)
    return isNear && daysBetween(period.from, period.to) >= 0.8 * daysBetween(days.from, days.to)
  const isOtherYear = period.from.slice(4) === days.from.slice(4) && period.to.slice(4) === days.to.slice(4)
  // Ships may gather long before and leave long after.
  return isNear || isOtherYear || (Math.min(atStart, atEnd) === 0 && Math.max(atStart, atEnd) <= 14)
}

function report({ passage, entry }: OnOneEngagement, { start, end, isDayFirst }: ProsePeriod, { from, to }: Days): Report {
  const words = periodWords(from, to)
  const within = [start, end] as const
  const written = inOneLine(passage.text, start, end)
  const isWords = isDayFirst && /\p{L}/u.test(written)
  return {
    at: passage.path,
    within,
    atMost: 'info',
    message: `${written} stands here, and ${entry.id}, which this sentence cites, was held from ${words}. Look it up, and correct the one that is wrong.`,
    fixes: isWords ? [replaceWithin(passage.path, within, words, false)] : [],
    related: (['dates.start', 'dates.end'] as const).flatMap((place) => {
      const range = entry.places[place]
      const day = place === 'dates.start' ? from : to
      return range ? [{ path: entry.path, ...range, message: `${entry.id} ${place === 'dates.start' ? 'began' : 'ended'} on ${day}.` }] : []
    }),
  }
}
