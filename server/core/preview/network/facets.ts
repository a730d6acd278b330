import { countryName, enumerationLabel, organizationName } from '../../schema/value-words.ts'
import type { Entry } from '../../workspace/portfolio.ts'
import type { Context } from '../context.ts'
import { periodOf, yearsOf } from '../entry-period.ts'

/** A side of engagements by which a reader looks for some of them. */
interface Facet {
  readonly title: string
  readonly valuesOf: (entry: Entry) => readonly string[]
  /** Of several values that were chosen an engagement must have all, or, where it can have but one, any. */
  readonly needs: 'all' | 'any'
  readonly nameOf: (context: Context, value: string) => string
}

export const facets = {
  country: {
    title: 'Country',
    valuesOf: ({ engagement }) => engagement?.countries ?? [],
    needs: 'all',
    nameOf: countryName,
  },
  organization: {
    title: 'Organization',
    valuesOf: ({ engagement }) => engagement?.organizations ?? [],
    needs: 'all',
    nameOf: organizationName,
  },
  type: {
    title: 'Type',
    valuesOf: ({ type }) => (type === undefined ? [] : [type]),
    needs: 'any',
    nameOf: ({ vocabulary }, value) => vocabulary.engagementTypes.get(value)?.label ?? value,
  },
  theme: {
    title: 'Theme',
    valuesOf: ({ engagement }) => engagement?.themes ?? [],
    needs: 'all',
    nameOf: (context, value) => enumerationLabel(context, 'theme', value),
  },
} as const satisfies Readonly<Record<string, Facet>>

export type FacetName = keyof typeof facets
export const facetNames = Object.keys(facets) as readonly FacetName[]

/** What was chosen: values of each facet, and the years that an engagement must touch. */
export interface Choice extends Readonly<Record<FacetName, readonly string[]>> {
  readonly from: number | undefined
  readonly to: number | undefined
}

/** What a form says, as pairs of a name and a value; what is no facet and no year is left out. */
export function choiceOf(pairs: readonly (readonly [string, string])[]): Choice {
  const valuesOf = (name: string) => [...new Set(pairs.flatMap(([key, value]) => (key === name && value !== '' ? [value] : [])))]
  const yearOf = (name: string) => valuesOf(name).flatMap((value) => (/^\d{4}$/.test(value) ? [Number(value)] : []))[0]
  return {
    country: valuesOf('country'),
    organization: valuesOf('organization'),
    type: valuesOf('type'),
    theme: valuesOf('theme'),
    from: yearOf('from'),
    to: yearOf('to'),
  }
}

export function isAnyChosen({ from, to, ...values }: Choice): boolean {
  return from !== undefined || to !== undefined || Object.values(values).some((chosen) => chosen.length > 0)
}

/** The engagements that have all that was chosen; of one facet nothing is asked where a caller leaves it out. */
export function matching(entries: readonly Entry[], choice: Choice, context: Context, but?: FacetName): readonly Entry[] {
  return entries.filter((entry) => inYears(entry, choice, context) && facetNames.every((name) => name === but || has(entry, name, choice)))
}

function has(entry: Entry, name: FacetName, choice: Choice): boolean {
  const { valuesOf, needs } = facets[name]
  const [chosen, values] = [choice[name], valuesOf(entry)]
  const isThere = (value: string) => values.includes(value)
  return chosen.length === 0 || (needs === 'all' ? chosen.every(isThere) : chosen.some(isThere))
}

/** One whose time nobody told is in no year. */
function inYears(entry: Entry, { from, to }: Choice, context: Context): boolean {
  if (from === undefined && to === undefined) return true
  const years = entryYears(entry, context)
  return years !== undefined && years.from <= (to ?? Number.POSITIVE_INFINITY) && years.to >= (from ?? 0)
}

export function entryYears(entry: Entry, { vocabulary }: Context): ReturnType<typeof yearsOf> | undefined {
  const period = periodOf(entry, entry.type === undefined ? undefined : vocabulary.engagementTypes.get(entry.type))
  return period && yearsOf(period)
}

export interface Count {
  readonly value: string
  readonly name: string
  readonly count: number
}

/** The values of a facet with the number of engagements that have each, the most frequent first. */
export function countsOf(name: FacetName, entries: readonly Entry[], context: Context): readonly Count[] {
  const counts = new Map<string, number>()
  for (const entry of entries) for (const value of new Set(facets[name].valuesOf(entry))) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts]
    .map(([value, count]) => ({ value, count, name: facets[name].nameOf(context, value) }))
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1))
}
