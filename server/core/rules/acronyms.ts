import type { Passage } from '../model/passages.ts'
import type { Context, SharedContext } from './rule.ts'

/** An acronym as it stands in a text, without the s of a plural. */
export interface AcronymUse {
  readonly passage: Passage
  readonly word: string
  readonly from: number
  readonly to: number
}

/** Capitals, with digits and an ampersand inside; not part of a code such as USN-7, A/RES/75 or ICD 203. */
const token = /(?<![\p{L}\p{M}\p{N}_/.&@#-])(\p{Lu}(?:[\p{Lu}\p{N}&]*\p{Lu}))s?(?![\p{L}\p{N}_/&]|[\s-]?\p{N}|\.\p{L})/gu
const numeral = /^M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/

/** The acronyms of each passage of a document. */
export function acronymsOf({ kept }: Context): readonly (readonly AcronymUse[])[] {
  return kept(acronymsOfEach)
}

function acronymsOfEach({ passages }: SharedContext): readonly (readonly AcronymUse[])[] {
  return passages().map(acronymsIn)
}

/** The acronyms in the writer's own words; a line all in capitals is a heading, and words in capitals side by side are a name. */
function acronymsIn(passage: Passage): readonly AcronymUse[] {
  const { own, blocks } = passage
  const all = [...own.matchAll(token)].map(({ 0: whole, 1: word = '', index }) => ({
    passage,
    word,
    from: index,
    to: index + word.length,
    end: index + whole.length,
  }))
  if (all.length === 0) return []
  const loud = blocks.filter(({ start, end }) => /\s\S/.test(own.slice(start, end).trim()) && !/\p{Ll}/u.test(own.slice(start, end)))
  return all.filter(({ word, from }) => !numeral.test(word) && !loud.some(({ start, end }) => start <= from && from < end))
}

/**
 * Which of them are part of a name in capitals: side by side with another that
 * is not known either, or a longer word behind a known one, as in FS TONNERRE.
 */
export function namesInCapitals(uses: readonly AcronymUse[], isKnown: (word: string) => boolean): ReadonlySet<AcronymUse> {
  const pairs = uses.flatMap((use, i) => {
    const next = uses[i + 1]
    if (!next || isKnown(next.word) || !/^\s$/.test(use.passage.own.slice(use.to, next.from))) return []
    if (isKnown(use.word)) return next.word.length > 5 ? [next] : []
    return [use, next]
  })
  return new Set(pairs)
}

/** The acronyms that a list of known ones, the team or an option excuses from being spelled out, in any case. */
export function knownAcronyms({ vocabulary, options }: Context): (word: string) => boolean {
  const list = vocabulary.wordLists.get('acronym-undefined')?.phrases ?? []
  const own = Array.isArray(options['known']) ? options['known'].map(String) : []
  const known = new Set([...list.flatMap(({ words, isAllowed }) => (isAllowed ? [] : [words])), ...own, ...vocabulary.acronyms.keys()])
  return (word) => known.has(word) || vocabulary.countries.get(word) !== undefined
}

/** Whether an acronym is explained where it stands. */
export function isSpelledOut({ passage: { text, blocks }, word, from, to }: AcronymUse): boolean {
  const before = text.slice(Math.max(0, from - 80), from)
  const after = text.slice(to, to + 200)
  if (/[\p{L}\p{N}.”"*_]\s*\([^()]*$/u.test(before) && /^s?["”'’*_]*\s*[),;:]/.test(after)) return true
  if (/(?:\bor|known as|called|abbreviated|abbreviated (?:as|to)|short form|hereafter|hereinafter)\s+(?:the\s+)?["“'‘*_]*$/.test(before))
    return true
  const gloss =
    /^s?["”'’*_|]*\s*(?:\(|:|–|—|=|\||-\s|,|(?:stands|is short) for|means)\s*(?:that is,?|i\.e\.|in full)?\s*["“'‘*_]*(.*)/su.exec(
      after,
    )?.[1]
  if (gloss !== undefined && spells(gloss, word)) return true
  const row = blocks.find((block) => block.is === 'row' && block.start <= from && from < block.end)
  return row !== undefined && isCell(text.slice(row.start, row.end), word)
}

/** A row of a list of acronyms: one cell is the acronym, another has words. */
function isCell(row: string, word: string): boolean {
  const cells = row.split('|').map((cell) => cell.replace(/[*_`"]/g, '').trim())
  return cells.includes(word) && cells.some((cell) => cell !== word && /\p{Ll}/u.test(cell))
}

const small = /^(?:the|of|and|for|on|in|to|a|an|at|de|des|du|der|die|das|und)$/i

/** Whether the first words of a text begin, in order, with the letters of an acronym; of some words several letters count. */
export function spells(text: string, acronym: string): boolean {
  const letters = acronym.toLowerCase().replace(/[^\p{L}]/gu, '')
  const words = (text.match(/[\p{L}\p{M}]+/gu) ?? []).filter((word) => !small.test(word)).slice(0, letters.length + 1)
  const first = words[0]?.toLowerCase() ?? ''
  if (words.length < 2 || first.charAt(0) !== letters.charAt(0)) return false
  let found = 0
  for (const letter of words.join('').toLowerCase()) if (letter === letters.charAt(found)) found++
  return found >= letters.length
}
