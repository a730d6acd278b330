import type { Vocabulary } from '../schema/vocabulary.ts'
import { kebab } from '../text/ids.ts'
import { readChoice, readDate, readId, readLine } from './answers.ts'
import { briefText } from './brief-text.ts'
import { createReading, type Draft } from './reading.ts'

/** What a writer says of a brief, in words, names or ids. What is not known may be absent or empty. */
export interface BriefAnswers {
  readonly title: string
  readonly profile: string
  readonly bluf: string
  /** Without it, today. */
  readonly date?: string
  readonly to?: string
  readonly from?: string
  readonly audience?: string
  /** The last day for the decision. */
  readonly decideBy?: string
  /** Texts of the document by their keys. */
  readonly parts?: Readonly<Record<string, string>>
  /** Without it, made from the title. */
  readonly id?: string
}

/** Parts of a brief that are plain text, with how they are asked for. */
export const textParts: Readonly<Record<string, string>> = {
  issue: 'Which question is to be settled?',
  background: 'What must the reader know to understand it?',
  analysis: 'What is the argument?',
  presentation: 'How would the decision look in public, and what is to be said?',
}

/** A new brief from answers. */
export function briefDraft(answers: BriefAnswers, vocabulary: Vocabulary, today: string): Draft {
  const reading = createReading()
  const line = (text: string | undefined, missing?: string) => reading.value(text, readLine, missing)
  const title = line(answers.title, 'Give it a title, best with what to do.')
  const profile = reading.value(answers.profile, readChoice([...vocabulary.profiles.entries.values()]), 'Say which house form it follows.')
  const bluf = line(answers.bluf, 'Write the bottom line: what to decide, why, and by when. A brief begins with it.')
  const date = reading.value(answers.date, readDate) ?? today
  const rest = {
    to: line(answers.to) ?? '',
    from: line(answers.from) ?? '',
    audience: reading.value(answers.audience, readChoice(vocabulary.builtIn.enumerations['brief-audience'] ?? [])) ?? '',
    decideBy: reading.value(answers.decideBy, readDate) ?? '',
    parts: new Map(
      Object.keys(textParts).flatMap((part) => {
        const words = line(answers.parts?.[part])
        return words === undefined ? [] : [[part, words] as const]
      }),
    ),
  }
  const id = reading.value(answers.id, readId) ?? kebab(title ?? '') ?? kebab(`${profile} ${date}`)
  if (reading.problems.length > 0 || title === undefined || profile === undefined || bluf === undefined || id === undefined)
    return { problems: reading.problems }
  return { id, text: briefText({ id, title, profile, date, bluf, ...rest }, vocabulary) }
}
