import { before } from '../schema/dates.ts'
import type { Vocabulary } from '../schema/vocabulary.ts'
import type { EngagementType, Temporal } from '../schema/vocabulary-types.ts'
import { kebab } from '../text/ids.ts'
import { counted, listed } from '../text/words.ts'
import { readChoice, readCountries, readDate, readId, readLine, readOrganizations, readType } from './answers.ts'
import { type BlockValue, engagementText } from './engagement-text.ts'
import { blockQuestions, isPost, questionsOf, takesBlock } from './questions.ts'
import { createReading, type Draft, type Reading } from './reading.ts'
import { statusesOf, temporalOf, usualStatus, type When } from './status.ts'

/** What a writer says of an engagement, in words, names or ids. What is not known may be absent or empty. */
export interface EngagementAnswers extends When {
  readonly type: string
  readonly title: string
  /** Of an attaché the first State sends, the second receives. */
  readonly countries: readonly string[]
  readonly organizations?: readonly string[]
  /** Without it, what follows from the dates. */
  readonly status?: string
  /** Answers to the questions of the blocks. */
  readonly blocks?: Readonly<Record<string, readonly string[]>>
  /** Without it, made from the title. */
  readonly id?: string
}

/** A new engagement from answers. */
export function engagementDraft(answers: EngagementAnswers, vocabulary: Vocabulary, today: string): Draft {
  const reading = createReading()
  const id = reading.value(answers.type, readType(vocabulary, []), 'Say what kind of engagement it is.')
  const type = vocabulary.engagementTypes.get(id ?? '')
  const title = reading.value(answers.title, readLine, 'Give it a title: the name under which readers know it.')
  if (!type) return { problems: reading.problems }
  const task: Task = { reading, answers, type, vocabulary }
  const parties = readParties(task)
  const temporal = temporalOf(type, answers.status, vocabulary)
  const when = readWhen(task, temporal)
  const blocks = withAgreement(readBlocks(task, parties.countries), when)
  const status = readStatus(task, temporal, when, today)
  const short = reading.value(answers.id, readId) ?? engagementId(title ?? '', when) ?? engagementId(type.id, when)
  if (reading.problems.length > 0 || title === undefined || status === undefined || short === undefined)
    return { problems: reading.problems }
  const { start, end } = when
  const facts = { id: short, type: type.id, title, status, ...parties, ...(start ? { start } : {}), ...(end ? { end } : {}), blocks }
  return { id: short, text: engagementText(facts, vocabulary) }
}

/** The id that a title makes, with the year; none where the title is in another script. */
export function engagementId(title: string, { start, signed }: When): string | undefined {
  const year = (start ?? signed ?? '').slice(0, 4)
  return kebab(title.includes(year) ? title : `${title} ${year}`)
}

/** How many States must be named beside the organizations. */
export function leastCountries(type: EngagementType, organizations: number): number {
  return isPost(type) ? 2 : Math.max(0, type.parties - organizations)
}

interface Task {
  readonly reading: Reading
  readonly answers: EngagementAnswers
  readonly type: EngagementType
  readonly vocabulary: Vocabulary
}

function readParties({ reading, answers, type, vocabulary }: Task) {
  const earlier = reading.problems.length
  const organizations = reading.values(answers.organizations, readOrganizations(vocabulary))
  const countries = reading.values(answers.countries, readCountries(vocabulary))
  const least = leastCountries(type, organizations.length)
  if (countries.length < least && reading.problems.length === earlier)
    reading.object(
      isPost(type)
        ? 'Name the State that sends and the State that receives.'
        : `This kind of engagement has at least ${counted(type.parties, 'party', 'parties')}. Name ${least === 1 ? 'a State' : `${least} States`} or more that took part, or will.`,
    )
  return { countries, organizations }
}

function readWhen({ reading, answers }: Task, temporal: Temporal): When {
  const date = (text: string | undefined, missing?: string) => reading.value(text, readDate, missing)
  const began = temporal === 'standing' ? 'Say since when it has stood, or from when it will.' : 'Say on which day it began, or will begin.'
  const start = date(answers.start, temporal === 'instrument' ? undefined : `${began} A month or a year will do where no more is known.`)
  const end = date(answers.end)
  const signed = date(answers.signed)
  const inForce = date(answers.inForce)
  if (start && end && before(end, start)) reading.object(`The last day, ${end}, cannot be before the first, ${start}.`)
  return { ...(start ? { start } : {}), ...(end ? { end } : {}), ...(signed ? { signed } : {}), ...(inForce ? { inForce } : {}) }
}

/** The blocks that the type requires, and others that it allows where there is an answer for them. */
function readBlocks(
  { reading, answers: { blocks: answers = {} }, type, vocabulary }: Task,
  countries: readonly string[],
): readonly BlockValue[] {
  const given = Object.keys(answers).filter((block) => answers[block]?.some((text) => text.trim() !== ''))
  const all = blockQuestions(vocabulary)
  for (const block of given.filter((name) => !takesBlock(type, name) || !all.some((question) => question.block === name)))
    reading.object(`What is said of "${block}" does not belong to the type ${type.id}, so it would be lost.`)
  const required = questionsOf(type.id, vocabulary)?.questions ?? []
  const asked = [...required, ...all.filter(({ block }) => given.includes(block) && !type.block.includes(block))]
  const values = asked.map(({ block, key, text, isList, read }): BlockValue => {
    const found = reading.values(given.includes(block) ? answers[block] : [], read, `An answer is needed: ${text}`)
    return { block, entries: [[key, isList ? found : (found.at(-1) ?? '')]] }
  })
  return [...(isPost(type) ? [postOf(countries)] : []), ...values]
}

function postOf([sending = '', receiving = '']: readonly string[]): BlockValue {
  return {
    block: 'attache',
    entries: [
      ['sending_state', sending],
      ['receiving_state', receiving],
    ],
  }
}

function withAgreement(blocks: readonly BlockValue[], { signed, inForce }: When): readonly BlockValue[] {
  const entries: BlockValue['entries'] = [
    ...(signed ? [['signed', signed] as const] : []),
    ...(inForce ? [['in_force', inForce] as const] : []),
  ]
  if (entries.length === 0) return blocks
  if (!blocks.some(({ block }) => block === 'agreement')) return [...blocks, { block: 'agreement', entries }]
  return blocks.map((b) => (b.block === 'agreement' ? { ...b, entries: [...b.entries, ...entries] } : b))
}

function readStatus({ reading, answers, vocabulary }: Task, temporal: Temporal, when: When, today: string): string | undefined {
  const fitting = statusesOf(temporal, vocabulary)
  const given = reading.value(answers.status, readChoice(fitting))
  if (given !== undefined || answers.status) return given
  const usual = usualStatus(temporal, when, today)
  // Where a date is missing or wrong, that has been told.
  if (usual === undefined && when.start !== undefined)
    reading.object(
      `The dates leave open how things stand: ${listed(
        fitting.map(({ label }) => label.toLowerCase()),
        'or',
      )}. Give the days, as ${today}.`,
    )
  return usual
}
