import { allowedBlocks } from '../model/blocks.ts'
import type { Vocabulary } from '../schema/vocabulary.ts'
import type { EngagementType, Term } from '../schema/vocabulary-types.ts'
import { type Answer, readChoice, readEach, readLine } from './answers.ts'

/** An answer to choose. */
export type AnswerChoice = Pick<Term, 'id' | 'label' | 'definition' | 'aliases' | 'abbreviations'>

/** The one question of a block: for the fact that the block cannot do without, so that it says something. */
export interface BlockQuestion {
  readonly block: string
  readonly key: string
  /** The word for the fact where there is room for one word only, as in an option. */
  readonly option: string
  readonly text: string
  /** The key takes a list. */
  readonly isList: boolean
  /** What there is to choose from; without it, words are wanted. */
  readonly choices?: readonly AnswerChoice[]
  /** The text of the question names what there is to choose from. */
  readonly tellsChoices: boolean
  readonly read: (text: string) => Answer<readonly string[]>
}

/** What has to be asked about an engagement of a type beyond its title and who took part. */
export interface TypeQuestions {
  /** How many States or organizations it has at least. */
  readonly parties: number
  /** How to ask who took part. */
  readonly who: string
  /** Whether it happens on dates, or is signed. */
  readonly dates: 'dates' | 'signature'
  /** One for each block that the type requires. */
  readonly questions: readonly BlockQuestion[]
}

interface Wanted {
  readonly key: string
  readonly option: string
  readonly text: string
  readonly from?: (vocabulary: Vocabulary) => readonly AnswerChoice[]
  readonly tellsChoices?: true
  readonly isList?: true
}

const consents: readonly AnswerChoice[] = [
  { id: 'true', label: 'yes', definition: 'It asked for the operation or agreed to it.', aliases: ['y'], abbreviations: [] },
  { id: 'false', label: 'no', definition: 'It neither asked for the operation nor agreed to it.', aliases: ['n'], abbreviations: [] },
  {
    id: 'unknown',
    label: 'not known',
    definition: 'No open source says whether it agreed.',
    aliases: ['no open source says'],
    abbreviations: [],
  },
]

const wanted: Readonly<Record<string, Wanted>> = {
  exercise: {
    key: 'form',
    option: 'form',
    text: 'How was it run? A form such as field-training, command-post or table-top.',
    from: ({ exerciseForms }) => [...exerciseForms.entries.values()],
    tellsChoices: true,
    isList: true,
  },
  visit: { key: 'purpose', option: 'purpose', text: 'Why did the ship or delegation come?', from: enumeration('visit-purpose') },
  agreement: { key: 'instrument', option: 'instrument', text: 'What kind of text is it?', from: enumeration('instrument') },
  channel: {
    key: 'medium',
    option: 'medium',
    text: 'By what means do the two sides talk or write?',
    from: enumeration('channel-medium'),
  },
  csbm: { key: 'regime', option: 'regime', text: 'Under which document or treaty did it take place?', from: enumeration('csbm-regime') },
  operation: {
    key: 'consent',
    option: 'consent',
    text: 'Did the State concerned ask for it or agree to it: yes, no or unknown?',
    from: () => consents,
    tellsChoices: true,
  },
  industry: { key: 'programme', option: 'programme', text: 'What is the programme, the sale or the fair called?' },
  education: { key: 'institution', option: 'institution', text: 'At which college, school or unit does it take place?' },
  cyber: {
    key: 'aspects',
    option: 'aspect',
    text: 'Which side of cyber diplomacy does it touch most?',
    from: enumeration('cyber-aspect'),
    isList: true,
  },
}

function enumeration(name: string): (vocabulary: Vocabulary) => readonly AnswerChoice[] {
  return ({ builtIn }) => builtIn.enumerations[name] ?? []
}

/** What has to be asked about an engagement of this type; nothing where there is no such type. */
export function questionsOf(type: string, vocabulary: Vocabulary): TypeQuestions | undefined {
  const entry = vocabulary.engagementTypes.get(type)
  if (!entry) return undefined
  const all = blockQuestions(vocabulary)
  const parties = isPost(entry) ? 2 : entry.parties
  return {
    parties,
    who: isPost(entry)
      ? 'Which State sends, and which receives? The sending State first.'
      : `Which States took part?${parties > 0 ? ` At least ${parties}.` : ''}`,
    dates: entry.temporal[0] === 'instrument' ? 'signature' : 'dates',
    questions: entry.block.flatMap((block) => all.find((question) => question.block === block) ?? []),
  }
}

/** The questions of all blocks that have one. The attaché block has none: it follows from the two States. */
export function blockQuestions(vocabulary: Vocabulary): readonly BlockQuestion[] {
  return Object.entries(wanted).map(([block, { key, option, text, from, tellsChoices = false, isList = false }]) => {
    const choices = from?.(vocabulary)
    const read = block === 'exercise' ? readForm(vocabulary) : choices ? readChoice(choices) : readLine
    return {
      block,
      key,
      option,
      text,
      isList,
      tellsChoices,
      ...(choices ? { choices } : {}),
      read: isList ? readEach(read) : readOne(read),
    }
  })
}

/** Whether a block has a place in files of this type. */
export function takesBlock(type: EngagementType, name: string): boolean {
  return allowedBlocks(type).includes(name)
}

/** An attaché or liaison post, which one State sends and another receives. */
export function isPost({ block }: EngagementType): boolean {
  return block.includes('attache')
}

function readOne(read: (text: string) => Answer<string>): (text: string) => Answer<readonly string[]> {
  return (text) => {
    const answer = read(text)
    return 'value' in answer ? { value: [answer.value] } : answer
  }
}

function readForm({ exerciseForms }: Vocabulary): (text: string) => Answer<string> {
  return (text) => {
    const id = exerciseForms.named(text)
    if (id !== undefined) return { value: id }
    const near = exerciseForms.near(text)
    return {
      problem: `"${text}" is no form of exercise that is known here.${near ? ` Did you mean ${near}?` : ` There are, among others, ${[...exerciseForms.entries.keys()].slice(0, 6).join(', ')}.`}`,
    }
  }
}
