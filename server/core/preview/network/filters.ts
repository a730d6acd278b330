import type { Entry } from '../../workspace/portfolio.ts'
import type { Context } from '../context.ts'
import { type Attributes, escapeHtml, type Html, tag } from '../tags.ts'
import { type Choice, type Count, countsOf, entryYears, type FacetName, facetNames, facets, isAnyChosen, matching } from './facets.ts'

/**
 * The form by which a reader chooses. It is never sent anywhere: whoever shows
 * the page hears of a change and has the page made anew. What was chosen stands
 * as a ticked box, which is unticked to take it back.
 */
export function filterForm(entries: readonly Entry[], choice: Choice, context: Context): Html {
  const parts = facetNames.flatMap((name) => facetPart(name, entries, choice, context))
  const all = isAnyChosen(choice) ? [tag('button', { type: 'button', name: 'all' }, escapeHtml('Show all'))] : []
  return tag('form', { class: 'filters', 'aria-label': 'Choose engagements' }, ...parts, yearsPart(entries, choice, context), ...all)
}

/** Values are offered with the number of engagements that would be left. */
function facetPart(name: FacetName, entries: readonly Entry[], choice: Choice, context: Context): readonly Html[] {
  const { title, needs, nameOf } = facets[name]
  const chosen = choice[name]
  const left = matching(entries, choice, context, needs === 'any' ? name : undefined)
  const offered = countsOf(name, left, context).filter(({ value }) => !chosen.includes(value))
  if (chosen.length + offered.length === 0) return []
  const id = `choose-${name}`
  const first = chosen.length === 0 ? 'Any' : needs === 'any' ? 'Or …' : 'And …'
  const boxes = chosen.map((value) => box(name, value, nameOf(context, value)))
  return [
    tag(
      'div',
      { class: 'facet', id: `facet-${name}` },
      tag('label', { for: id }, escapeHtml(title)),
      ...(boxes.length > 0 ? [tag('div', { role: 'group', 'aria-label': `${title}, chosen` }, ...boxes)] : []),
      ...(offered.length > 0 ? [tag('select', { id, name }, option('', first), ...offered.map(optionOf))] : []),
    ),
  ]
}

function box(name: string, value: string, words: string): Html {
  const tick = tag('input', { type: 'checkbox', name, value, checked: '' })
  return tag('label', { class: 'chosen', id: `chosen-${name}-${value}` }, tick, tag('bdi', {}, escapeHtml(words)))
}

function optionOf({ value, name, count }: Count): Html {
  return option(value, `${name} (${count.toLocaleString('en')})`)
}

function option(value: string, words: string, more: Attributes = {}): Html {
  return tag('option', { value, ...more }, escapeHtml(words))
}

function yearsPart(entries: readonly Entry[], { from, to }: Choice, context: Context): Html {
  const known = entries.flatMap((entry) => entryYears(entry, context) ?? [])
  const ends = known.flatMap((years) => [years.from, ...(Number.isFinite(years.to) ? [years.to] : [])])
  const [first, last] = ends.reduce(([low, high], year) => [Math.min(low, year), Math.max(high, year)], [from ?? 9999, to ?? 0])
  // More than these would be a slip in somebody's date.
  const years = last < first || last - first > 400 ? [] : Array.from({ length: last - first + 1 }, (_, i) => first + i)
  const pick = (name: 'from' | 'to', title: string, chosen: number | undefined) =>
    tag(
      'div',
      { class: 'facet' },
      tag('label', { for: `choose-${name}` }, escapeHtml(title)),
      tag(
        'select',
        { id: `choose-${name}`, name },
        option('', 'Any'),
        ...years.map((year) => option(String(year), String(year), year === chosen ? { selected: '' } : {})),
      ),
    )
  return tag('div', { class: 'years' }, pick('from', 'From the year', from), pick('to', 'To the year', to))
}
