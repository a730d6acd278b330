import { blank, type Passage } from './passages.ts'
import { thoughtAt } from './sentence-at.ts'

/** A name in the writer's own words. */
export interface NameMention {
  readonly name: string
  readonly passage: Passage
  readonly from: number
  readonly to: number
  /** The own words of the sentence in which it stands. */
  readonly sentence: string
}

/**
 * Where names stand in texts, as they are written, the longest first: "Republic of
 * Korea" is not found in a longer name that is among them. A name that goes on in
 * capitals belongs to something else, as in Burma Road.
 */
export function mentionsOf(pattern: RegExp | undefined, passages: readonly Passage[]): readonly NameMention[] {
  return pattern === undefined ? [] : passages.flatMap((passage) => [...mentionsIn(passage, pattern)])
}

/** What finds these names. */
export function namePattern(names: readonly string[]): RegExp | undefined {
  if (names.length === 0) return undefined
  const words = [...new Set(names)].sort((a, b) => b.length - a.length)
  const escaped = words.map((name) =>
    name
      .replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
      .replace(/'/g, "['’]")
      .replace(/ /g, '\\s'),
  )
  return new RegExp(`(?<![\\p{L}\\p{N}/-])(?:${escaped.join('|')})(?![\\p{L}\\p{N}/-])`, 'gu')
}

function* mentionsIn(passage: Passage, pattern: RegExp): Generator<NameMention> {
  const { own } = passage
  for (const { 0: found, index: from } of own.matchAll(pattern)) {
    const to = from + found.length
    if (/^\s\p{Lu}/u.test(own.slice(to, to + 2)) || /\p{Lu}[\p{L}-]*\s$/u.test(ahead(own, from))) continue
    const { start, end } = thoughtAt(passage, from)
    yield { name: found.replace(/\s/g, ' ').replaceAll('’', "'"), passage, from, to, sentence: own.slice(start, end) }
  }
}

/** What stands before a name within the sentence, its first word aside, which has a capital anyway. */
function ahead(own: string, from: number): string {
  const before = own.slice(Math.max(0, from - 40), from)
  const start = Math.max(before.lastIndexOf('. '), before.lastIndexOf('\n'), before.lastIndexOf(blank))
  return before.slice(start + 1).replace(/^\s*\S+\s/, (first) => (from <= 40 || start >= 0 ? '' : first))
}
