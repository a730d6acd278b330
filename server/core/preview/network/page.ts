import type { Entry } from '../../workspace/portfolio.ts'
import { type Context, contextOf, type PageContext } from '../context.ts'
import { portfolioPictures } from '../figures/portfolio.ts'
import { htmlPage } from '../html.ts'
import { htmlBlocks } from '../html-blocks.ts'
import { type PageEntry, pageList } from '../index-page.ts'
import { pageOf } from '../links.ts'
import { entryPeriod } from '../references.ts'
import { escapeHtml, type Html, tag } from '../tags.ts'
import { type Choice, choiceOf, countsOf, facets, isAnyChosen, matching } from './facets.ts'
import { filterForm } from './filters.ts'

export interface NetworkPage {
  readonly html: string
  /** How many engagements there are, and how many of them the page shows. */
  readonly all: number
  readonly shown: number
}

/** More engagements than these nobody reads in a list; the form leads to any of them. */
const mostListed = 300

/**
 * Engagements in pictures, or those of them that somebody chose by country,
 * organization, type, theme and years: `pairs` is what the form of the page says.
 * The page needs somebody who makes it anew when the form changes.
 */
export function networkPage(entries: readonly Entry[], pairs: readonly (readonly [string, string])[], page: PageContext): NetworkPage {
  const [choice, context] = [choiceOf(pairs), contextOf(page, {})]
  const shown = matching(entries, choice, context)
  const html = htmlPage({
    language: 'en',
    title: 'Who met whom',
    className: 'index network',
    head: [tag('h1', {}, escapeHtml('Who met whom, when and where'))],
    contents: [],
    main: tag('div', {}, ...(entries.length === 0 ? [nothingYet()] : found(entries, shown, choice, context))),
    foot: [],
  })
  return { html, all: entries.length, shown: shown.length }
}

function nothingYet(): Html {
  const words =
    'There is no engagement in this folder yet. Keep what happened in files that end in .engagement.yaml; "Chancery: New Engagement" writes the first one. Then this page shows who met whom, when and where.'
  return tag('p', {}, escapeHtml(words))
}

function found(entries: readonly Entry[], shown: readonly Entry[], choice: Choice, context: Context): readonly Html[] {
  const count = tag('p', { role: 'status', id: 'count', class: 'count' }, escapeHtml(countWords(entries, shown, context)))
  const top = [filterForm(entries, choice, context), count]
  if (shown.length === 0) return [...top, tag('p', {}, escapeHtml('No engagement has all of this. Take back one of the choices above.'))]
  const words = isAnyChosen(choice) ? 'these engagements' : 'all engagements'
  return [...top, htmlBlocks(portfolioPictures(shown, context, words), 1), list(shown, context)]
}

function countWords(entries: readonly Entry[], shown: readonly Entry[], context: Context): string {
  const number = (count: number, one: string, many: string) => `${count.toLocaleString('en')} ${count === 1 ? one : many}`
  const of = shown.length === entries.length ? '' : `${shown.length.toLocaleString('en')} of `
  const parties = [
    number(countsOf('country', shown, context).length, 'country', 'countries'),
    number(countsOf('organization', shown, context).length, 'organization', 'organizations'),
  ]
  return `${of}${number(entries.length, 'engagement', 'engagements')}, with ${parties.join(' and ')}`
}

function list(shown: readonly Entry[], context: Context): Html {
  const pages = shown.flatMap((entry) => listed(entry, context))
  const more =
    pages.length > mostListed
      ? [tag('p', { class: 'quiet' }, escapeHtml(`These are the latest ${mostListed} of ${pages.length.toLocaleString('en')}.`))]
      : []
  return tag('section', { id: 'engagements' }, tag('h2', {}, escapeHtml('Engagements')), ...more, pageList(pages, mostListed))
}

function listed(entry: Entry, context: Context): readonly PageEntry[] {
  const href = pageOf(entry.id)
  const title = entry.title ?? entry.id
  const date = entry.start ?? entry.date
  const about = entry.type === undefined ? '' : facets.type.nameOf(context, entry.type)
  return href === undefined ? [] : [{ href, kind: 'engagement', title, id: entry.id, date, about, when: entryPeriod(context, entry) }]
}
