import type { Vocabulary } from '../../core/index.ts'
import { type Answer, readChoice, readEach, readLine } from './answers.ts'
import type { Question } from './facts.ts'

/** The one fact that a block cannot do without, so that it says something. */
export interface BlockFact {
  readonly block: string
  readonly key: string
  readonly question: Question<readonly string[]>
  /** The key takes a list. */
  readonly isList: boolean
}

/** The blocks of which a fact is asked for or taken. */
export const blocksWithFacts = ['exercise', 'visit', 'agreement', 'channel', 'csbm', 'operation', 'industry', 'education', 'cyber']

const consents = [
  { id: 'true', label: 'yes', aliases: ['y'], abbreviations: [] },
  { id: 'false', label: 'no', aliases: ['n'], abbreviations: [] },
  { id: 'unknown', label: 'not known', aliases: ['no open source says'], abbreviations: [] },
]

/** What is asked for each block that a type requires. The attaché block follows from the two States. */
export function blockFact(block: string, vocabulary: Vocabulary): BlockFact | undefined {
  const choose = (option: string, key: string, text: string, enumeration: string, isList = false): BlockFact => {
    const entries = vocabulary.builtIn.enumerations[enumeration] ?? []
    return {
      block,
      key,
      isList,
      question: {
        option,
        text,
        list: numbered(entries.map(({ label }) => label)),
        read: isList ? readEach(readChoice(entries)) : readOne(readChoice(entries)),
      },
    }
  }
  const write = (option: string, key: string, text: string): BlockFact => ({
    block,
    key,
    isList: false,
    question: { option, text, read: readOne(readLine) },
  })
  switch (block) {
    case 'exercise':
      return {
        block,
        key: 'form',
        isList: true,
        question: {
          option: 'form',
          text: 'How was it run? A form such as field-training, command-post or table-top.',
          read: readEach(readForm(vocabulary)),
        },
      }
    case 'visit':
      return choose('purpose', 'purpose', 'Why did the ship or delegation come?', 'visit-purpose')
    case 'agreement':
      return choose('instrument', 'instrument', 'What kind of text is it?', 'instrument')
    case 'channel':
      return choose('medium', 'medium', 'By what means do the two sides talk or write?', 'channel-medium')
    case 'csbm':
      return choose('regime', 'regime', 'Under which document or treaty did it take place?', 'csbm-regime')
    case 'cyber':
      return choose('aspect', 'aspects', 'Which side of cyber diplomacy does it touch most?', 'cyber-aspect', true)
    case 'industry':
      return write('programme', 'programme', 'What is the programme, the sale or the fair called?')
    case 'education':
      return write('institution', 'institution', 'At which college, school or unit does it take place?')
    case 'operation':
      return {
        block,
        key: 'consent',
        isList: false,
        question: {
          option: 'consent',
          text: 'Did the State concerned ask for it or agree to it: yes, no or unknown?',
          read: readOne(readChoice(consents)),
        },
      }
    default:
      return undefined
  }
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

export function numbered(labels: readonly string[]): string {
  return labels.map((label, i) => `${String(i + 1).padStart(4)}  ${label}`).join('\n')
}
