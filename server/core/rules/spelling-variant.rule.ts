import type { Passage } from '../model/passages.ts'
import type { Vocabulary } from '../schema/vocabulary.ts'
import { replaceWithin } from './change.ts'
import { type Context, checkOfTexts, type Report, type Rule } from './rule.ts'
import { beginsSentence, isLanguage } from './wording.ts'

export const rule: Rule = {
  id: 'spelling-variant',
  topic: 'prose',
  level: 'info',
  certainty: 'exact',
  summary: 'A word is spelled in another English than the rest.',
  reason:
    'Mixed spelling shows that a text was put together from several, and a search for "defence" misses "defense". Where `language` says en-GB or en-US, the other spelling is reported; otherwise the rarer one, if both are found. British writers may choose "organise" or "organize", as long as they keep to one. Names such as Department of Defense and Pearl Harbor, quotations, and titles of sources are left alone.',
  source: 'Oxford and Merriam-Webster dictionaries; the list of pairs is our own.',
  examples: {
    bad: [
      `chancery: brief/1
id: example
title: Talks at sea
profile: state-info-memo
stage: draft
date: 2026-11-02
bluf: The two navies met again and set a date for the next talks.
background: The defence ministers met at the training center.
`,
      `chancery: brief/1
id: example
title: Talks at sea
profile: state-info-memo
stage: draft
language: en-GB
date: 2026-11-02
bluf: The two navies met again and set a date for the next talks.
background: |
  The harbor was open.

  - Defense talks went on.

`,
      `chancery: brief/1
id: example
title: Talks at sea
profile: state-info-memo
stage: draft
date: 2026-11-02
bluf: The two navies met again and set a date for the next talks.
background: The organisations met to organize a visit. They recognise the need.
`,
    ],
    good: [
      `chancery: brief/1
id: example
title: Talks at sea
profile: state-info-memo
stage: draft
language: en-GB
date: 2026-11-02
bluf: The two navies met again and set a date for the next talks.
background: The US Department of Defense wrote to the Ministry of Defence. The ship left Pearl Harbor for the harbour.
`,
      `chancery: brief/1
id: example
title: Talks at sea
profile: state-info-memo
stage: draft
language: en-GB
date: 2026-11-02
bluf: The two navies met again and set a date for the next talks.
background: The host calls it a "Center of Excellence"; the centre opened in May.
`,
      `chancery: brief/1
id: example
title: Talks at sea
profile: state-info-memo
stage: draft
language: en-GB
date: 2026-11-02
bluf: The two navies met again and set a date for the next talks.
background: The staff practises in the programme. The organization recognizes both.
`,
    ],
  },
  check: checkOfTexts(check),
}

interface Spelling {
  readonly other: string
  readonly is: 'British' | 'American'
  /** British writers may use either. */
  readonly isFree: boolean
}

interface Spelled extends Spelling {
  readonly passage: Passage
  readonly from: number
  readonly to: number
}

function* check(context: Context): Iterable<Report> {
  const { language } = context.settings
  if (!isLanguage(language, 'en')) return
  const spellings = context.vocabulary.kept(spellingsOf)
  const found = context.passages().flatMap((passage) => [...spelledIn(passage, spellings)])
  const house = houseOf(language)
  if (house) {
    for (const word of found) {
      if (house === 'British' && word.isFree) continue
      if (word.is !== house) yield report(word, `this text is in ${language}`)
    }
  } else yield* rarer(found.filter(({ isFree }) => !isFree))
  if (house !== 'American') yield* rarer(found.filter(isIse))
}

/** Canada spells in ways of its own, and "en" says nothing. */
function houseOf(language: string): Spelling['is'] | undefined {
  if (/^en-US\b/i.test(language)) return 'American'
  return /^en-(?:GB|AU|NZ|IE|IN|ZA|SG|MT)\b/i.test(language) ? 'British' : undefined
}

function spellingsOf(vocabulary: Vocabulary): ReadonlyMap<string, Spelling> {
  const lists = ['spelling-variant', 'spelling-either'].flatMap(
    (id) => vocabulary.wordLists.get(id)?.phrases.map((phrase) => ({ id, ...phrase })) ?? [],
  )
  return new Map(
    lists.flatMap(({ id, words, advice, isAllowed }): [string, Spelling][] => {
      const isFree = id === 'spelling-either'
      if (advice === '' || isAllowed) return []
      return [
        [words, { other: advice, is: 'British', isFree }],
        [advice, { other: words, is: 'American', isFree }],
      ]
    }),
  )
}

function* spelledIn(passage: Passage, spellings: ReadonlyMap<string, Spelling>): Generator<Spelled> {
  for (const { from, word } of passage.words()) {
    // Most words are whole: to look for their parts takes longer than all else here.
    const parts = /^[a-z]+$/.test(word) ? [{ 0: word, index: 0 }] : word.matchAll(/[a-z]+/g)
    for (const { 0: part, index } of parts) {
      const spelling = spellings.get(part)
      if (!spelling) continue
      const place = { from: from + index, to: from + index + part.length }
      if (!isPartOfName(passage.own, place.from, place.to)) yield { passage, ...spelling, ...place }
    }
  }
}

/** A capital inside a sentence, or at its beginning before another: Defense Secretary Austin, Center for Naval Analyses. */
function isPartOfName(own: string, from: number, to: number): boolean {
  if (!/\p{Lu}/u.test(own.charAt(from))) return false
  return !beginsSentence(own, from) || /^\s(?:(?:of|for|and|on|in) (?:the )?)?\p{Lu}/u.test(own.slice(to, to + 12))
}

function isIse({ passage, from, to, isFree }: Spelled): boolean {
  return isFree && /i[sz](?:e|ed|es|ing|er|ers|ation|ations|ational)$/i.test(passage.text.slice(from, to))
}

/** Where both are found, the rarer one; of as many of each, that which came second. */
function* rarer(found: readonly Spelled[]): Iterable<Report> {
  const british = found.filter(({ is }) => is === 'British').length
  const american = found.length - british
  if (british === 0 || american === 0) return
  const kept = british === american ? found[0]?.is : british > american ? 'British' : 'American'
  const example = found.find(({ is }) => is === kept)
  const other = example ? example.passage.text.slice(example.from, example.to) : ''
  for (const word of found) if (word.is !== kept) yield report(word, `"${other}" is spelled the other way`)
}

function report({ passage: { path, text }, from, to, other, is, isFree }: Spelled, but: string): Report {
  const word = text.slice(from, to)
  const instead = inCaseOf(word, other)
  const what = isFree ? `"${word}"` : `"${word}" is ${is} spelling, and`
  return {
    at: path,
    within: [from, to],
    message: isFree ? `${what} is one of two spellings, and ${but}. Keep to one: "${instead}".` : `${what} ${but}. Write "${instead}".`,
    fixes: [replaceWithin(path, [from, to], instead, true)],
  }
}

function inCaseOf(word: string, other: string): string {
  if (word === word.toUpperCase()) return other.toUpperCase()
  return /^\p{Lu}/u.test(word) ? other.charAt(0).toUpperCase() + other.slice(1) : other
}
