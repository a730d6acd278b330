import type { Source, SourceType } from '../model/types.generated.ts'
import { isDate } from '../schema/dates.ts'
import type { BibEntry } from './bibtex.ts'
import { latexText, latexVerbatim } from './latex.ts'
import { sourceOf } from './source-parts.ts'

const typesOfEntries: Readonly<Record<string, SourceType>> = {
  article: 'article',
  suppperiodical: 'article',
  periodical: 'article',
  inproceedings: 'article',
  conference: 'article',
  book: 'book',
  mvbook: 'book',
  inbook: 'book',
  bookinbook: 'book',
  suppbook: 'book',
  booklet: 'book',
  collection: 'book',
  mvcollection: 'book',
  incollection: 'book',
  proceedings: 'book',
  report: 'report',
  techreport: 'report',
  thesis: 'report',
  phdthesis: 'report',
  mastersthesis: 'report',
  manual: 'report',
  online: 'webpage',
  electronic: 'webpage',
  www: 'webpage',
  dataset: 'dataset',
  legislation: 'legislation',
  legal: 'treaty',
  standard: 'official',
  audio: 'broadcast',
  movie: 'broadcast',
  video: 'broadcast',
}

/** An entry of BibTeX or BibLaTeX in the form of an entry under `sources`. */
export function sourceOfBibtex({ type, fields }: BibEntry): Source {
  const first = (...names: readonly string[]) => names.map((name) => latexText(fields.get(name) ?? '')).find((text) => text !== '')
  const exact = (name: string) => latexVerbatim(fields.get(name) ?? '')
  const howpublished = /https?:\/\/[^\s{}]+/.exec(fields.get('howpublished') ?? '')?.[0]
  const url = exact('url') || (howpublished && latexVerbatim(howpublished))
  const kind = typesOfEntries[type] ?? (url ? 'webpage' : 'other')
  const houses = ['publisher', 'institution', 'school', 'organization']
  const within = ['journaltitle', 'journal', 'booktitle', 'maintitle']
  const subtitle = first('subtitle')
  const title = first('title')
  return sourceOf({
    type: kind,
    title: title && subtitle ? `${title}: ${subtitle}` : title,
    publisher: kind === 'article' ? first(...within, ...houses) : first(...houses, ...within),
    author: namesOf(fields.get('author')) ?? namesOf(fields.get('editor')),
    date: dateOf(fields),
    url,
    doi: exact('doi'),
    accessed: exact('urldate'),
    language: first('langid', 'language'),
  })
}

/** "2024-06-27", of a range the first day; or the older fields year, month and day. */
function dateOf(fields: BibEntry['fields']): string | undefined {
  const field = (name: string) => latexText(fields.get(name) ?? '')
  const [given = ''] = field('date').split('/')
  const date = given.replace(/[~?%]$/, '')
  if (isDate(date)) return date
  const year = /\b\d{4}\b/.exec(field('year'))?.[0]
  if (year === undefined) return undefined
  const two = (text: string) => text.padStart(2, '0')
  const month = monthOf(field('month'))
  return [[year, two(month), two(field('day'))].join('-'), [year, two(month)].join('-'), year].find(isDate)
}

/** A month as a number; the abbreviations of BibTeX are numbers already. */
function monthOf(text: string): string {
  const names = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
  const named = names.indexOf(text.slice(0, 3).toLowerCase()) + 1
  return named > 0 ? String(named) : text
}

/** "Themnér, Lotta and Wallensteen, Peter" as "Lotta Themnér; Peter Wallensteen"; a name in braces is that of a body. */
function namesOf(value: string | undefined): string | undefined {
  const names = splitOutside((value ?? '').replace(/\s+/g, ' '), / and /iy).map((name) => {
    if (/^others$/i.test(name)) return 'others'
    const parts = splitOutside(name, / ?, ?/y).map(latexText)
    const [last = '', ...more] = parts
    const given = more.pop()
    return [given, last, ...more].filter(Boolean).join(' ')
  })
  return names.filter((name) => name !== '').join('; ') || undefined
}

/** Splits a text at what fits a pattern outside of braces. */
function splitOutside(text: string, separator: RegExp): readonly string[] {
  const parts: string[] = []
  let depth = 0
  let start = 0
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '{') depth++
    else if (text[at] === '}') depth--
    separator.lastIndex = at
    const found = depth === 0 ? separator.exec(text)?.[0] : undefined
    if (!found) continue
    parts.push(text.slice(start, at).trim())
    at += found.length - 1
    start = at + 1
  }
  return [...parts, text.slice(start).trim()]
}
