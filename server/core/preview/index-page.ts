import { dateWords } from '../schema/dates.ts'
import type { Section } from './document-model.ts'
import { htmlPage } from './html.ts'
import { htmlBlocks } from './html-blocks.ts'
import { isPageLink } from './links.ts'
import { escapeHtml, type Html, tag } from './tags.ts'

/** A rendered page, as the list of pages names it. */
export interface PageEntry {
  /** Where the page lies, relative to the list. */
  readonly href: string
  readonly kind: 'engagement' | 'brief'
  readonly title: string
  readonly id: string
  readonly date: string | undefined
  readonly about: string
}

/** The list of rendered pages: briefs, then engagements, the latest first; then the pictures of all of them. */
export function renderIndex(pages: readonly PageEntry[], pictures: readonly Section[] = []): string {
  const lists = [...kindSection('briefs', 'Briefs', pages, 'brief'), ...kindSection('engagements', 'Engagements', pages, 'engagement')]
  const sections = pictures.length > 0 ? [...lists, htmlBlocks(pictures, 1)] : lists
  const nothing = tag('p', {}, escapeHtml('There is no page here yet.'))
  return htmlPage({
    language: 'en',
    title: 'Briefs and engagements',
    className: 'index',
    head: [tag('h1', {}, escapeHtml('Briefs and engagements'))],
    contents: [],
    main: sections.length > 0 ? tag('div', {}, ...sections) : nothing,
    foot: [],
  })
}

function kindSection(id: string, title: string, pages: readonly PageEntry[], kind: PageEntry['kind']): readonly Html[] {
  const own = pages.filter((page) => page.kind === kind).sort(latestFirst)
  if (own.length === 0) return []
  return [
    tag(
      'section',
      { id },
      tag('h2', {}, escapeHtml(`${title} (${own.length.toLocaleString('en')})`)),
      tag('ul', { class: 'pages' }, ...own.map(pageItem)),
    ),
  ]
}

/** Pages without a date come last; those of one date go by their titles. */
function latestFirst(a: PageEntry, b: PageEntry): number {
  const [left, right] = [a.date ?? '', b.date ?? '']
  if (left !== right) return left < right ? 1 : -1
  return a.title < b.title ? -1 : a.title > b.title ? 1 : 0
}

function pageItem({ href, title, id, date, about }: PageEntry): Html {
  const name = tag('bdi', {}, escapeHtml(title || id))
  const facts = [about, date === undefined ? '' : dateWords(date)].filter((words) => words !== '')
  return tag(
    'li',
    {},
    tag('p', {}, isPageLink(href) ? tag('a', { href }, name) : name, escapeHtml(' '), tag('span', { class: 'id' }, escapeHtml(id))),
    ...(facts.length > 0 ? [tag('p', { class: 'quiet', dir: 'auto' }, escapeHtml(facts.join(' · ')))] : []),
  )
}
