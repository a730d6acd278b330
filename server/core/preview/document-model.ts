import type { Source } from '../model/types.generated.ts'
import type { Drawing } from './pictures/drawing.ts'

/**
 * A document as small plain parts, between the model of a file and a format
 * such as HTML. All text is plain: whoever writes a format escapes it there, and
 * nobody behind this point needs to know YAML, Markdown or a code of a country.
 */
export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'break' }
  | { readonly kind: 'code'; readonly text: string }
  /** An id by which people refer to a part, shown small. */
  | { readonly kind: 'key'; readonly text: string }
  | { readonly kind: 'strong' | 'emphasis'; readonly content: Inlines }
  /** Words that stand for themselves, such as a title, in a language and direction of their own. */
  | { readonly kind: 'phrase'; readonly language: string | undefined; readonly content: Inlines }
  | { readonly kind: 'link'; readonly href: string; readonly content: Inlines }
  /** Leads an editor to a place in the file; everywhere else it is only its words. */
  | { readonly kind: 'lead'; readonly to: Place; readonly content: Inlines }
  /** Points to the note on `id`. Number and place are 0 until `numbered` has gone over the whole document. */
  | { readonly kind: 'citation'; readonly id: string; readonly number: number; readonly place: number }

export type Inlines = readonly Inline[]

/** Where in the file a part was written: the steps to a field and, in a text, the offset in its value at which the part begins. */
export interface Place {
  readonly path: readonly (string | number)[]
  readonly offset?: number
}

/** A part of a document. `at` is known of whatever stands in the file as it is; what Chancery adds has no place. */
export type Block = { readonly at?: Place } & BlockKind

type BlockKind =
  | { readonly kind: 'paragraph'; readonly content: Inlines; readonly tone: Tone }
  /** A heading inside a text; level 1 is one below the section that it stands in. */
  | { readonly kind: 'heading'; readonly level: number; readonly content: Inlines }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly start: number; readonly items: readonly ListItem[] }
  | { readonly kind: 'definitions'; readonly entries: readonly Definition[] }
  | Table
  | { readonly kind: 'quote'; readonly blocks: Blocks }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'rule' }
  | Section
  | Figure
  | { readonly kind: 'notes'; readonly notes: readonly Note[] }

export type Blocks = readonly Block[]

/** What is `quiet` steps back behind the text. */
type Tone = 'plain' | 'quiet'

export interface ListItem {
  /** Where a link inside the document may point. */
  readonly id: string | undefined
  readonly blocks: Blocks
}

export interface Definition {
  readonly term: string
  readonly details: Blocks
}

/** A picture of what the data say, and the same facts in words for whoever does not see it. */
export interface Figure {
  readonly kind: 'figure'
  readonly id: string
  readonly title: string
  readonly drawing: Drawing
  /** The facts of the picture as a table or a list. A reader of the page may open them; a format without pictures prints them. */
  readonly words: Blocks
  /** What a reader has to know beside it: a source, a naming profile. */
  readonly note: Inlines
}

/** The first cell of each row is its header. */
export interface Table {
  readonly kind: 'table'
  readonly caption: string
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly Blocks[])[]
}

export interface Column {
  readonly id: string | undefined
  readonly title: Inlines
}

export interface Section {
  readonly kind: 'section'
  readonly id: string
  readonly title: string
  /** What is `key` is set apart as the first thing to read. */
  readonly tone: 'plain' | 'key'
  readonly blocks: Blocks
  readonly at?: Place
}

/** What a number in the text points to. */
export interface Note {
  /** By which the text cites it. */
  readonly id: string
  /** What is known of it as data, for formats that print references themselves. */
  readonly source: Source | undefined
  readonly number: number
  /** How many places in the text point here. */
  readonly places: number
  readonly blocks: Blocks
}

/** The marking of a document, in words; the colour only repeats them. */
export interface Banner {
  readonly words: readonly string[]
  readonly meaning: string
  readonly colour: 'clear' | 'green' | 'amber' | 'amber-strict' | 'red' | 'none'
}

