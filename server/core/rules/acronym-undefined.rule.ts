import { citationsIn } from '../model/citations.ts'
import type { Brief } from '../model/types.generated.ts'
import type { AcronymUse } from './acronyms.ts'
import { acronymsOf, isSpelledOut, knownAcronyms, namesInCapitals } from './acronyms.ts'
import { replaceWithin } from './change.ts'
import { type Context, checkOf, type Report, type Rule } from './rule.ts'

export const rule: Rule = {
  id: 'acronym-undefined',
  topic: 'prose',
  level: 'info',
  certainty: 'heuristic',
  summary: 'An acronym is used and nowhere spelled out.',
  reason:
    'Whoever decides often comes from another field, and an acronym that is not explained stops the reading. Spell it out at its first use, as "Five Power Defence Arrangements (FPDA)", in a table, or under `acronyms`. For the short form of an organization that Chancery or the team knows, its full name is proposed; other capitals may be a name. Each is reported once. Known acronyms (NATO, UN, EU …), those of the team\'s vocabulary, country codes, Roman numerals, ships, numbered documents such as ICD 203, headings and names in capitals, the names of offices and sources in the same brief, and the titles of cited exercises are left alone.',
  source: 'US Government Publishing Office Style Manual, 2016, chapter 9; Chicago Manual of Style, 17th edition, 10.3.',
  options: {
    known: { type: 'strings', description: 'Further acronyms that your readers know.', default: [] },
  },
  examples: {
    bad: [
      `chancery: brief/1
id: example
title: Talks at sea
profile: state-info-memo
stage: draft
date: 2026-11-02
bluf: The two navies met again and set a date for the next talks.
background: The FPDA met in May.
`,
      `chancery: brief/1
id: example
title: Talks at sea
profile: state-info-memo
stage: draft
date: 2026-11-02
bluf: The two navies met again and set a date for the next talks.
background: >-
  The MMCA talks went on. The Military Maritime Consultative Agreement
  (MMCA) is from 1998.
`,
      `chancery: brief/1
id: example
title: Talks at sea
profile: state-info-memo
stage: draft
date: 2026-11-02
bluf: The two navies met again and set a date for the next talks.
background: The navies share an AIS feed.
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
background: The Five Power Defence Arrangements (FPDA) were renewed; the FPDA met in May. NATO and the EU sent observers.
`,
      `chancery: brief/1
id: example
title: Talks at sea
profile: state-info-memo
stage: draft
date: 2026-11-02
bluf: The two navies met again and set a date for the next talks.
background: The FPDA met in May. USS Carl Vinson called at Da Nang under ICD 203, part II.
acronyms: { FPDA: Five Power Defence Arrangements }
`,
      `chancery: brief/1
id: example
title: Talks at sea
profile: state-info-memo
stage: draft
date: 2026-11-02
bluf: The two navies met again and set a date for the next talks.
background: |
  | Short | Long |
  |---|---|
  | FPDA | Five Power Defence Arrangements |

  The FPDA met in May.

`,
    ],
  },
  check: checkOf('brief', check),
}

function* check(model: Brief, context: Context): Iterable<Report> {
  const known = knownAcronyms(context)
  const uses = acronymsOf(context)
  const names = new Set(uses.flatMap((each) => [...namesInCapitals(each, known)]))
  const open = uses.flat().filter((use) => !known(use.word) && !Object.hasOwn(model.acronyms ?? {}, use.word) && !names.has(use))
  if (open.length === 0) return
  const inLines = wordsOfLines(context)
  const explained = firstPlaces(open.filter(isSpelledOut))
  const exercises = namesOfExercises(model, context, open)
  for (const [word, first] of firstPlaces(open)) {
    if (inLines.has(word) || exercises.has(word)) continue
    const place = explained.get(word)
    // In which order the texts of a brief are printed is a matter of its profile, so they are not compared with each other.
    if (place === undefined) yield undefinedReport(first, context)
    else if (place.passage === first.passage && first.from < place.from && !isSpelledOut(first)) yield lateReport(first)
  }
}

function firstPlaces(uses: readonly AcronymUse[]): ReadonlyMap<string, AcronymUse> {
  return new Map([...uses].reverse().map((use) => [use.word, use]))
}

/** Short forms that are part of a name in the data: an office, an author, a publisher; and those explained in a title. */
function wordsOfLines({ fields }: Context): ReadonlySet<string> {
  const words = fields.flatMap(({ path, value, schema, isKey }) => {
    if (schema['x-is'] !== 'line' || isKey || path[0] === 'acronyms') return []
    const isTitle = path.at(-1) === 'title' && path[0] !== 'sources'
    const text = String(value)
    return isTitle
      ? [...text.matchAll(/\((\p{Lu}[\p{Lu}\p{N}&]*)\)/gu)].map((match) => match[1] ?? '')
      : (text.match(/[\p{Lu}][\p{Lu}\p{N}&]+/gu) ?? [])
  })
  return new Set(words)
}

/** RIMPAC is what an exercise is called, and its title shows it. Asked only where there is something to excuse. */
function namesOfExercises(model: Brief, { passages, portfolio, vocabulary }: Context, open: readonly AcronymUse[]): ReadonlySet<string> {
  const cited = passages().flatMap(({ text }) => citationsIn(text).map(({ id }) => id))
  const ids = open.length === 0 ? [] : new Set([...(model.engagements ?? []), ...cited])
  const entries = [...ids].flatMap((id) => portfolio.defined('engagement', id))
  const played = entries.filter(({ type = '' }) => vocabulary.engagementTypes.get(type)?.block.includes('exercise'))
  return new Set(played.flatMap(({ title = '' }) => title.match(/\p{Lu}[\p{Lu}\p{N}]+/gu) ?? []))
}

function undefinedReport({ passage: { path }, word, from, to }: AcronymUse, { vocabulary }: Context): Report {
  const body = vocabulary.organizations.get(vocabulary.organizations.named(word) ?? '')
  const isShortForm = body?.abbreviations.includes(word) === true && body.name !== word
  const message = `"${word}" is spelled out nowhere, and readers from another field will not know it. Give the full name at the first use, with the short form in brackets, or put it under "acronyms".`
  if (!isShortForm) return { at: path, within: [from, to], message }
  const long = `${body.name} (${word})`
  return {
    at: path,
    within: [from, to],
    message,
    fixes: [replaceWithin(path, [from, to], long, false)],
  }
}

function lateReport({ passage: { path }, word, from, to }: AcronymUse): Report {
  return {
    at: path,
    within: [from, to],
    message: `"${word}" is used here before it is spelled out further down. Give the full name at the first use.`,
  }
}
