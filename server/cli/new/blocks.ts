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

interface Wanted {
  readonly key: string
  readonly option: string
  readonly text: string
  /** The enumeration to choose from; without one, words are wanted. */
  readonly from?: string
  readonly isList?: true
}

const wanted: Readonly<Record<string, Wanted>> = {
  exercise: {
    key: 'form',
    option: 'form',
    text: 'How was it run? A form such as field-training, command-post or table-top.',
    isList: true,
  },
  visit: { key: 'purpose', option: 'purpose', text: 'Why did the ship or delegation come?', from: 'visit-purpose' },
  agreement: { key: 'instrument', option: 'instrument', text: 'What kind of text is it?', from: 'instrument' },
  channel: { key: 'medium', option: 'medium', text: 'By what means do the two sides talk or write?', from: 'channel-medium' },
  csbm: { key: 'regime', option: 'regime', text: 'Under which document or treaty did it take place?', from: 'csbm-regime' },
  operation: { key: 'consent', option: 'consent', text: 'Did the State concerned ask for it or agree to it: yes, no or unknown?' },
  industry: { key: 'programme', option: 'programme', text: 'What is the programme, the sale or the fair called?' },
  education: { key: 'institution', option: 'institution', text: 'At which college, school or unit does it take place?' },
  cyber: {
    key: 'aspects',
    option: 'aspect',
    text: 'Which side of cyber diplomacy does it touch most?',
    from: 'cyber-aspect',
    isList: true,
  },
}

/** The blocks of which a fact is asked for or taken. */
export const blocksWithFacts = Object.keys(wanted)

const consents = [
  { id: 'true', label: 'yes', aliases: ['y'], abbreviations: [] },
  { id: 'false', label: 'no', aliases: ['n'], abbreviations: [] },
  { id: 'unknown', label: 'not known', aliases: ['no open source says'], abbreviations: [] },
]

/** What is asked for each block that a type requires. The attaché block follows from the two States. */
export function blockFact(block: string, vocabulary: Vocabulary): BlockFact | undefined {
  const fact = Object.hasOwn(wanted, block) ? wanted[block] : undefined
  if (!fact) return undefined
  const { key, option, text, from, isList = false } = fact
  const choices = from === undefined ? undefined : (vocabulary.builtIn.enumerations[from] ?? [])
  const read = choices
    ? readChoice(choices)
    : block === 'exercise'
      ? readForm(vocabulary)
      : block === 'operation'
        ? readChoice(consents)
        : readLine
  const list = choices ? { list: numbered(choices.map(({ label }) => label)) } : {}
  return { block, key, isList, question: { option, text, ...list, read: isList ? readEach(read) : readOne(read) } }
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
