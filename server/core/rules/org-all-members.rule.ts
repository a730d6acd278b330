import { citationsIn } from '../model/citations.ts'
import type { Block, Passage, Word } from '../model/passages.ts'
import { thoughtAt } from '../model/sentence-at.ts'
import { whenOf } from '../model/when.ts'
import { onDate } from '../schema/date-words.ts'
import { firstDay, isDate, lastDay } from '../schema/dates.ts'
import { membersOn } from '../schema/membership.ts'
import { bodyName } from '../schema/names.ts'
import type { Organization } from '../schema/vocabulary-types.ts'
import { capital } from '../text/words.ts'
import { replaceWithin } from './change.ts'
import { type Context, checkOfTexts, type Report, type Rule } from './rule.ts'
import { isLanguage } from './wording.ts'

export const rule: Rule = {
  id: 'org-all-members',
  topic: 'countries',
  level: 'info',
  certainty: 'heuristic',
  summary: '"All 32 Allies" is said of a day on which the organization had another number of members.',
  reason:
    'Such a number ages: what was right when a text was copied is wrong of an older event, and readers notice. The number is compared with the members on the date of the engagement, or of the brief and of the engagements that the paragraph cites. The rule speaks only where the number was right on some other day, so that a part of the members is not taken for all; it is silent in a sentence that names a year, after the end of the list, and where not all members are known. It reads English only.',
  source: 'The membership pages of the organizations, as named with each list',
  examples: {
    bad: [
      `chancery: engagement/1
id: example
type: strategic-dialogue
title: Talks before accession
status: completed
dates: { start: 2024-01-24 }
participants:
  - { country: NOR, role: host }
  - { country: DEU, role: guest }
notes: The host briefed all 32 Allies afterwards.
`,
    ],
    good: [
      `chancery: engagement/1
id: example
type: strategic-dialogue
title: Talks before accession
status: completed
dates: { start: 2024-01-24 }
participants:
  - { country: NOR, role: host }
  - { country: DEU, role: guest }
notes: The host briefed all 31 Allies and Sweden afterwards. In 2025 all 32 Allies met again. All nine Allies on the eastern flank were there.
`,
    ],
  },
  check: checkOfTexts(function* (context) {
    if (!isLanguage(context.settings.language, 'en')) return
    const judge = judgeOf(context)
    for (const passage of context.passages()) {
      for (const claim of claimsIn(passage, context)) {
        const { start, end } = thoughtAt(passage, claim.at.from)
        // A year in the sentence may be the one that is meant.
        if (/(?<!\p{N})(?:19|20)\d\d(?!\p{N})/u.test(passage.own.slice(start, end))) continue
        const block = passage.blocks.find((each) => each.start <= claim.at.from && claim.at.from < each.end)
        const verdict = block && judge(passage.text, block, claim)
        if (verdict) yield report(claim, passage, verdict)
      }
    }
  }),
}

interface Claim {
  readonly body: Organization
  readonly count: number
  /** The number alone. */
  readonly at: Word
}

