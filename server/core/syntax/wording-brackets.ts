import type { Fix } from '../text/finding.ts'
import { lineAround } from '../text/lines.ts'
import { closingQuote } from '../text/quote.ts'
import type { Span } from '../text/span.ts'

/** Where an error of the parser lies. */
export interface Place {
  readonly text: string
  readonly span: Span
  readonly line: Span
  /** The entry or document that the error lies in. */
  readonly within: Span
}

/** What a writer is told of it. */
export interface Said {
  readonly message: string
  readonly span?: Span
  readonly fixes?: readonly Fix[]
  readonly atMost?: { readonly atMost: 'warning' }
}

/** `title: [Draft] Exercise`: the value from its bracket on. */
export function valueInBrackets({ text, line }: Place): Span | undefined {
  const start = /^\s*(?:- +)?[\w-]+:[ \t]+(?=[[{])/.exec(text.slice(line.start, line.end))?.[0].length
  return start === undefined ? undefined : { start: line.start + start, end: line.end }
}

const isBracket = /^(?:\[|\{(?!\{))/

/** `text: {{office}} asks`: the value in which the error lies, where it has a blank of a snippet and no quotes. */
export function valueWithBlank({ text, span, line }: Place): Span | undefined {
  const here = text.slice(line.start, line.end)
  const key = /^\s*(?:-[ \t]+)*(?:[\w-]+:[ \t]+)?/.exec(here)?.[0] ?? ''
  const isInFlow = isBracket.test(here.slice(key.length))
  for (const { index } of here.matchAll(/\{\{[^{}"']*\}\}/g)) {
    const before = here.slice(0, index)
    const lead = isInFlow ? /^(.*(?:[:,][ \t]+|[[{][ \t]*))[^"',[\]{}]*$/.exec(before)?.[1] : key
    if (lead === undefined || /^["']/.test(here.slice(lead.length))) continue
    const value = here.slice(lead.length).replace(/\{\{[^{}"']*\}\}/g, (blank) => '_'.repeat(blank.length))
    const length = value.search(isInFlow ? /[ \t]*(?:[,\]}]|[ \t]#|$)/ : /[ \t]*(?:[ \t]#|$)/)
    const found = { start: line.start + lead.length, end: line.start + lead.length + length }
    if (span.start >= found.start && span.start <= found.end) return found
  }
  return undefined
}

/** `{ country: USA role: host }` lacks a comma, `{ text: He said: done }` quotes; a real "- " or "|" is rare. */
export function blockBetweenBrackets({ text, span, line }: Place): Said {
  const here = text.slice(line.start, line.end)
  const pair = [...here.matchAll(/([\w-]+):[ \t]+([^,[\]{}"']*?)([ \t]+|;[ \t]*)([a-z_]+)(?=:(?:\s|$))/g)].find(
    ({ index }) => line.start + index <= span.end,
  )
  if (!pair)
    return {
      message:
        'Inside [ ] and { } everything stands on the list\'s own lines: a "-" list or a "|" text cannot. Use quotes, or write the list with dashes.',
    }
  const [whole, key = '', value = '', gap = '', next = ''] = pair
  const end = line.start + pair.index + whole.length - next.length
  const at = { start: end - gap.length, end }
  return {
    message: `Between "${key}: ${value}" and "${next}:" a comma is missing. If "${next}:" belongs to the text, put the whole text in quotes.`,
    span: { start: line.start + pair.index, end: end + next.length },
    fixes: [{ title: 'Put a comma between them', safe: false, edits: [{ span: at, text: ', ' }] }],
  }
}

/** What is opened and never closed within the entry: a quote, else the innermost bracket. */
export function notClosed({ text, within }: Place): Said | undefined {
  const open: number[] = []
  for (let i = within.start; i < within.end; i++) {
    const mark = text[i] ?? ''
    if (mark === '#' && /\s/.test(text[i - 1] ?? ' ')) {
      i = lineAround(text, i).end
      continue
    }
    if ((mark === '"' || mark === "'") && /[\s[{,:]/.test(text[i - 1] ?? ' ')) {
      const end = closingQuote(text, i, within.end)
      if (end === undefined)
        return {
          span: at(i),
          message: 'A quote is opened here and never closed, so everything after it is read as part of the text. Write the closing quote.',
        }
      i = end
    } else if (mark === '[' || mark === '{') open.push(i)
    else if ((mark === ']' || mark === '}') && closes(text[open.at(-1) ?? -1], mark)) open.pop()
  }
  const last = open.at(-1)
  if (last === undefined) return undefined
  const comment = /\s(#\S[^\r\n]*)/.exec(text.slice(last, lineAround(text, last).end))
  if (comment?.[1])
    return {
      span: { start: last + comment.index + 1, end: last + comment.index + 1 + comment[1].length },
      message:
        'Behind a space "#" begins a comment, so the closing bracket behind it is not read. If it belongs to a text, put the text in quotes.',
    }
  const [what, closing] = text[last] === '[' ? ['list', ']'] : ['group', '}']
  return { span: at(last), message: `A ${what} is opened here but not closed: write the closing "${closing}".` }
}

function closes(opening: string | undefined, closing: ']' | '}'): boolean {
  return opening === (closing === ']' ? '[' : '{')
}

function at(offset: number): Span {
  return { start: offset, end: offset + 1 }
}
