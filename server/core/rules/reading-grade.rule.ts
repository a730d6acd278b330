import type { Passage } from '../model/passages.ts'
import { checkOfTexts, numberOption, type Rule } from './rule.ts'
import { isLanguage } from './wording.ts'

const usual = 14
const enough = 100

export const rule: Rule = {
  id: 'reading-grade',
  topic: 'prose',
  level: 'hint',
  certainty: 'exact',
  summary: 'A text is harder to read than its readers need.',
  reason:
    'Long words and long sentences cost the reader time, and a busy one stops. The grade is that of Flesch and Kincaid, about the years of schooling that a text asks for: 0.39 times the words per sentence, plus 11.8 times the syllables per word, minus 15.59. Syllables are counted by rule, as groups of vowels without a silent e; words all in capitals count as one, quotations and names of more than one word not at all. Only texts in English with a hundred words or more are judged.',
  source: 'Kincaid, J. P., and others, Derivation of New Readability Formulas for Navy Enlisted Personnel, 1975.',
  options: {
    grade: { type: 'number', description: 'The highest grade that is let stand.', default: usual },
    words: { type: 'number', description: 'How many words a text must have to be judged.', default: enough },
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
background: |
  The institutionalization of multilateral consultative arrangements necessitates considerable organizational
  accommodation among participating administrations, particularly concerning interoperability documentation.
  Notwithstanding procedural heterogeneity, representatives acknowledged the desirability of standardized
  communication methodologies throughout operational environments characterized by simultaneous uncertainty.
  Consequently, intergovernmental coordination mechanisms require comprehensive administrative harmonization.
  Furthermore, the implementation of notification procedures presupposes technological compatibility between
  geographically distributed headquarters, whose operational responsibilities occasionally contradict established
  legislative prerogatives. Additional consideration of institutional sustainability remains necessary, because
  prospective participants continuously reinterpret organizational obligations according to domestic constitutional
  requirements and budgetary limitations. Comparable experiences demonstrate that insufficiently institutionalized
  relationships deteriorate rapidly whenever governmental representatives are substituted.

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
background: |
  The two staffs met in May and agreed on a date. They will meet again in the spring, in a town that is still
  to be named. Each side sends four officers and one lawyer. The talks last two days. On the first day they go through
  the list of incidents at sea. On the second day they agree on signals and on the hours of the line between the two
  posts. The host writes the record, and both sides check it within a week. If the talks are put off, the host names a
  new date in the same note. Costs are small, since each side pays its own way. The press is told after the talks have
  ended, in a short text that both sides have seen.

`,
    ],
  },
  check: checkOfTexts(function* (context) {
    if (!isLanguage(context.settings.language, 'en')) return
    const limit = numberOption(context, 'grade', usual)
    for (const passage of context.passages()) {
      const grade = gradeOf(passage, numberOption(context, 'words', enough))
      if (grade === undefined || grade <= limit) continue
      yield {
        at: passage.path,
        message: `This text has the reading grade ${grade}, and ${limit} is the limit. Shorten the longest sentences, and use shorter words.`,
      }
    }
  }),
}

/** Of the sentences in paragraphs and lists; none where there are too few words to tell. */
function gradeOf(passage: Passage, least: number): number | undefined {
  const words = passage.words()
  if (words.length < least) return undefined
  const running = passage.blocks.filter(({ is }) => is === 'paragraph' || is === 'item')
  const sentences = running.reduce((sum, block) => sum + block.sentences().length, 0)
  const counted = words.filter(({ from }) => !isPartOfName(passage.own, from))
  if (sentences === 0 || counted.length < least) return undefined
  const syllables = counted.reduce(
    (sum, { from, to, word }) => sum + (isInCapitals(passage.own.slice(from, to)) ? 1 : syllablesOf(word)),
    0,
  )
  return Math.round(0.39 * (counted.length / sentences) + 11.8 * (syllables / counted.length) - 15.59)
}

function isInCapitals(word: string): boolean {
  return word === word.toUpperCase()
}

/** A capital behind another word with a capital. */
function isPartOfName(own: string, at: number): boolean {
  return /\p{Lu}/u.test(own.charAt(at)) && /\p{Lu}[\p{L}'’-]*\s$/u.test(own.slice(Math.max(0, at - 30), at))
}

function syllablesOf(word: string): number {
  const spoken = word.replace(/(?:[^aeiouyl]|[aeiouy]l)e(?:s|d)?$/, (end) => (/[td]ed$|[sxz]es$|[cg]es$/.test(end) ? end : end.charAt(0)))
  return Math.max(1, spoken.match(/[aeiouyàáâäåæèéêëìíîïòóôöøùúûü]+/g)?.length ?? 0)
}
