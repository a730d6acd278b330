import type { Entry } from '../../workspace/portfolio.ts'
import { contextOf, type PageContext } from '../context.ts'
import { countsOf, entryYears, facets } from './facets.ts'

/** Engagements put together by one of their sides, for a page without a form. */
export interface Group {
  readonly title: string
  readonly values: readonly { readonly name: string; readonly entries: readonly Entry[] }[]
}

/** Engagements by type, country and organization, the most frequent first, and by the year in which they began, the latest first. */
export function groupsOf(entries: readonly Entry[], page: PageContext): readonly Group[] {
  const context = contextOf(page, {})
  const facetGroups = (['type', 'country', 'organization'] as const).map((facet) => ({
    title: `By ${facets[facet].title.toLowerCase()}`,
    values: countsOf(facet, entries, context).map(({ value, name }) => ({
      name,
      entries: entries.filter((entry) => facets[facet].valuesOf(entry).includes(value)),
    })),
  }))
  const years = new Map<number, Entry[]>()
  for (const entry of entries) {
    const year = entryYears(entry, context)?.from
    if (year !== undefined) years.set(year, [...(years.get(year) ?? []), entry])
  }
  const byYear = [...years].sort(([a], [b]) => b - a).map(([year, of]) => ({ name: String(year), entries: of }))
  return [...facetGroups, { title: 'By year of beginning', values: byYear }].filter(({ values }) => values.length > 1)
}
