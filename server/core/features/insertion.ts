import { type Schema, types } from '../schema/schema.ts'
import { asScalar, quote } from '../text/quote.ts'
import type { Span } from '../text/span.ts'
import type { Choice, KeyChoice } from './choice.ts'
import type { Place } from './cursor.ts'
import type { Ranked } from './ranked.ts'

/** What accepting a choice does to the text. */
export interface Insertion {
  readonly span: Span
  readonly text: string
  /** The text has tab stops, as the protocol writes them. */
  readonly isSnippet?: true
  /** A line that is put in above. */
  readonly above?: { readonly at: number; readonly text: string }
}

/** A choice that fits, with what it does to the text. */
export interface Candidate extends Ranked<Choice> {
  readonly insertion: Insertion
  /** Signs that take the choice and are then typed themselves. */
  readonly commits?: readonly string[]
}

/** How a word gets into its place: as it stands, as an item with a dash, or in brackets of its own. */
export type Wrap = 'bare' | 'dash' | 'brackets'

export function insertValue(place: Place, choice: Choice, wrap: Wrap): Insertion {
  const inBrackets = place.flow || wrap === 'brackets'
  const word = scalar(choice, place.quote, inBrackets)
  const wrapped = wrap === 'dash' ? `- ${word}` : wrap === 'brackets' ? `[${word}]` : word
  return { span: place.word, text: place.glued ? ` ${wrapped}` : wrapped }
}

export function scalar({ text, asIs, always }: Choice, mark: Place['quote'], inBrackets: boolean): string {
  if (asIs) return text
  if (mark && !/["'\\]/.test(text)) return `${mark}${text}${mark}`
  return always === 'quoted' || mark ? quote(text) : asScalar(text, inBrackets)
}

/** Where a key goes: into the mapping at hand, into a new item, or below the key on whose line the writer stands. */
export type KeyWrap = 'bare' | 'dash' | 'below' | 'item-below' | 'braces'

export function insertKey(place: Place, text: string, choice: KeyChoice, wrap: KeyWrap): Insertion {
  const { word, column } = place
  if (wrap === 'braces') return { span: word, text: `${place.glued ? ' ' : ''}{ ${keyText(choice, 0, true)}` }
  if (wrap === 'below' || wrap === 'item-below') {
    const inner = column + (wrap === 'below' ? 2 : 4)
    const line = `\n${' '.repeat(column + 2)}${wrap === 'below' ? '' : '- '}${keyText(choice, inner, false)}`
    return { span: { start: behindColon(text, word.start), end: word.end }, text: line }
  }
  if (place.colon) return { span: word, text: keyWord(choice) }
  const key = keyText(choice, column + (wrap === 'dash' ? 2 : 0), place.flow)
  return { span: word, text: `${place.glued ? ' ' : ''}${wrap === 'dash' ? '- ' : ''}${key}` }
}

export function behindColon(text: string, from: number): number {
  let at = from
  while (/[ \t]/.test(text.charAt(at - 1))) at--
  return at
}

/** A key up to where its value begins: behind it, or on a line of its own. */
function keyText(choice: KeyChoice, column: number, flow: boolean): string {
  const { schema, text, value } = choice
  if (/^chancery: /.test(text)) return text
  if (value !== undefined) return `${keyWord(choice)}: ${value}`
  const all = schema ? types(schema) : []
  const below = `\n${' '.repeat(column + 2)}`
  if (flow || all.length !== 1) return `${keyWord(choice)}: `
  if (all[0] === 'array') return `${keyWord(choice)}:${below}- `
  return all[0] === 'object' ? `${keyWord(choice)}:${below}` : `${keyWord(choice)}: `
}

/** Codes such as NO would be read as a yes or no where they stand as a key, too. */
function keyWord({ text }: KeyChoice): string {
  return asScalar(text)
}

/** How a scalar of a list gets in where the list itself is expected. */
export function wrapFor(place: Place, schema: Schema | undefined): Wrap {
  if (!schema?.items || types(schema).includes('string')) return 'bare'
  return place.at === 'list' ? 'dash' : 'brackets'
}

export function keyWrapFor(place: Place, isItem: boolean): KeyWrap {
  if (place.at === 'list') return isItem ? 'dash' : 'bare'
  if (place.at !== 'value') return 'bare'
  if (place.flow) return 'braces'
  return isItem ? 'item-below' : 'below'
}
