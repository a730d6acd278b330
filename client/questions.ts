import type { Question as BlockQuestion, Choice, ChoicesResult, NewFileParams, QuestionsResult } from '../server/protocol.ts'
import { needed, notBefore } from './commands/words.ts'

interface Common {
  readonly key: string
  readonly text: string
  /** What to type or look for, in grey. */
  readonly hint?: string
}

export type LineQuestion = Common & {
  readonly answer: 'line' | 'date'
  /** What is wrong with an answer; a date is given as ISO 8601 writes it, however it was typed. */
  readonly problem: (line: string) => string | undefined
  /** What is wrong already while it is typed. */
  readonly live?: (line: string) => string | undefined
}
export type ChoiceQuestion = Common & { readonly answer: 'one' | 'many'; readonly choices: readonly Choice[]; readonly least?: number }

/** A question in words, with one line, one choice or several choices as the answer. */
export type Question = LineQuestion | ChoiceQuestion

/** What was answered, by key; a list where several could be chosen, an empty text where nothing was said. */
export type Answers = ReadonlyMap<string, string | readonly string[]>

type Engagement = Extract<NewFileParams, { readonly kind: 'engagement' }>
type Brief = Extract<NewFileParams, { readonly kind: 'brief' }>

const inBlock = 'block:'

/** What to ask about an engagement, as far as the answers so far tell; `more` is what its type asks for. */
export function engagementQuestions(
  answers: Answers,
  { engagementTypes, countries }: ChoicesResult,
  more: QuestionsResult | null,
): readonly Question[] {
  const type: Question = {
    key: 'type',
    answer: 'one',
    text: 'What was it, or will it be?',
    hint: 'Type a word, such as visit or exercise',
    choices: engagementTypes,
  }
  if (!more) return [type]
  const dates = more.dates === 'signature' ? signatureQuestions(answers) : dateQuestions(answers)
  return [
    type,
    { key: 'title', answer: 'line', text: 'Under which name do readers know it?', hint: 'Exercise Cobra Gold 2024', problem: needed },
    ...more.questions.map(blockQuestion),
    ...dates,
    {
      key: 'countries',
      answer: 'many',
      text: more.who,
      hint: 'Type a name and press Enter, then the next',
      choices: countries,
      least: more.parties,
    },
  ]
}

function blockQuestion({ block, text, isList, choices }: BlockQuestion): Question {
  const key = inBlock + block
  return choices ? { key, answer: isList ? 'many' : 'one', text, choices, least: 1 } : { key, answer: 'line', text, problem: needed }
}

function dateQuestions(answers: Answers): readonly Question[] {
  const start = answerTo(answers, 'start')
  return [
    { key: 'start', answer: 'date', text: 'On which day did it begin, or will it?', hint: '27 June 2024, or 2024-06', problem: needed },
    {
      key: 'end',
      answer: 'date',
      text: 'And the last day? Leave it empty for a single day, or for what goes on.',
      hint: '1 August 2024',
      problem: notBefore(start, `The last day cannot be before the first, ${start}.`),
    },
  ]
}

function signatureQuestions(answers: Answers): readonly Question[] {
  const signed = answerTo(answers, 'signed')
  const first: Question = {
    key: 'signed',
    answer: 'date',
    text: 'When was it signed? Leave it empty if it is not signed yet.',
    hint: '8 July 2024',
    problem: () => undefined,
  }
  if (answers.has('signed') && signed === '') return [first]
  const problem = notBefore(signed, `It cannot enter into force before it was signed, on ${signed}.`)
  return [
    first,
    {
      key: 'inForce',
      answer: 'date',
      text: 'When did it enter into force? Leave it empty if it has not yet.',
      hint: '11 September 2025',
      problem,
    },
  ]
}

/** The answers as the checker wants them. */
export function engagementFacts(answers: Answers, folder: string): Engagement {
  const given = ['start', 'end', 'signed', 'inForce'].flatMap((key) =>
    answerTo(answers, key) === '' ? [] : [[key, answerTo(answers, key)]],
  )
  const blocks = [...answers].flatMap(([key, value]) => (key.startsWith(inBlock) ? [[key.slice(inBlock.length), [value].flat()]] : []))
  return {
    kind: 'engagement',
    type: answerTo(answers, 'type'),
    title: answerTo(answers, 'title'),
    countries: [answers.get('countries') ?? []].flat(),
    ...(Object.fromEntries(given) as Pick<Engagement, 'start' | 'end' | 'signed' | 'inForce'>),
    ...(blocks.length > 0 ? { blocks: Object.fromEntries(blocks) } : {}),
    folder,
  }
}

const nobody: Choice = { id: '', label: 'Not known yet', detail: '' }

/** What to ask about a brief. */
export function briefQuestions({ profiles, audiences }: ChoicesResult): readonly Question[] {
  return [
    {
      key: 'profile',
      answer: 'one',
      text: 'Which form shall it have?',
      hint: 'Type a word, such as memo or submission',
      choices: profiles,
    },
    { key: 'audience', answer: 'one', text: 'Who will read it?', choices: [...audiences, nobody] },
    { key: 'title', answer: 'line', text: 'What is its title?', hint: 'Keep the safety channel open', problem: needed },
    {
      key: 'bluf',
      answer: 'line',
      text: 'The bottom line in a sentence or two: what shall the reader do or know? You can change it at any time.',
      hint: 'Agree by March to propose a yearly safety meeting.',
      problem: needed,
    },
  ]
}

/** The answers as the checker wants them. */
export function briefFacts(answers: Answers, folder: string): Brief {
  const audience = answerTo(answers, 'audience')
  return {
    kind: 'brief',
    title: answerTo(answers, 'title'),
    profile: answerTo(answers, 'profile'),
    bluf: answerTo(answers, 'bluf'),
    ...(audience === '' ? {} : { audience }),
    folder,
  }
}

export interface NamedItem {
  readonly label: string
  readonly names: readonly string[]
}

/** The one choice that was meant: by its label, another name, or a beginning that no other has; nothing where it could be several. */
export function namedChoice<C extends NamedItem>(choices: readonly C[], typed: string): C | undefined {
  const wanted = folded(typed)
  const called = (fits: (name: string) => boolean) =>
    choices.filter(({ label, names }) => [label, ...names].some((name) => fits(folded(name))))
  const ways = [
    choices.filter(({ label }) => folded(label) === wanted),
    called((name) => name === wanted),
    called((name) => name.startsWith(wanted)),
  ]
  const found = ways.find((each) => each.length > 0) ?? []
  return found.length === 1 ? found[0] : undefined
}

/** Without accents and capitals. */
function folded(words: string): string {
  return words.trim().normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

function answerTo(answers: Answers, key: string): string {
  const value = answers.get(key)
  return typeof value === 'string' ? value : (value?.[0] ?? '')
}
