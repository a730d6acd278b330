import { isDate } from '../schema/dates.ts'
import type { Lexicon } from '../schema/lexicon.ts'
import { readLoosely } from '../schema/loose-dates.ts'
import { foldedNames, sharedName } from '../schema/names.ts'
import type { Vocabulary } from '../schema/vocabulary.ts'
import type { Term } from '../schema/vocabulary-types.ts'
import { isId, kebab } from '../text/ids.ts'
import { fold, listed, nearest } from '../text/words.ts'

/** What a writer's words mean, or why they cannot be used. */
export type Answer<T> = { readonly value: T } | { readonly problem: string }

export function readLine(text: string): Answer<string> {
  const value = text.replace(/\s+/g, ' ').trim()
  return value === '' ? { problem: 'Write a few words.' } : { value }
}

export function readId(text: string): Answer<string> {
  if (isId(text)) return { value: text }
  const meant = kebab(text)
  return { problem: `"${text}" is no id. An id has small letters, digits and hyphens${meant ? `, as ${meant}` : ''}.` }
}

/** A date as ISO 8601 writes it, or in words: "27 June 2024", "June 27, 2024", "June 2024". */
export function readDate(text: string): Answer<string> {
  const words = text.trim()
  if (isDate(words)) return { value: words }
  // Figures in another order than that of the standard mean one day here and another there.
  const [date, other] = /[a-z]{3}/i.test(words) ? readLoosely(words) : []
  if (date !== undefined && other === undefined) return { value: date }
  return {
    problem: `"${text}" is no date that is clear to everybody. Write it as 2024-06-27 or 27 June 2024; a month as 2024-06 or a year as 2024 will do where no more is known.`,
  }
}

/** Countries by name or code, several with a comma between them. */
export function readCountries(vocabulary: Vocabulary): (text: string) => Answer<readonly string[]> {
  const read = readName(vocabulary.countries, 'country')
  const names = foldedNames(vocabulary.countries.entries.values())
  return readEach((text) => {
    const shared = vocabulary.countries.named(text) === undefined ? sharedName(text, names) : []
    if (shared.length === 0) return read(text)
    return {
      problem: `"${text}" can be ${listed(
        shared.map((c) => `${c.name} (${c.code})`),
        'or',
      )}. Say which.`,
    }
  })
}

export function readOrganizations(vocabulary: Vocabulary): (text: string) => Answer<readonly string[]> {
  return readEach(readName(vocabulary.organizations, 'organization'))
}

function readName(known: Lexicon<{ readonly name: string }>, noun: string): (text: string) => Answer<string> {
  return (text) => {
    const id = known.named(text)
    if (id !== undefined) return { value: id }
    const near = known.near(text)
    return { problem: `"${text}" is no ${noun} that is known here.${near ? ` Did you mean ${known.get(near)?.name} (${near})?` : ''}` }
  }
}

/** Several words with commas between them. A name may hold a comma itself, so the whole text is tried first. */
export function readEach(read: (text: string) => Answer<string>): (text: string) => Answer<readonly string[]> {
  return (text) => {
    const whole = read(text.trim())
    if ('value' in whole) return { value: [whole.value] }
    const parts = text
      .split(/[,;]/)
      .map((part) => part.trim())
      .filter((part) => part !== '')
    if (parts.length < 2) return whole
    const answers = parts.map(read)
    const problem = answers.find((answer) => 'problem' in answer)
    return problem ?? { value: [...new Set(answers.flatMap((answer) => ('value' in answer ? answer.value : [])))] }
  }
}

/** One of a list, by its number, id, label or another of its names. */
export function readChoice(choices: readonly Pick<Term, 'id' | 'label' | 'aliases' | 'abbreviations'>[]): (text: string) => Answer<string> {
  const names = (c: (typeof choices)[number]) => [c.id, c.label, ...c.aliases, ...c.abbreviations]
  return (text) => {
    const numbered = /^\d+$/.test(text.trim()) ? choices[Number(text) - 1] : undefined
    const found = numbered ?? choices.find((c) => names(c).some((name) => fold(name) === fold(text)))
    if (found) return { value: found.id }
    const meant = nearest(text, choices.flatMap(names))
    const id = choices.find((c) => names(c).some((name) => name === meant))?.id
    return { problem: `"${text}" is not among ${listed(choices.map((c) => c.id))}.${id ? ` Did you mean ${id}?` : ''}` }
  }
}

/** A type of engagement by its number in a short list, or by any of its names. */
export function readType({ engagementTypes }: Vocabulary, shortList: readonly string[]): (text: string) => Answer<string> {
  return (text) => {
    const numbered = /^\d+$/.test(text.trim()) ? shortList[Number(text) - 1] : undefined
    const id = numbered ?? engagementTypes.named(text)
    if (id !== undefined) return { value: id }
    const near = engagementTypes.near(text)
    const alike = near ? [near] : alikeTypes(text, engagementTypes.entries)
    const hint = alike.length > 0 ? ` Did you mean ${listed(alike, 'or')}?` : ''
    return { problem: `"${text}" is no type of engagement that is known here.${hint}` }
  }
}

function alikeTypes(text: string, entries: ReadonlyMap<string, Term>): readonly string[] {
  const words = fold(text)
    .split(' ')
    .filter((word) => word.length > 3)
  const known = (term: Term) => fold([term.id, term.label, ...term.aliases].join(' ')).split(' ')
  return [...entries.values()]
    .filter((term) => words.some((word) => known(term).includes(word)))
    .map(({ id }) => id)
    .slice(0, 4)
}
