import type { Passage } from '../model/passages.ts'
import type { Vocabulary } from '../schema/vocabulary.ts'
import type { Country } from '../schema/vocabulary-types.ts'
import { fold } from '../text/words.ts'
import { replaceWithin } from './change.ts'
import { type Context, checkOfTexts, type Report, type Rule } from './rule.ts'
import { inOneLine, isOthersVoice, listedIn } from './wording.ts'

export const rule: Rule = {
  id: 'nationality-adjective',
  topic: 'prose',
  level: 'hint',
  certainty: 'heuristic',
  summary: 'A country stands where its adjective belongs.',
  reason:
    '"The Philippines military" reads like a translation, and a host notices its own name first. Write the adjective, as "the Philippine military"; the suggestion comes from the list of countries. Names in capitals such as Singapore Armed Forces, and countries whose name is used as an adjective, are left alone.',
  source:
    'Permanent Committee on Geographical Names, Country names, on adjectives; US Government Publishing Office Style Manual, 2016, chapter 5.',
  examples: {
    bad: [
      `chancery: brief/1
id: example
title: Talks at sea
profile: state-info-memo
stage: draft
date: 2026-11-02
bluf: The two navies met again and set a date for the next talks.
background: The Philippines military sent two ships.
`,
      `chancery: brief/1
id: example
title: Talks at sea
profile: state-info-memo
stage: draft
date: 2026-11-02
bluf: The two navies met again and set a date for the next talks.
background: >-
  The talks with China
  officials went on.
`,
    ],
    good: [
      `chancery: brief/1
id: example
title: Talks at sea
profile: state-info-memo
stage: draft
date: 2026-11-02
bluf: The two navies met again and set a date for the next talks.
background: The Philippine military sent two ships, and China's officials watched. In Japan officials met twice.
`,
      `chancery: brief/1
id: example
title: Talks at sea
profile: state-info-memo
stage: draft
date: 2026-11-02
bluf: The two navies met again and set a date for the next talks.
background: The United States military and the New Zealand government sent officers. South China Sea.
`,
    ],
  },
  check: checkOfTexts(check),
}

function* check(context: Context): Iterable<Report> {
  const adjectives = context.vocabulary.kept(listedNouns)
  for (const { passage, from, to } of listedIn(context, 'nationality-adjective')) {
    if (isOthersVoice(passage.path) || /\p{Lu}/u.test(passage.own.charAt(from))) continue
    const found = countryBefore(passage, from, context)
    const adjective = found?.country.demonyms[0]
    if (!found || adjective === undefined || adjectives.has(fold(found.country.name)) || fold(adjective) === fold(found.country.name))
      continue
    if (isPlaceOrName(passage.own.slice(Math.max(0, found.from - 40), found.from))) continue
    const name = passage.text.slice(found.from, found.to)
    const noun = inOneLine(passage.text, from, to)
    yield {
      at: passage.path,
      within: [found.from, to],
      message: `"${name}" is the country; its adjective is "${adjective}", as in "${adjective} ${noun}".`,
      fixes: [replaceWithin(passage.path, [found.from, found.to], adjective, false)],
    }
  }
}

function listedNouns({ wordLists }: Vocabulary): ReadonlySet<string> {
  const phrases = wordLists.get('nationality-adjective')?.phrases ?? []
  return new Set(phrases.flatMap(({ words, isAllowed }) => (isAllowed ? [fold(words)] : [])))
}

interface CountryBefore {
  readonly country: Country
  readonly from: number
  readonly to: number
}

/** The country whose name, in full, ends right before a place; the longest of up to four words. */
function countryBefore({ own }: Passage, at: number, { vocabulary: { countries } }: Context): CountryBefore | undefined {
  const before = own.slice(Math.max(0, at - 60), at)
  for (const words of [4, 3, 2, 1]) {
    const match = new RegExp(`(?<![\\p{L}\\p{N}.'’-])\\p{Lu}[\\p{L}'’-]*(?:\\s[\\p{L}'’-]+){${words - 1}}(?=\\s+$)`, 'u').exec(before)
    if (!match) continue
    const country = countries.get(countries.named(match[0]) ?? '')
    const from = at - before.length + match.index
    if (country && fold(country.name) === fold(match[0])) return { country, from, to: from + match[0].length }
  }
  return undefined
}

/** "In Japan officials met" names a place, "Republic of China" and "South China" are parts of a name. */
function isPlaceOrName(before: string): boolean {
  return placeBefore.test(before) || /(?<!\p{L})(?!The\b)\p{Lu}\p{L}*\s+(?:of\s+(?:the\s+)?)?$/u.test(before)
}

const placeBefore = /\b(?:in|from|to|into|within|inside|outside|across|near|off|throughout|via)\s+(?:the\s+)?$/i
