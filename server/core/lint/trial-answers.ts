import type { SnippetsParam as Param } from '../model/types.generated.ts'
import { type Answer, answerSchema } from '../snippets/answers.ts'

export type Answers = Readonly<Record<string, Answer>>

/** Sets of answers to try, one of which must do, and what is particular about them in words. */
export interface Attempt {
  readonly about: string
  readonly answers: readonly Answers[]
}

type Params = Readonly<Record<string, Param>>

/** Answers to try where neither type nor default nor choices are given: what one field takes another may not. */
const samples: readonly Answer[] = ['Policy Division', '2024-05-20', 'FRA', 'nato', 5]

/** States that were there at all times, for questions that want several unlike ones. */
const states = ['FRA', 'NOR', 'JPN', 'CHL', 'NZL']

/** The defaults, and one set of answers for each choice of each question, one after the other, for there may be very many. */
export function* answersToTry(params: Params, today: string): Generator<Attempt> {
  const open = Object.entries(params).some(([, param]) => usualAnswer(param) === undefined && answerSchema(param) === undefined)
  const usual = (open ? samples : samples.slice(0, 1)).map((sample) =>
    Object.fromEntries(
      Object.entries(params).map(([name, param], i) => [name, usualAnswer(param) ?? typedSample(param, i, today) ?? sample]),
    ),
  )
  yield { about: '', answers: usual }
  for (const [name, param] of Object.entries(params))
    for (const choice of choicesOf(param))
      if (String(choice) !== String(usual[0]?.[name]))
        yield { about: `${name}: ${choice}`, answers: usual.map((each) => ({ ...each, [name]: choice })) }
}

function usualAnswer({ default: usual, choices = [] }: Param): Answer | undefined {
  return usual ?? choices[0]
}

/** Each value of an enumeration is a choice as well. */
function choicesOf(param: Param): readonly Answer[] {
  return param.choices ?? answerSchema(param)?.enum?.map(String) ?? []
}

/** An answer of the type that is wanted; of several countries each is another one. */
function typedSample(param: Param, index: number, today: string): Answer | undefined {
  const schema = answerSchema(param)
  if (!schema) return undefined
  if (schema['x-vocabulary'] === 'countries') return states[index % states.length]
  if (schema['x-is'] === 'date') return today
  if (schema.type === 'number' || schema.type === 'integer') return 5
  const example = schema.enum?.[0] ?? schema.examples?.[0]
  return typeof example === 'string' || typeof example === 'number' ? example : undefined
}