/** A whole document, ready to be written in a format. */
export interface Paper {
  readonly kind: 'engagement' | 'brief'
  readonly language: string
  readonly title: string
  /** What sort of paper it is, above the title. */
  readonly heading: readonly string[]
  readonly banner: Banner | undefined
  readonly titleBlock: Blocks
  readonly sections: readonly Section[]
  /** For whoever works on the paper, never for its readers: what is still open. */
  readonly review?: Section
  readonly colophon: Inlines
  readonly properties: Properties
}

/** What a program that keeps documents asks of one. The day is that of the paper, never that of its printing. */
export interface Properties {
  readonly date: string | undefined
  readonly authors: readonly string[]
  readonly keywords: readonly string[]
}

export function text(words: string): Inline {
  return { kind: 'text', text: words }
}

export function strong(words: string): Inline {
  return { kind: 'strong', content: [text(words)] }
}

export function key(id: string): Inline {
  return { kind: 'key', text: id }
}

export function phrase(words: string, language?: string): Inline {
  return { kind: 'phrase', language, content: [text(words)] }
}

export function cite(id: string): Inline {
  return { kind: 'citation', id, number: 0, place: 0 }
}

/** Parts with a separator between them; empty parts fall out. */
export function joined(parts: readonly Inlines[], separator: string): Inlines {
  return parts.filter((part) => part.length > 0).flatMap((part, i) => (i === 0 ? part : [text(separator), ...part]))
}

// The builders below return no block at all where there is nothing to show, so that callers need not ask.

export function paragraph(content: Inlines | string | undefined, tone: Tone = 'plain'): Blocks {
  const parts = typeof content === 'string' ? (content === '' ? [] : [text(content)]) : (content ?? [])
  return parts.length === 0 ? [] : [{ kind: 'paragraph', content: parts, tone }]
}

export function bullets(items: readonly Blocks[]): Blocks {
  const filled = items.filter((blocks) => blocks.length > 0)
  return filled.length === 0 ? [] : [{ kind: 'list', ordered: false, start: 1, items: filled.map((blocks) => ({ id: undefined, blocks })) }]
}

export function numberedList(items: readonly ListItem[]): Blocks {
  return items.length === 0 ? [] : [{ kind: 'list', ordered: true, start: 1, items }]
}

export function definition(term: string, details: Blocks): readonly Definition[] {
  return details.length === 0 ? [] : [{ term, details }]
}

/** An entry of which the term or the details may not be known, with words in their place; none where neither is. */
export function partlyKnown(
  term: string | undefined,
  details: Blocks,
  unknown: { readonly term: string; readonly details: string },
): readonly Definition[] {
  if (term === undefined && details.length === 0) return []
  return [{ term: term ?? unknown.term, details: details.length > 0 ? details : paragraph(unknown.details) }]
}

/** Blocks with something put behind their last word, or `alone` below them where they end in no paragraph. */
export function withEnd(blocks: Blocks, end: Inlines, alone: Inlines): Blocks {
  const last = blocks.at(-1)
  if (last?.kind !== 'paragraph') return [...blocks, ...paragraph(alone)]
  return [...blocks.slice(0, -1), { ...last, content: [...last.content, ...end] }]
}

export function definitions(entries: readonly Definition[]): Blocks {
  return entries.length === 0 ? [] : [{ kind: 'definitions', entries }]
}

export function section(id: string, title: string, blocks: Blocks, more: Partial<Pick<Section, 'tone' | 'at'>> = {}): readonly Section[] {
  return blocks.length === 0 ? [] : [{ kind: 'section', id, title, tone: 'plain', blocks, ...more }]
}

/**
 * A table in which each row says its cells by the title of their column. Columns
 * come in the given order, those that it does not name after them; a column that
 * no row fills is left out.
 */
export function table(caption: string, order: readonly string[], rows: readonly (readonly Definition[])[]): Blocks {
  if (rows.length === 0) return []
  const filled = new Set(rows.flatMap((row) => row.map(({ term }) => term)))
  const titles = [...new Set([...order, ...filled])].filter((title, i) => i === 0 || filled.has(title))
  const cell = (row: readonly Definition[], title: string) => row.find(({ term }) => term === title)?.details ?? []
  const columns = titles.map((title) => ({ id: undefined, title: [text(title)] }))
  return [{ kind: 'table', caption, columns, rows: rows.map((row) => titles.map((title) => cell(row, title))) }]
}
