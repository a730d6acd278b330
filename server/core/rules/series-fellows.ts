import type { EngagementFacts, Entry } from '../workspace/portfolio.ts'
import type { Context } from './rule.ts'

/** Another engagement of the same series, with its facts at hand. */
export interface Fellow extends Entry {
  readonly engagement: EngagementFacts
}

/** The other engagements of a series, but for those in files that the house has laid aside. */
export function seriesFellows(series: string, { document, portfolio, isIgnored }: Context): readonly Fellow[] {
  const paths = portfolio.cited('series', series).filter((path) => path === document.path || !isIgnored(path))
  return paths.flatMap((path) =>
    (portfolio.of(path)?.entries ?? []).filter(
      (entry): entry is Fellow => entry.engagement?.series === series && !(entry.path === document.path && entry.index === document.index),
    ),
  )
}
