import { isList, isObject, type Value } from '../model/read.ts'
import { expand } from './expand.ts'
import type { House } from './house.ts'
import { plainPen, writtenItems, writtenPart } from './written.ts'

/**
 * What comes of a snippet, as it would stand in a file: with its defaults, the
 * first of its choices, and in square brackets whatever a writer would be asked.
 */
export function snippetExample(name: string, house: House): string {
  const { snippet, vocabulary } = house
  const params = snippet(name)?.params ?? {}
  const answers = Object.fromEntries(
    Object.entries(params).map(([blank, { default: usual, choices = [], label }]) => [blank, usual ?? choices[0] ?? `[${label ?? blank}]`]),
  )
  // What is made from the data goes by the dates of a file; here by the last day that the data knows of.
  const start = vocabulary.organizations.get(snippet(name)?.generate?.organization ?? '')?.asOf ?? null
  const file: Value = { date: start, dates: { start, end: start } }
  const { body } = expand(name, { ...house, answers, file })
  if (!body) return ''
  return 'text' in body ? body.text : partText(body.yaml)
}

function partText(value: Value): string {
  if (isList(value)) return `- ${writtenItems(value, 2, plainPen)}`
  return isObject(value) ? writtenPart(value, 0, plainPen) : String(value)
}
