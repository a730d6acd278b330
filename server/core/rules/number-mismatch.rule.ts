import type { Passage } from '../model/passages.ts'
import { type Bound, numbersIn, type ProseNumber } from '../model/prose-numbers.ts'
import { contradict, statement } from '../model/statements.ts'
import type { Entry } from '../workspace/portfolio.ts'
import { replaceWithin } from './change.ts'
import { type OnOneEngagement, sentencesOnOneEngagement } from './one-citation.ts'
import { type Context, checkOf, type Report, type Rule } from './rule.ts'
import { namesState } from './state-names.ts'
import { listedIn } from './wording.ts'

export const rule: Rule = {
  id: 'number-mismatch',
  topic: 'references',
  level: 'info',
  certainty: 'heuristic',
  summary: 'A brief gives another number than the engagement that it cites.',
  reason:
    'A reader who follows the citation finds two numbers for one thing and trusts neither. Correct the one that is wrong, or say in the sentence that the number is of a part. The rule compares personnel, ships, aircraft and vehicles with the scale of the exercise, and the number of States with a complete list of participants. It is narrow on purpose: it reads figures only, in a sentence that cites this one engagement and nothing else and has one number of the kind; it allows for rounding and for words such as about, at least and nearly; it is silent where the sentence speaks of a part, of a plan or of another year (a list that a team extends or cuts under `words: { number-mismatch: … }`), and where a smaller number may be that of a State which the sentence names.',
  source: 'Chancery: a brief agrees with what it cites.',
  examples: {
    bad: [
      `#- blue-strait-2024.engagement.yaml
chancery: engagement/1
id: blue-strait-2024
type: joint-exercise
title: Exercise Blue Strait 2024
status: completed
dates: { start: 2024-04-22, end: 2024-05-10 }
participants:
  - { country: PHL, role: host }
  - { country: JPN, role: participant }
location: { country: PHL }
exercise: { form: [field-training], scale: { personnel: 16700 } }
#- example.brief.yaml
chancery: brief/1
id: example
title: Talks at sea
profile: state-info-memo
stage: draft
date: 2026-11-02
bluf: The two navies met again and set a date for the next talks.
background: Exercise Blue Strait brought 20,000 troops together [@blue-strait-2024].
`,
    ],
    good: [
      `#- blue-strait-2024.engagement.yaml
chancery: engagement/1
id: blue-strait-2024
type: joint-exercise
title: Exercise Blue Strait 2024
status: completed
dates: { start: 2024-04-22, end: 2024-05-10 }
participants:
  - { country: PHL, role: host }
  - { country: JPN, role: participant }
location: { country: PHL }
exercise: { form: [field-training], scale: { personnel: 16700 } }
#- example.brief.yaml
chancery: brief/1
id: example
title: Talks at sea
profile: state-info-memo
stage: draft
date: 2026-11-02
bluf: The two navies met again and set a date for the next talks.
background: Exercise Blue Strait brought about 17,000 troops together [@blue-strait-2024]. Japan sent 200 troops [@blue-strait-2024].
`,
    ],
  },
  check: checkOf('brief', function* (_, context) {
    const excused = [...listedIn(context, 'number-mismatch')]
    const read = new Map<Passage, readonly ProseNumber[]>()
    for (const sentence of sentencesOnOneEngagement(context)) {
      const { passage, start, end } = sentence
      const numbers = read.get(passage) ?? [...numbersIn(passage.own)]
      read.set(passage, numbers)
      const here = numbers.filter((n) => n.start >= start && n.end <= end)
      if (here.length === 0 || tellsOfOtherYear(sentence) || excused.some((e) => e.passage === passage && e.from >= start && e.to <= end))
        continue
      for (const number of here) {
        const isOnly = here.every((n) => n === number || n.counts !== number.counts)
        const other = isOnly ? contradicted(number, sentence, context) : undefined
        if (other) yield report(number, sentence, other)
      }
    }
  }),
}

