import { dateWords } from '../schema/dates.ts'
import type { Entry } from '../workspace/portfolio.ts'
import type { Section } from './document-model.ts'
import { htmlPage } from './html.ts'
import { htmlBlocks, htmlInlines } from './html-blocks.ts'
import { isPageLink } from './links.ts'
import type { Group } from './network/groups.ts'
import { entryName } from './references.ts'
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
  /** When it took place, in the place of its date. */
  readonly when?: string
}

/** What stands below the list of pages. */
interface Overview {
  readonly pictures: readonly Section[]
  readonly groups: readonly Group[]
}

/** The list of rendered pages: briefs, then engagements, the latest first; then engagements by their sides, and the pictures of all of them. */
export function renderIndex(pages: readonly PageEntry[], { pictures, groups }: Overview = { pictures: [], groups: [] }): string {
  const lists = [...kindSection('briefs', 'Briefs', pages, 'brief'), ...kindSection('engagements', 'Engagements', pages, 'engagement')]
  const sections = [...lists, ...groupsSection(groups), ...(pictures.length > 0 ? [htmlBlocks(pictures, 1)] : [])]
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
  const own = pages.filter((page) => page.kind === kind)
  if (own.length === 0) return []
  return [tag('section', { id }, tag('h2', {}, escapeHtml(`${title} (${own.length.toLocaleString('en')})`)), pageList(own))]
}

/** Each value with its engagements, folded up until somebody looks for one. */
function groupsSection(groups: readonly Group[]): readonly Html[] {
  if (groups.length === 0) return []
  const parts = groups.map(({ title, values }) =>
    tag(
      'details',
      {},
      tag('summary', {}, escapeHtml(`${title} (${values.length.toLocaleString('en')})`)),
      tag('dl', {}, ...values.map(({ name, entries }) => groupEntry(name, entries))),
    ),
  )
  return [tag('section', { id: 'groups' }, tag('h2', {}, escapeHtml('Find an engagement')), ...parts)]
}

function groupEntry(name: string, entries: readonly Entry[]): Html {
  const links = entries.map((entry) => tag('li', {}, htmlInlines(entryName(entry))))
  return tag(
    'div',
    {},
    tag('dt', { dir: 'auto' }, escapeHtml(`${name} (${entries.length.toLocaleString('en')})`)),
    tag('dd', {}, tag('ul', {}, ...links)),
  )
}

/** Pages by their titles, the latest first, and no more than `most` of them. */
export function pageList(pages: readonly PageEntry[], most = pages.length): Html {
  return tag('ul', { class: 'pages' }, ...[...pages].sort(latestFirst).slice(0, most).map(pageItem))
}

/** Pages without a date come last; those of one date go by their titles. */
function latestFirst(a: PageEntry, b: PageEntry): number {
  const [left, right] = [a.date ?? '', b.date ?? '']
  if (left !== right) return left < right ? 1 : -1
  return a.title < b.title ? -1 : a.title > b.title ? 1 : 0
}

function pageItem({ href, title, id, date, about, when = date === undefined ? '' : dateWords(date) }: PageEntry): Html {
  const name = tag('bdi', {}, escapeHtml(title || id))
  const facts = [about, when].filter((words) => words !== '')
  return tag(
    'li',
    {},
    tag('p', {}, isPageLink(href) ? tag('a', { href }, name) : name, escapeHtml(' '), tag('span', { class: 'id' }, escapeHtml(id))),
    ...(facts.length > 0 ? [tag('p', { class: 'quiet', dir: 'auto' }, escapeHtml(facts.join(' · ')))] : []),
  )
}
