import { once } from '../text/once.ts'
import type { Path } from '../text/path.ts'
import { sentencesIn } from '../text/sentences.ts'
import type { Span } from '../text/span.ts'
import type { Field } from './fields.ts'
import { borrowedStretches, citationMark } from './prose.ts'

/** A Markdown text of a document, as the checks of wording see it. */
export interface Passage {
  readonly path: Path
  /** As the field holds it; every offset counts in it. */
  readonly text: string
  /**
   * As long as the text, with `blank` for each character that is not the
   * writer's own words: quotations, code, addresses, citations, marks of Markdown.
   */
  readonly own: string
  /** The own words with their places, in order. */
  readonly words: () => readonly Word[]
  /** Paragraphs, points of a list, headings and rows of a table. */
  readonly blocks: readonly Block[]
  /** In order; none goes beyond its block. */
  readonly sentences: () => readonly Span[]
}

export interface Word {
  readonly from: number
  readonly to: number
  /** In lower case, with straight apostrophes. */
  readonly word: string
}

/** Lines that are read as one. */
export interface Block extends Span {
  readonly is: 'paragraph' | 'item' | 'heading' | 'row'
  readonly sentences: () => readonly Span[]
}

/** Neither a space nor part of a word, so that what stands on its two sides is not taken to be neighbours. */
export const blank = '\ufffc'

/** The passages of a document, in its order. A `note` speaks to whoever edits the file next, not to the reader. */
export function passagesOf(fields: readonly Field[]): readonly Passage[] {
  return fields.flatMap(({ path, value, schema }) =>
    schema['x-is'] === 'prose' && typeof value === 'string' && path.at(-1) !== 'note' ? [passage(path, value)] : [],
  )
}

export function passage(path: Path, text: string): Passage {
  const own = ownWords(text)
  const blocks = [...blocksIn(text, own)]
  const sentences = once(() => blocks.flatMap((part) => part.sentences()))
  return { path, text, own, words: once(() => [...wordsIn(own)]), blocks, sentences }
}

const word = /[\p{L}\p{M}\p{N}]+(?:['’.&/-][\p{L}\p{M}\p{N}]+)*/gu

function* wordsIn(own: string): Generator<Word> {
  for (const { 0: found, index } of own.matchAll(word))
    yield { from: index, to: index + found.length, word: found.toLowerCase().replaceAll('’', "'") }
}

/** Text between angle brackets that Markdown takes for HTML, or for a link; bounded, as an open bracket may never close. */
const tags = /<\/?[a-z][^<>\n]{0,500}>/giu
const marks = /^[ \t]{0,40}(?:#{1,6}[ \t]|(?:[-*+]|\d{1,9}[.)])[ \t]|>|\|?[ \t]{0,9}:?-{3,}[-:| \t]*$)|[*_~`|\\]/gmu

function ownWords(text: string): string {
  const mayBorrow = /["“„«‘'`>]|:\/\/|www\.|\]\(|^(?: {4}|\t)|~~~/im.test(text)
  let own = mayBorrow ? without(text, borrowedStretches(text)) : text
  for (const pattern of [citationMark, tags, marks]) own = own.replace(pattern, masked)
  return own
}

function without(text: string, stretches: readonly (readonly [from: number, to: number])[]): string {
  const parts: string[] = []
  let done = 0
  for (const [from, to] of [...stretches].sort(([a], [b]) => a - b)) {
    if (to <= done) continue
    parts.push(text.slice(done, Math.max(done, from)), masked(text.slice(Math.max(done, from), to)))
    done = to
  }
  return parts.join('') + text.slice(done)
}

/** White space stays, because line breaks part blocks. */
function masked(stretch: string): string {
  return stretch.replace(/\S/g, blank)
}

const blockStart = /^[ \t]*(?:(#{1,6}[ \t])|((?:[-*+]|\d{1,9}[.)])[ \t])|(\|))/u

function* blocksIn(text: string, own: string): Generator<Block> {
  let open: { is: Block['is']; start: number; end: number } | undefined
  for (const { 0: line, index } of text.matchAll(/[^\n]+/g)) {
    const end = index + line.length
    const [, heading, item, row] = blockStart.exec(line) ?? []
    const is = heading ? 'heading' : item ? 'item' : row ? 'row' : undefined
    const parted =
      open !== undefined && (is !== undefined || open.is === 'heading' || open.is === 'row' || text.slice(open.end, index) !== '\n')
    if (open && parted) yield block(open, own)
    if (line.trim() === '') open = undefined
    else if (open && !parted) open = { ...open, end }
    else open = { is: is ?? 'paragraph', start: index, end }
  }
  if (open) yield block(open, own)
}

function block({ is, start, end }: { is: Block['is']; start: number; end: number }, own: string): Block {
  return {
    is,
    start,
    end,
    sentences: once(() => [...sentencesIn(own.slice(start, end))].map((s) => ({ start: start + s.start, end: start + s.end }))),
  }
}
