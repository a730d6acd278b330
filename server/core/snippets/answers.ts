import type { SnippetsParam as Param } from '../model/types.generated.ts'
import { isDate } from '../schema/dates.ts'
import { type Schema, schemaAt, types } from '../schema/schema.ts'
import { labelOf, type Words } from '../schema/value-words.ts'
import { lexiconOf, type Vocabulary } from '../schema/vocabulary.ts'
import { listedShort, nearest } from '../text/words.ts'
import { scopeOf } from './scope.ts'

export type Answer = string | number | boolean

/** The fields whose answers the short names of types stand for. */
const fields: Readonly<Record<string, string>> = {
  date: 'engagement.dates.start',
  country: 'engagement.participants.countries',
  organization: 'engagement.participants.organization',
  engagement: 'brief.engagements',
  engagement_type: 'engagement.type',
}

/** What the schema says of the answers to a question; undefined where any text will do. */
export function answerSchema({ type }: Pick<Param, 'type'>): Schema | undefined {
  if (type === undefined || type === 'text') return undefined
  return type === 'number' ? { type: 'number' } : fieldSchema(fields[type] ?? type)
}

/** The schema of one value of a field, such as "brief.risks.likelihood": of a list that of an item. */
export function fieldSchema(words: string): Schema | undefined {
  const [kind = '', ...steps] = words.split('.')
  return steps.reduce<Schema | undefined>((schema, step) => single(schema && schemaAt(single(schema) ?? {}, [step])), scopeOf(kind)?.schema)
}

function single(schema: Schema | undefined): Schema | undefined {
  return schema?.items && !types(schema).includes('string') ? single(schema.items) : schema
}

/** An answer among other words, where a code is no word: a country or an organization is called by its name. */
export function printedAnswer(param: Pick<Param, 'type'>, answer: Answer, words: Words): string {
  const schema = answerSchema(param)
  return (schema?.['x-vocabulary'] && labelOf(words, schema, String(answer))) || String(answer)
}

/** Why an answer cannot stand where it is wanted, as the end of a sentence that begins with it; undefined where it can. */
export function answerProblem(param: Param, answer: Answer, vocabulary: Vocabulary): string | undefined {
  const { choices = [] } = param
  const text = String(answer)
  if (choices.length > 0)
    return choices.map(String).includes(text) ? undefined : `is none of the answers, which are ${listedShort(choices.map(String))}`
  const schema = answerSchema(param)
  if (!schema || text === '') return undefined
  const lexicon = lexiconOf(vocabulary, schema['x-vocabulary'])
  if (lexicon) return lexicon.get(text) ? undefined : `is not ${schema['x-expects'] ?? 'a word of the vocabulary'}`
  if (schema['x-is'] === 'likelihood') return isTerm(vocabulary, text) ? undefined : 'is no term of a likelihood scale, as likely'
  if (schema.enum) return schema.enum.map(String).includes(text) ? undefined : `is not one of ${listedShort(schema.enum.map(String))}`
  return hasForm(schema, text)
    ? undefined
    : `is not ${schema['x-expects'] ?? (schema.type === 'number' ? 'a number' : 'of the form that is wanted')}`
}

/** The answer that was meant by one that cannot stand: a code for a name, or the nearest of the words that can. */
export function meantAnswer(param: Param, answer: Answer, vocabulary: Vocabulary): string | undefined {
  const { choices = [] } = param
  const text = String(answer)
  if (choices.length > 0) return nearest(text, choices.map(String))
  const schema = answerSchema(param)
  const lexicon = lexiconOf(vocabulary, schema?.['x-vocabulary'])
  return lexicon ? (lexicon.named(text) ?? lexicon.near(text)) : nearest(text, (schema?.enum ?? []).map(String))
}

function isTerm({ scales }: Vocabulary, text: string): boolean {
  return [...scales.entries.values()].some(({ terms }) => terms.some(({ term }) => term === text))
}

function hasForm(schema: Schema, text: string): boolean {
  const all = types(schema)
  if (schema['x-is'] === 'date' || schema['x-is'] === 'historic-date') return isDate(text)
  const isNumber = /^-?\d+(\.\d+)?$/.test(text)
  if (!all.includes('string') && (all.includes('number') || all.includes('integer'))) return isNumber
  return schema.pattern === undefined || new RegExp(schema.pattern, 'u').test(text)
}
