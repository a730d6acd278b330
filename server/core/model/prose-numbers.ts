import type { Span } from '../text/span.ts'

/** What a number in a text counts. */
export type Counted = 'personnel' | 'ships' | 'aircraft' | 'vehicles' | 'countries' | 'per-cent' | 'money' | 'other'

/** How a writer limits a number: "about", "more than", "up to", "nearly". */
export type Bound = 'exact' | 'about' | 'at-least' | 'at-most' | 'nearly'

/** A figure in a text, with what it counts. Numbers in words, dates, ranges and the figures of a name are left out. */
export interface ProseNumber extends Span {
  readonly value: number
  readonly counts: Counted
  readonly bound: Bound
}

const figure = /(?<![\p{L}\p{N}_.,:/+–-])(\d{1,3}(?:[, \u00a0\u202f]\d{3}){1,4}|\d{1,12})(\.\d{1,4})?(?![\p{L}\p{N}_]|[.,:/–-]\p{N})/gu
const magnitudes: Readonly<Record<string, number>> = { hundred: 100, thousand: 1000, million: 1e6, billion: 1e9 }
const magnitude = /^[\s\u00a0]{1,3}(hundred|thousand|million|billion)\b/i

/** What follows a figure that counts something; an adjective that leaves part of the whole out is not skipped. */
const nouns: readonly (readonly [counts: Counted, pattern: RegExp])[] = [
  ['per-cent', /^[\s\u00a0]{0,2}(?:%|per[\s\u00a0]cent\b|percent\b)/i],
  ['personnel', /^[\s\u00a0]{1,3}(?:(?:military|service|armed)[\s\u00a0]{1,3})?(?:personnel|troops|soldiers|servicemembers)\b/i],
  ['personnel', /^[\s\u00a0]{1,3}(?:service[\s\u00a0]members|servicemen and (?:service)?women)\b/i],
  ['ships', /^[\s\u00a0]{1,3}(?:naval[\s\u00a0]{1,3})?(?:ships|warships)\b/i],
  ['aircraft', /^[\s\u00a0]{1,3}(?:military[\s\u00a0]{1,3})?(?:aircraft|aeroplanes|airplanes)\b/i],
  ['vehicles', /^[\s\u00a0]{1,3}(?:(?:military|combat)[\s\u00a0]{1,3})?vehicles\b/i],
  ['countries', /^[\s\u00a0]{1,3}(?:countries|nations|States)\b/],
]

const bounds: readonly (readonly [bound: Bound, pattern: RegExp])[] = [
  ['at-least', /(?:more than|over|at least|no fewer than|no less than|not less than|upwards? of|above|as many as|exceeding)$/i],
  ['at-most', /(?:up to|at most|no more than|not more than|fewer than|less than|under|below)$/i],
  ['nearly', /(?:nearly|almost|close to|just under|just short of)$/i],
  ['about', /(?:about|around|some|roughly|approximately|estimated|circa|ca\.|or so)$/i],
]

/** The figures of a text that count something, in order. Ask it about a passage's own words. */
export function* numbersIn(text: string): Generator<ProseNumber> {
  for (const { 0: found, 1: whole = '', 2: fraction = '', index } of text.matchAll(figure)) {
    const end = index + found.length
    const after = text.slice(end, end + 60)
    if (/^[\s\u00a0]{0,2}(?:to|and|or|-|–)[\s\u00a0]{0,2}\d/.test(after)) continue
    const size = magnitude.exec(after)
    const times = magnitudes[size?.[1]?.toLowerCase() ?? ''] ?? 1
    const rest = after.slice(size?.[0].length ?? 0)
    const before = text.slice(Math.max(0, index - 40), index)
    const counts = countedBy(rest, before, times)
    if (!counts || isEndOfRange(before) || isOfAName(whole, before, counts)) continue
    const value = Number(whole.replace(/\D/g, '') + fraction) * times
    yield { start: index, end: end + (size?.[0].length ?? 0), value, counts, bound: boundOf(before, rest) }
  }
}

function countedBy(after: string, before: string, times: number): Counted | undefined {
  const noun = nouns.find(([, pattern]) => pattern.test(after))
  if (noun) return noun[0]
  if (/(?:\p{Sc}|\b[A-Z]{3})[\s\u00a0]?$/u.test(before) || (times >= 1e6 && /^[\s\u00a0]{1,3}(?:dollars|euros|pounds|yen)\b/i.test(after)))
    return /\p{Sc}[\s\u00a0]?$/u.test(before) || times >= 1e6 ? 'money' : undefined
  return times >= 1e6 ? 'other' : undefined
}

/** "from 8,000 to 10,000 troops" */
function isEndOfRange(before: string): boolean {
  return /\d[\s\u00a0]{0,2}(?:to|and|or|-|–)[\s\u00a0]{0,2}$/.test(before)
}

/** A year, a part of a longer row of figures, or the number of an article: "May 2024 troops", "Article 5 States". */
function isOfAName(whole: string, before: string, counts: Counted): boolean {
  if (/^0\d/.test(whole) || (/^(?:19|20)\d\d$/.test(whole) && counts !== 'per-cent' && counts !== 'money')) return true
  return /\b(?:Article|Art\.|Annex|Chapter|Group|Part|Phase|Section|Stage)[\s\u00a0]{1,3}$/.test(before)
}

function boundOf(before: string, after: string): Bound {
  if (/^[\s\u00a0]{0,2}\+|^[^.;:]{0,40}\bor more\b/.test(after)) return 'at-least'
  const words = before.replace(/(?:\b(?:a total of|an|the)\b|[\s\u00a0]|\p{Sc})+$/iu, '')
  return bounds.find(([, pattern]) => pattern.test(words))?.[0] ?? 'exact'
}