/** "all 32 Allies", "all 27 EU member States", "all 27 members of the European Union", "NATO's 32 members". */
function* claimsIn({ own, words }: Passage, { vocabulary }: Context): Generator<Claim> {
  const all = words()
  for (const [index, number] of all.entries()) {
    const count = numberOf(number.word)
    if (count === undefined || count < 5) continue
    const before = own.slice(Math.max(0, number.from - 60), number.from)
    const after = own.slice(number.to, number.to + 120)
    const owner = /(?:^|[\s(])([\p{L}-]+)['’]s?\s+$/u.exec(before)?.[1]
    if (owner === undefined && all[index - 1]?.word !== 'all') continue
    const match = noun.exec(after)
    if (!match || restricts.test(after.slice(match[0].length))) continue
    const [, inner, word = '', outer] = match
    const name = owner ?? outer ?? inner ?? (word === 'Allies' ? 'NATO' : undefined)
    const id = name === undefined ? undefined : vocabulary.organizations.named(name.replace(/['’]s$/, ''))
    const body = id === undefined ? undefined : vocabulary.organizations.get(id)
    if (body) yield { body, count, at: number }
  }
}

/** Between the number and the noun only the name of the body may stand, or behind it. */
const noun =
  /^\s(?:(?:of\sthe\s)?((?:\p{Lu}[\p{L}-]*\s){0,4}?\p{Lu}[\p{L}-]*)\s)?(Allies|allies|members?(?:\s[Ss]tates|\scountries)?|participating\sStates)(?![\p{L}\p{N}-])(?:\sof\s(?:the\s)?((?:\p{Lu}[\p{L}-]*(?:\s(?:of|for|and)\s|\s)?){1,8}))?/u

/** What makes a part of the whole. */
const restricts =
  /^\s(?:that|which|who|whose|in|on|at|from|with|along|around|bordering|near|present|taking|involved|participating|contributing|represented|concerned|then|but|except|minus|eligible|willing)(?!\p{L})/u

const units = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve', 'thirteen']
const teens = ['fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen']
const tens = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety']

/** The numbers below a hundred in words; "twenty-zero" does no harm. */
const numbers: ReadonlyMap<string, number> = new Map([
  ...[...units, ...teens].map((word, value) => [word, value] as const),
  ...tens.flatMap((ten, index) => {
    const round = (index + 2) * 10
    return [[ten, round] as const, ...units.slice(0, 10).map((unit, one) => [`${ten}-${unit}`, round + one] as const)]
  }),
])

function numberOf(word: string): number | undefined {
  if (/^\d{1,3}$/.test(word)) return Number(word)
  return numbers.get(word.includes('-') ? word.split('-', 2).join('-') : word)
}

/** The day that was looked at, and how many members there were. */
interface Verdict {
  readonly day: string
  readonly members: number
}

/** Judges a number; what a paragraph cites, and what a number would have been, is looked up once. */
function judgeOf(context: Context): (text: string, block: Block, claim: Claim) => Verdict | undefined {
  const days = new Map<Block, readonly string[]>()
  const verdicts = new Map<string, Verdict | undefined>()
  return (text, block, { body, count }) => {
    const meant = days.get(block) ?? daysMeant(text.slice(block.start, block.end), context)
    days.set(block, meant)
    const key = `${body.id} ${count} ${meant.join(' ')}`
    if (!verdicts.has(key)) verdicts.set(key, verdictOn(body, count, meant))
    return verdicts.get(key)
  }
}

function verdictOn(body: Organization, count: number, days: readonly string[]): Verdict | undefined {
  const counts = days.flatMap((day) => membersOn(body, day)?.length ?? [])
  const [[day], [members]] = [days, counts]
  if (day === undefined || members === undefined || counts.length < days.length || !wasEver(body, count)) return undefined
  return Math.min(...counts) <= count && count <= Math.max(...counts) ? undefined : { day, members }
}

function report({ body, count, at: { from, to } }: Claim, { path }: Passage, { day, members }: Verdict): Report {
  return {
    at: path,
    within: [from, to],
    message: `${capital(bodyName(body))} had ${members} members ${onDate(day)}, and not ${count}. Write ${members}, or give the day that is meant.`,
    fixes: [replaceWithin(path, [from, to], String(members), false)],
  }
}

/** The days on which the number may be right: those of the engagement, or of the brief and what the paragraph cites. */
function daysMeant(text: string, { document: { kind, model }, vocabulary, portfolio, today }: Context): readonly string[] {
  if (kind === 'engagement') {
    const when = whenOf(model, vocabulary, today)
    return when ? [firstDay(when.start), lastDay(when.end)] : []
  }
  if (kind !== 'brief' || model.date === undefined || !isDate(model.date)) return []
  const cited = citationsIn(text).flatMap(({ id }) => portfolio.defined('engagement', id))
  const days = cited.flatMap(({ start, end, date }) => [start, end, date]).flatMap((day) => (day !== undefined && isDate(day) ? day : []))
  return [firstDay(model.date), lastDay(model.date), ...days.flatMap((day) => [firstDay(day), lastDay(day)])]
}

/** Whether the body had that many members on some day on which its membership changed. */
function wasEver(body: Organization, count: number): boolean {
  const intervals = Object.values(body.members ?? {}).flat()
  const changes = intervals.flatMap(({ from, to }) => [from, to]).filter((day): day is string => day !== undefined && isDate(day))
  return [...new Set(changes)].some((day) => membersOn(body, lastDay(day))?.length === count)
}
