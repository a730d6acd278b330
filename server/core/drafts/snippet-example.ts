import { isList, isObject, type Value } from '../model/read.ts'
import { expand, type Filling } from '../snippets/expand.ts'
import { entry } from './yaml.ts'

/**
 * What comes of a snippet, as it would stand in a file: with its defaults, the
 * first of its choices, and in square brackets whatever a writer would be asked.
 */
export function snippetExample(name: string, { snippet, vocabulary }: Pick<Filling, 'snippet' | 'vocabulary'>): string {
  const params = snippet(name)?.params ?? {}
  const answers = Object.fromEntries(
    Object.entries(params).map(([blank, { default: usual, choices = [], label }]) => [blank, usual ?? choices[0] ?? `[${label ?? blank}]`]),
  )
  // What is made from the data goes by the dates of a file; here by the last day that the data knows of.
  const start = vocabulary.organizations.get(snippet(name)?.generate?.organization ?? '')?.asOf ?? null
  const file: Value = { date: start, dates: { start, end: start } }
  const { body } = expand(name, { snippet, vocabulary, answers, file })
  if (!body) return ''
  return 'text' in body ? body.text : partText(body.yaml)
}

function partText(value: Value): string {
  if (isList(value))
    return entry('', value)
      .replace(/^:(?:\n| )/, '')
      .replace(/^ {2}/gm, '')
  return isObject(value)
    ? Object.entries(value)
        .map(([key, inner]) => entry(key, inner))
        .join('\n')
    : String(value)
}
