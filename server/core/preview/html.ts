import { type Of, ofNothing } from '../text/kept.ts'
import type { Banner, Paper, Section } from './document-model.ts'
import { directionOf } from './formats.ts'
import { htmlBlocks } from './html-blocks.ts'
import { stylesheet } from './style.ts'
import { escapeHtml, type Html, tag, together } from './tags.ts'

interface Rendering {
  /** The list of pages, to which a page of a site leads back. */
  readonly home?: string | undefined
  /** Keeps the parts that are written, for whoever writes the next page of the same paper. */
  readonly of?: Of
}

/** A document as one HTML page that needs nothing beside itself and runs nothing. */
export function renderPaper(paper: Paper, { home, of = ofNothing }: Rendering = {}): string {
  const { language, title, heading, banner, titleBlock, sections, review, colophon, kind } = paper
  const way = home === undefined ? [] : [tag('p', { class: 'home' }, tag('a', { href: home }, escapeHtml('All briefs and engagements')))]
  const head = [
    ...marking(banner),
    ...way,
    tag(
      'p',
      { class: 'sort' },
      ...heading.flatMap((words, i) => [...(i > 0 ? [escapeHtml(' · ')] : []), tag('bdi', {}, escapeHtml(words))]),
    ),
    tag('h1', { dir: 'auto' }, escapeHtml(title)),
    htmlBlocks(titleBlock, 1),
  ]
  const foot = [htmlBlocks([{ kind: 'paragraph', content: colophon, tone: 'quiet' }], 1), ...marking(banner)]
  return htmlPage({
    language,
    title,
    className: banner ? `${kind} marked-${banner.colour}` : kind,
    head,
    contents: contentsOf(sections),
    main: together(sections.map((part) => onLine(of(part, sectionHtml)))),
    aside: review ? [tag('aside', { 'aria-labelledby': `${review.id}-title` }, htmlBlocks([review], 1))] : [],
    foot,
  })
}

function sectionHtml(part: Section): Html {
  return htmlBlocks([part], 1)
}

/**
 * The large parts of a page begin on lines of their own and nothing else does, so
 * that an editor can tell without reading them which of them are as before.
 */
function onLine(part: Html): Html {
  return `\n${part}` as Html
}

interface PageParts {
  readonly language: string
  readonly title: string
  readonly className: string
  readonly head: readonly Html[]
  readonly contents: readonly Html[]
  readonly main: Html
  readonly aside?: readonly Html[]
  readonly foot: readonly Html[]
}

/** Nothing may be loaded and nothing may run; only the styles of the page itself count. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

/** The frame that all pages share. */
export function htmlPage({ language, title, className, head, contents, main, aside = [], foot }: PageParts): string {
  const top = tag(
    'head',
    {},
    tag('meta', { charset: 'utf-8' }),
    tag('meta', { 'http-equiv': 'Content-Security-Policy', content: policy }),
    tag('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    tag('meta', { name: 'referrer', content: 'no-referrer' }),
    tag('meta', { name: 'color-scheme', content: 'light dark' }),
    tag('title', {}, escapeHtml(title)),
    // The stylesheet is ours alone and a style element knows no entities, so it is the one text that is not escaped.
    tag('style', {}, stylesheet as Html),
  )
  const body = tag(
    'body',
    { class: className },
    tag('a', { class: 'skip', href: '#text' }, escapeHtml('Skip to the text')),
    ...[tag('header', {}, ...head), ...contents, tag('main', { id: 'text', tabindex: '-1' }, main, onLine('' as Html))].map(onLine),
    ...[...aside, tag('footer', {}, ...foot)].map(onLine),
  )
  return `<!doctype html>\n${tag('html', { lang: language, dir: directionOf(language) }, top, body)}\n`
}

function marking(banner: Banner | undefined): readonly Html[] {
  if (!banner) return []
  const words = banner.words.map((part) => tag('strong', { dir: 'auto' }, escapeHtml(part)))
  const meaning = banner.meaning === '' ? [] : [tag('span', { dir: 'auto' }, escapeHtml(banner.meaning))]
  return [
    tag(
      'p',
      { class: `marking ${banner.colour}` },
      tag('span', { class: 'unseen' }, escapeHtml('Handling: ')),
      together([...words, ...meaning].flatMap((part, i) => (i > 0 ? [escapeHtml(' '), part] : [part]))),
    ),
  ]
}

/** A list of the parts, for a document that is too long to be taken in at a glance. */
function contentsOf(sections: readonly Section[]): readonly Html[] {
  if (sections.length < 6) return []
  const links = sections.map(({ id, title }) => tag('li', {}, tag('a', { href: `#${id}` }, escapeHtml(title))))
  return [tag('nav', { 'aria-labelledby': 'contents' }, tag('h2', { id: 'contents' }, escapeHtml('Contents')), tag('ol', {}, ...links))]
}
