import type { Span } from '../text/span.ts'

/** The end of the line on which an offset lies, without its break. */
export function lineEnd(text: string, from: number, limit: number): number {
  let at = from
  while (at < limit && text[at] !== '\n' && text[at] !== '\r') at++
  return at
}

/** The start of the line behind the end of another; behind the end of the text where there is none. */
export function nextLine(text: string, end: number): number {
  return text[end] === '\r' && text[end + 1] === '\n' ? end + 2 : end + 1
}

export function skipSpaces(text: string, from: number, limit: number): number {
  let at = from
  while (at < limit && /[ \t]/.test(text.charAt(at))) at++
  return at
}

/** How many spaces a line begins with; a tab counts as one, since the reading only compares. */
export function indentOf(text: string, start: number, end: number): number {
  return skipSpaces(text, start, end) - start
}

export function isBlank(text: string, start: number, end: number): boolean {
  return skipSpaces(text, start, end) === end
}

/** Whether a comment begins here: `#` does so only at the start of a line or behind a space. */
export function isCommentAt(text: string, at: number): boolean {
  return text[at] === '#' && (at === 0 || /\s/.test(text.charAt(at - 1)))
}

/** Passes over an anchor or a tag before a value. */
export function skipProperties(text: string, from: number, limit: number): number {
  let at = from
  while (at < limit && /[&!]/.test(text.charAt(at))) {
    while (at < limit && !/\s/.test(text.charAt(at))) at++
    at = skipSpaces(text, at, limit)
  }
  return at
}

export interface Key extends Span {
  /** Without quotes. */
  readonly text: string
  readonly colon: number
}

/** The key that stands at an offset, where one does. Read by hand: a pattern would take time in the square of a row of spaces. */
export function keyAt(text: string, at: number, end: number): Key | undefined {
  const c = text.charAt(at)
  if (c === '"' || c === "'") return quotedKey(text, at, end)
  if (at >= end || !/[^\s[\]{}#&*!|>%@`,?:]/.test(c)) return undefined
  for (let colon = at + 1; colon < end && text[colon] !== '#'; colon++) {
    if (text[colon] !== ':') continue
    const word = text.slice(at, colon).trimEnd()
    if (!endsWord(text, colon + 1, end) && !opensBracket(text, colon + 1, word)) continue
    return { text: word, start: at, end: at + word.length, colon }
  }
  return undefined
}

function quotedKey(text: string, at: number, end: number): Key | undefined {
  const close = text.indexOf(text.charAt(at), at + 1)
  if (close < 0 || close >= end) return undefined
  const colon = skipSpaces(text, close + 1, end)
  const isKey = colon < end && text[colon] === ':' && endsWord(text, colon + 1, end)
  return isKey ? { text: text.slice(at + 1, close), start: at, end: close + 1, colon } : undefined
}

/** `countries:[NOR`: YAML takes it for one word, the writer for a key whose space is still to come. */
function opensBracket(text: string, at: number, word: string): boolean {
  return /[[{]/.test(text.charAt(at)) && /^[\w-]+$/.test(word)
}

function endsWord(text: string, at: number, end: number): boolean {
  return at >= end || /\s/.test(text.charAt(at))
}

const border = /^(?:---|\.\.\.)(?=[ \t\r\n]|$)/gm

/** The document around an offset: what lies between two lines that begin with `---` or `...`. */
export function documentAround(text: string, offset: number): Span {
  let start = 0
  for (const match of text.matchAll(border)) {
    if (match.index >= offset) return { start, end: match.index }
    start = Math.min(nextLine(text, lineEnd(text, match.index, text.length)), text.length)
  }
  return { start, end: text.length }
}
