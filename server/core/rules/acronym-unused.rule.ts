import type { Brief } from '../model/types.generated.ts'
import { type AcronymUse, acronymsOf, spells } from './acronyms.ts'
import { replaceWithin } from './change.ts'
import { type Context, checkOf, type Report, type Rule } from './rule.ts'

export const rule: Rule = {
  id: 'acronym-unused',
  topic: 'prose',
  level: 'hint',
  certainty: 'exact',
  summary: 'An acronym is introduced and not used.',
  reason:
    'An acronym costs the reader the effort of learning it, which pays only if it comes again. Take it out of `acronyms`, or the short form out of its brackets. A brief that takes in snippets is left alone where it comes to `acronyms`, as the shared text may use them.',
  source: 'Chicago Manual of Style, 17th edition, 10.3: only terms that occur often are abbreviated.',
  examples: {
    bad: [
      `chancery: brief/1
id: example
title: Talks at sea
profile: state-info-memo
stage: draft
date: 2026-11-02
bluf: The two navies met again and set a date for the next talks.
background: The staffs met in May.
acronyms: { FPDA: Five Power Defence Arrangements }
`,
      `chancery: brief/1
id: example
title: Talks at sea
profile: state-info-memo
stage: draft
date: 2026-11-02
bluf: The two navies met again and set a date for the next talks.
background: The Five Power Defence Arrangements (FPDA) were renewed in May.
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
background: The FPDA met in May.
acronyms: { FPDA: Five Power Defence Arrangements }
`,
      `chancery: brief/1
id: example
title: Talks at sea
profile: state-info-memo
stage: draft
date: 2026-11-02
bluf: The two navies met again and set a date for the next talks.
background: The Five Power Defence Arrangements (FPDA) were renewed in May. The FPDA staffs met twice.
`,
    ],
  },
  check: checkOf('brief', check),
}

function* check(model: Brief, context: Context): Iterable<Report> {
  const listed = Object.keys(model.acronyms ?? {})
  const introduced = acronymsOf(context).flat().filter(isIntroduced)
  if (listed.length === 0 && introduced.length === 0) return
  const texts = textsOf(context)
  for (const short of model.snippets?.length ? [] : listed) {
    if (short !== '' && countIn(texts, short, 1) === 0) yield unusedEntry(short)
  }
  for (const use of introduced) {
    if (!listed.includes(use.word) && countIn(texts, use.word, 2) < 2) yield unusedBrackets(use)
  }
}

/** Everything that is printed: also what is quoted, and the names of offices. */
function textsOf({ fields }: Context): readonly string[] {
  return fields.flatMap(({ path, value, schema, isKey }) =>
    !isKey && path[0] !== 'acronyms' && (schema['x-is'] === 'prose' || schema['x-is'] === 'line') ? [String(value)] : [],
  )
}

/** How often a word stands in the texts, up to as often as the caller wants to know. */
function countIn(texts: readonly string[], word: string, most: number): number {
  let count = 0
  for (const text of texts) {
    for (let at = text.indexOf(word); at >= 0 && count < most; at = text.indexOf(word, at + word.length)) {
      const isWhole =
        !/[\p{L}\p{N}]/u.test(text.charAt(at - 1)) &&
        !/^(?!s(?!\p{L}))[\p{L}\p{N}]/u.test(text.slice(at + word.length, at + word.length + 2))
      if (isWhole) count++
    }
    if (count >= most) break
  }
  return count
}

/** "Long Words (LW)": brackets that hold nothing else, behind words that begin with its letters. */
function isIntroduced({ passage: { text }, word, from, to }: AcronymUse): boolean {
  if (text.charAt(from - 1) !== '(' || text.charAt(to) !== ')') return false
  const words = text.slice(Math.max(0, from - 120), from - 1).match(/[\p{L}\p{M}]+/gu) ?? []
  return words.some((_, i) => i >= words.length - word.length - 3 && spells(words.slice(i).join(' '), word))
}

function unusedEntry(short: string): Report {
  return {
    at: ['acronyms', short],
    on: 'key',
    message: `"${short}" is used nowhere in this brief, so nobody needs to learn it. Take it out.`,
    fixes: [{ title: `Take ${short} out`, safe: false, steps: [{ do: 'remove', at: ['acronyms', short] }] }],
  }
}

function unusedBrackets({ passage: { path, text }, word, from, to }: AcronymUse): Report {
  const start = text.charAt(from - 2) === ' ' ? from - 2 : from - 1
  return {
    at: path,
    within: [from - 1, to + 1],
    message: `"${word}" is introduced here and not used again, so nobody needs to learn it. Leave it out.`,
    fixes: [replaceWithin(path, [start, to + 1], '', false, `Leave (${word}) out`)],
  }
}
