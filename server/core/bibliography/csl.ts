import type { Source, SourceType } from '../model/types.generated.ts'
import { isDate } from '../schema/dates.ts'
import type { Span } from '../text/span.ts'
import { sourceOf } from './source-parts.ts'

type Item = Readonly<Record<string, unknown>>

/** An item of a CSL-JSON file, with the words by which it is cited. */
export interface CslItem {
  readonly ids: readonly string[]
  readonly item: Item
}

/** The items of a CSL-JSON file, or why there are none, as the end of a sentence about "it", the file. */
export function readCsl(text: string): readonly CslItem[] | string {
  const items = listIn(parsed(text))
  if (typeof items === 'string') return items
  return items.filter(isItem).map((item) => ({
    // Zotero's own id is an address; what people cite is the key beside it.
    ids: [...new Set([item['citation-key'], item['id']].map(wordOf).filter((id) => id !== ''))],
    item,
  }))
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function listIn(value: unknown): readonly unknown[] | string {
  if (value === undefined) return 'it is no sound JSON'
  if (Array.isArray(value)) return value
  const [list] = isItem(value) ? [value['items'], value['references']].filter(Array.isArray) : []
  return list ?? 'it holds no list of references'
}

function isItem(value: unknown): value is Item {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Where each id stands in a sound JSON text; a quotation mark within a text has a backslash before it. */
export function cslPlaces(text: string): ReadonlyMap<string, Span> {
  const places = new Map<string, Span>()
  for (const match of text.matchAll(/"(?:id|citation-key)"\s*:\s*("(?:[^"\\]|\\.)*"|\d+)/g)) {
    const written = match[1] ?? ''
    const start = match.index + match[0].length - written.length
    const id = wordOf(parsed(written))
    const span = written.startsWith('"') ? { start: start + 1, end: start + written.length - 1 } : { start, end: start + written.length }
    if (!places.has(id)) places.set(id, span)
  }
  return places
}

const typesOfItems: Readonly<Record<string, SourceType>> = {
  article: 'article',
  'article-journal': 'article',
  'article-magazine': 'article',
  'article-newspaper': 'news',
  'paper-conference': 'article',
  review: 'article',
  'review-book': 'article',
  periodical: 'article',
  book: 'book',
  chapter: 'book',
  classic: 'book',
  collection: 'book',
  pamphlet: 'book',
  report: 'report',
  thesis: 'report',
  webpage: 'webpage',
  post: 'social',
  'post-weblog': 'webpage',
  treaty: 'treaty',
  bill: 'legislation',
  legislation: 'legislation',
  regulation: 'legislation',
  hearing: 'official',
  standard: 'official',
  speech: 'speech',
  interview: 'interview',
  broadcast: 'broadcast',
  motion_picture: 'broadcast',
  dataset: 'dataset',
}

/** What is published as a part of something: there the newspaper or journal counts and not its owner. */
const parts: readonly SourceType[] = ['article', 'news', 'broadcast', 'social']

/** An item of CSL in the form of an entry under `sources`. */
export function sourceOfCsl(item: Item): Source {
  const type = typesOfItems[wordOf(item['type'])] ?? 'other'
  const within = lineOf(item['container-title'])
  const house = lineOf(item['publisher']) ?? lineOf(item['authority'])
  return sourceOf({
    type,
    title: lineOf(item['title']),
    publisher: parts.includes(type) ? (within ?? house) : (house ?? within),
    author: namesIn(item['author']) ?? namesIn(item['editor']),
    date: dateIn(item['issued']),
    url: wordOf(item['URL']),
    doi: wordOf(item['DOI']),
    accessed: dateIn(item['accessed']),
    language: wordOf(item['language']),
  })
}

function wordOf(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : ''
}

/** A line of text without the marks of layout that CSL allows in it. */
function lineOf(value: unknown): string | undefined {
  const text = wordOf(value).replace(/<\/?(?:i|b|sup|sub|sc|span)(?: [^<>]{0,100})?>/g, '')
  return text.replace(/\s+/g, ' ').trim() || undefined
}

function namesIn(value: unknown): string | undefined {
  const names = (Array.isArray(value) ? value : []).filter(isItem).map((name) => {
    const part = (key: string) => lineOf(name[key])
    const particles = [part('dropping-particle'), part('non-dropping-particle')]
    return part('literal') ?? [part('given'), ...particles, part('family'), part('suffix')].filter(Boolean).join(' ')
  })
  return names.filter((name) => name !== '').join('; ') || undefined
}

/** `{ "date-parts": [[2024, 6, 27]] }`, of a range the first day; some programs write the date as text. */
function dateIn(value: unknown): string | undefined {
  if (!isItem(value)) return firstDate(wordOf(value))
  const [first] = Array.isArray(value['date-parts']) ? value['date-parts'] : []
  const numbers = (Array.isArray(first) ? first : []).map((part: unknown) => wordOf(part).padStart(2, '0'))
  const known = [3, 2, 1].map((count) => numbers.slice(0, count).join('-')).find(isDate)
  return known ?? firstDate(wordOf(value['raw'])) ?? firstDate(wordOf(value['literal']))
}

function firstDate(text: string): string | undefined {
  const [date] = /^\d{4}(?:-\d{2}(?:-\d{2})?)?/.exec(text) ?? []
  return date
}