function tellsOfOtherYear({ passage, entry, start, end }: OnOneEngagement): boolean {
  const years = passage.own.slice(start, end).match(/(?<![\p{L}\p{N},.-])(?:19|20)\d\d(?![\p{N}-]|,\d)/gu) ?? []
  const own = [entry.start, entry.end].map((date) => date?.slice(0, 4))
  return entry.start !== undefined && years.some((year) => !own.includes(year))
}

interface Recorded {
  readonly value: number
  readonly bound: Bound
  readonly words: string
  readonly place: string
}

/** What the record says of the same thing, where the two cannot both be right. */
function contradicted(number: ProseNumber, sentence: OnOneEngagement, context: Context): Recorded | undefined {
  const recorded = recordOf(number, sentence.entry)
  if (!recorded) return undefined
  const [here, there] = [statement(number.value, number.bound), statement(recorded.value, recorded.bound)]
  if (!contradict(here, there)) return undefined
  if (here.least > there.most) return isCountOfParties(number, sentence) ? recorded : undefined
  // What is smaller may be a part of the whole.
  const isPart = number.counts === 'countries' || number.value < recorded.value * (namesParty(sentence, context) ? 0.8 : 0.5)
  return isPart ? undefined : recorded
}

function recordOf({ counts }: ProseNumber, { engagement, type }: Entry): Recorded | undefined {
  if (!engagement) return undefined
  const { scale, countries, isComplete, organizations } = engagement
  if (counts === 'countries') {
    const isWhole = isComplete && organizations.length === 0 && countries.length > 1 && type !== undefined
    return isWhole ? { value: countries.length, bound: 'exact', words: `${countries.length} States`, place: 'participants' } : undefined
  }
  const value = scale[counts]
  if (typeof value !== 'number' || value <= 0) return undefined
  const qualifier = counts === 'personnel' ? qualifiers.get(String(scale['personnel_qualifier'])) : undefined
  const bound = qualifier ?? 'exact'
  return { value, bound, words: `${boundWords[bound]}${value.toLocaleString('en')} ${counts}`, place: `exercise.scale.${counts}` }
}

const qualifiers: ReadonlyMap<string, Bound> = new Map((['exact', 'about', 'at-least', 'at-most'] as const).map((bound) => [bound, bound]))

const boundWords: Readonly<Record<Bound, string>> = {
  exact: '',
  about: 'about ',
  'at-least': 'at least ',
  'at-most': 'at most ',
  nearly: 'nearly ',
}

/** Other States than those that took part may be counted; of people and ships no sentence on the exercise counts more than all. */
function isCountOfParties({ counts }: ProseNumber, { passage, start, end }: OnOneEngagement): boolean {
  const sentence = passage.own.slice(start, end)
  return counts !== 'countries' || /\b(?:took part|take part|participat\w{1,4}|joined|brought together|attended)\b/i.test(sentence)
}

function namesParty({ passage, start, end, entry }: OnOneEngagement, { vocabulary }: Context): boolean {
  const sentence = passage.own.slice(start, end)
  return (entry.engagement?.countries ?? []).some((code) => {
    const country = vocabulary.countries.get(code)
    return country !== undefined && namesState(sentence, country)
  })
}

function report(number: ProseNumber, { passage, entry }: OnOneEngagement, { value, bound, words, place }: Recorded): Report {
  const within = [number.start, number.end] as const
  const written = passage.text.slice(number.start, number.end)
  const range = entry.places[place]
  const isPlain = bound === 'exact' && number.bound === 'exact' && /^[\d,]+$/.test(written)
  const remedy = written.includes(',') ? value.toLocaleString('en') : String(value)
  return {
    at: passage.path,
    within,
    message: `${written} stands here, and ${entry.id}, which this sentence cites, has ${words}. A reader who follows the citation trusts neither. Correct the one that is wrong, or say that the number is of a part.`,
    fixes: isPlain ? [replaceWithin(passage.path, within, remedy, false)] : [],
    related: range ? [{ path: entry.path, ...range, message: `${entry.id} has ${words}.` }] : [],
  }
}
