import { citationsIn } from '../model/citations.ts'
import { namePattern } from '../model/name-mentions.ts'
import type { SnippetsParam as Param } from '../model/types.generated.ts'
import type { Words } from '../schema/value-words.ts'
import { type Answer, printedAnswer } from '../snippets/answers.ts'

/** What the next writer may have otherwise in a text. */
export type AskedType = 'country' | 'organization' | 'engagement' | 'date'

export interface Asked {
  /** As an answer would give it: a code or an id. */
  readonly usual: string
  readonly type: AskedType
  readonly from: number
  readonly to: number
}

export interface Reader {
  /** What a text has of this, in its order. */
  readonly in: (text: string) => readonly Asked[]
  /** An answer as it would be printed among other words. */
  readonly printed: (param: Param, answer: Answer) => string
}

/** Finds what an answer would print: whole dates, the ids of citations, and the names of countries and organizations. */
export function readerOf(words: Words): Reader {
  const printed = (param: Param, answer: Answer) => printedAnswer(param, answer, words)
  const names = new Map<string, Pick<Asked, 'usual' | 'type'>>()
  for (const [type, { entries }] of [
    ['country', words.vocabulary.countries],
    ['organization', words.vocabulary.organizations],
  ] as const)
    for (const usual of entries.keys()) names.set(printed({ type }, usual), { usual, type })
  const named = namePattern([...names.keys()])
  return { in: (text) => [...namesIn(text, named, names), ...citedAndDated(text)].sort((a, b) => a.from - b.from), printed }
}

function namesIn(text: string, named: RegExp | undefined, names: ReadonlyMap<string, Pick<Asked, 'usual' | 'type'>>): readonly Asked[] {
  return [...(named ? text.matchAll(named) : [])].flatMap(({ 0: name, index }): readonly Asked[] => {
    const found = names.get(name)
    // What goes on in capitals is the name of something else, as of the Norway Pavilion.
    return found && !/^\s\p{Lu}/u.test(text.slice(index + name.length)) ? [{ ...found, from: index, to: index + name.length }] : []
  })
}

function citedAndDated(text: string): readonly Asked[] {
  const cited = citationsIn(text).map(({ id, from, to }): Asked => ({ usual: id, type: 'engagement', from, to }))
  const dates = [...text.matchAll(/(?<![\w/-])[1-9]\d{3}-\d\d-\d\d(?![\w/-])/g)].map(
    ({ 0: usual, index }): Asked => ({ usual, type: 'date', from: index, to: index + usual.length }),
  )
  // An id may itself look like a date; then it is a citation.
  const free = dates.filter(({ from }) => !cited.some((each) => each.from <= from && from < each.to))
  return [...cited, ...free]
}
