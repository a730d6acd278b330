import { bodyName } from '../schema/names.ts'
import { countryNames, termNames, type Vocabulary } from '../schema/vocabulary.ts'
import type { Country, EngagementType, Organization } from '../schema/vocabulary-types.ts'
import { fold } from '../text/words.ts'
import type { Entry, TermEntry } from '../workspace/portfolio.ts'
import type { Project } from '../workspace/project.ts'

/** Something of the workspace that was looked for, and why it was found. */
export interface Found {
  readonly entry: Entry | TermEntry
  /** The smaller the better. */
  readonly score: number
  /** The names by which it was found where its own title does not show them: a country, an organization, its id. */
  readonly by: readonly string[]
}

/** How well a word fits, and the name that fits. */
interface Hit {
  readonly score: number
  readonly by: string | undefined
}

/** What a word leads to by other names than the title of a document. */
interface Hits {
  readonly files: ReadonlyMap<string, Hit>
  readonly types: ReadonlyMap<string, Hit>
  readonly bodies: ReadonlyMap<string, Hit>
}

/** Beyond this nobody has typed a search. */
const mostWords = 8

/**
 * Finds documents and terms by title, by id, and by the countries, organizations
 * and the type of engagement that they name. Every word of the query must fit;
 * the portfolio alone is asked, so no file is read.
 */
export function symbolSearch(query: string, cancelled: () => boolean): (project: Project) => readonly Found[] {
  const words = fold(query)
    .split(' ', mostWords)
    .filter((word) => word !== '')
  const readers = words.map(nameReader)
  return (project) => {
    const vocabularies = [...new Set([project.vocabularyOf(undefined), ...[...project.configs.values()].map(project.vocabularyOf)])]
    const hits = readers.map((read) => hitsOf(read, project, vocabularies))
    const found: Found[] = []
    for (const path of project.portfolio.paths()) {
      if (cancelled()) return []
      const { entries, terms } = project.portfolio.of(path) ?? { entries: [], terms: [] }
      for (const entry of [...entries, ...terms]) {
        const match = matched(entry, words, hits)
        if (match) found.push(match)
      }
    }
    return found
  }
}

function matched(entry: Entry | TermEntry, words: readonly string[], hits: readonly Hits[]): Found | undefined {
  const title = fold(entry.title ?? '')
  const id = fold(entry.id)
  const whole = scoreOf(title, words.join(' '))
  if (whole !== undefined) return { entry, score: words.length === 0 ? 0 : whole, by: [] }
  const each = words.map((word, i) => best(word, { title, id }, entry, hits[i]))
  if (!each.every((hit) => hit !== undefined)) return undefined
  const by = [...new Set(each.flatMap((hit) => hit.by ?? []))]
  return { entry, score: scores.several + Math.max(...each.map((hit) => hit.score)), by }
}

/** The best that a word finds; one in the title needs no reason beside it. */
function best(word: string, own: Own, entry: Entry | TermEntry, hits: Hits | undefined): Hit | undefined {
  const [title, id] = [scoreOf(own.title, word), scoreOf(own.id, word)]
  const byId = id === undefined ? Infinity : id + scores.id
  if (title !== undefined) return { score: Math.min(title, byId), by: undefined }
  const all: readonly (Hit | undefined)[] = [
    id === undefined ? undefined : { score: byId, by: entry.id },
    hits?.files.get(entry.path),
    ...(isDocument(entry) ? [hits?.types.get(entry.type ?? ''), yearHit(word, entry)] : [hits?.bodies.get(entry.id)]),
  ]
  return all.reduce((least, hit) => (hit && (!least || hit.score < least.score) ? hit : least), undefined)
}

interface Own {
  readonly title: string
  readonly id: string
}

function yearHit(word: string, { start, end, date }: Entry): Hit | undefined {
  const years = [start, end, date].map((day) => day?.slice(0, 4))
  return years.includes(word) ? { score: scores.other, by: undefined } : undefined
}

export function isDocument(entry: Entry | TermEntry): entry is Entry {
  return entry.kind === 'engagement' || entry.kind === 'brief'
}

/** Own words come before the words for what is named in a document. */
const scores = { exact: 0, start: 1, word: 2, inside: 3, id: 0.5, other: 4, several: 4 } as const

function scoreOf(text: string, word: string): number | undefined {
  if (text === word) return scores.exact
  if (text.startsWith(word)) return scores.start
  if (` ${text}`.includes(` ${word}`)) return scores.word
  return text.includes(word) ? scores.inside : undefined
}

function hitsOf(read: NameReader, { portfolio }: Project, vocabularies: readonly Vocabulary[]): Hits {
  const files = new Map<string, Hit>()
  const note = (paths: readonly string[], hit: Hit) => {
    for (const path of paths) if (hit.score < (files.get(path)?.score ?? Infinity)) files.set(path, hit)
  }
  for (const country of vocabularies[0]?.countries.entries.values() ?? []) {
    const hit = read(country, country.name, countryWords)
    if (hit) note(portfolio.cited('country', country.code), hit)
  }
  const bodies = new Map<string, Hit>()
  for (const body of distinct<Organization>(vocabularies.map(({ organizations }) => organizations.entries))) {
    const hit = read(body, bodyName(body), bodyWords)
    if (!hit) continue
    bodies.set(body.id, hit)
    note(portfolio.cited('organization', body.id), hit)
  }
  const types = new Map<string, Hit>()
  for (const type of distinct<EngagementType>(vocabularies.map(({ engagementTypes }) => engagementTypes.entries))) {
    const hit = read(type, type.label, typeWords)
    if (hit) types.set(type.id, hit)
  }
  return { files, types, bodies }
}

function bodyWords({ id, name, abbreviations, aliases }: Organization): readonly string[] {
  return [id, name, ...abbreviations, ...aliases]
}

function typeWords(type: EngagementType): readonly string[] {
  return [type.id, ...termNames(type)]
}

/** A code of two letters is a word of too many languages. */
function countryWords(country: Country): readonly string[] {
  return [country.code, ...countryNames(country).filter((name) => name !== country.alpha2)]
}

/** Vocabularies share what is built in. */
function distinct<T>(maps: readonly ReadonlyMap<string, T>[]): ReadonlySet<T> {
  return new Set(maps.flatMap((map) => [...map.values()]))
}

/** A short word must be a whole name: "us" is not meant to find Russia. */
const shortest = 3

/** Tells how well a word fits the names of an entry of a vocabulary. */
type NameReader = <T extends object>(entry: T, name: string, names: (entry: T) => readonly string[]) => Hit | undefined

/** What is built in is the same in every workspace, so its names are read once for all of them. */
function nameReader(word: string): NameReader {
  const known = new Map<object, Hit | undefined>()
  return (entry, name, names) => {
    if (!known.has(entry)) known.set(entry, otherName(word, name, names(entry)))
    return known.get(entry)
  }
}

function otherName(word: string, name: string, names: readonly string[]): Hit | undefined {
  let found: Hit | undefined
  for (const each of names) {
    const text = fold(each)
    const score = text === '' ? undefined : scoreOf(text, word)
    if (score === undefined || score === scores.inside || (word.length < shortest && score !== scores.exact)) continue
    const by = fold(name).includes(text) ? name : `${name}, ${each}`
    if (score + scores.other < (found?.score ?? Infinity)) found = { score: score + scores.other, by }
  }
  return found
}
