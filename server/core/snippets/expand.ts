import { isList, isObject, type Value } from '../model/read.ts'
import type { SnippetsParam as Param, SnippetsSnippet as Snippet } from '../model/types.generated.ts'
import { listedShort, shortened } from '../text/words.ts'
import { type Answer, answerProblem, printedAnswer } from './answers.ts'
import { membersMade, timelineMade, usualRisks } from './generate.ts'
import type { House } from './house.ts'

/** What a snippet is filled in with. */
export interface Filling extends House {
  readonly answers: Readonly<Record<string, Answer>>
  /** What stands for a choice that has blanks of its own, once these are filled in; without it, its words. */
  readonly chosen?: (blank: string, words: string) => string
  /** The file for which it is made; what is generated may go by its fields. */
  readonly file: Value
}

export type Body = { readonly text: string } | { readonly yaml: Value }

/** Why a snippet cannot be filled in as it is, in words. */
export interface SnippetProblem {
  readonly kind:
    | 'unknown'
    | 'cycle'
    | 'missing'
    | 'unasked'
    | 'undeclared'
    | 'not-an-answer'
    | 'too-large'
    | 'no-data'
    | 'misplaced'
    | 'crowded'
  /** Of an answer, the name of the blank. */
  readonly blank?: string
  /** The snippets that lead to it, one into the next. */
  readonly way?: readonly string[]
  readonly message: string
}

export interface Expansion {
  /** Nothing where there is no such snippet or where it would never end. */
  readonly body: Body | undefined
  readonly problems: readonly SnippetProblem[]
  /** What it took to fill it in, in characters. */
  readonly cost: number
}

/** More characters than these nobody means to take in; each snippet may take in the next many times over. */
const mostCharacters = 200_000
/** What each snippet counts for, however short: a thousand empty ones take time as well. */
const leastCost = 50
/** The same of each value of a part. */
const leastValue = 5
/** Further down nobody could follow. */
const deepest = 20
/** What goes wrong in more ways is mended from the first of them on. */
const mostProblems = 50

interface Work {
  readonly filling: Filling
  /** By their words. */
  readonly problems: Map<string, SnippetProblem>
  room: number
}

/** The text or the part of a file that a snippet stands for, with its blanks filled in and other snippets taken in. */
export function expand(name: string, filling: Filling): Expansion {
  const work: Work = { filling, problems: new Map(), room: mostCharacters }
  const { params = {} } = filling.snippet(name) ?? { params: filling.answers }
  const unasked = Object.keys(filling.answers).filter((blank) => !Object.hasOwn(params, blank))
  for (const blank of unasked.slice(0, mostProblems)) tell(work, unaskedAnswer(name, blank, Object.keys(params)))
  const body = bodyOf(work, name, [])
  return {
    body: work.room < 0 ? undefined : body,
    problems: [...work.problems.values()],
    cost: Math.min(mostCharacters, mostCharacters - work.room),
  }
}

function bodyOf(work: Work, name: string, above: readonly string[]): Body | undefined {
  spend(work, leastCost)
  if (work.room < 0) return undefined
  const snippet = work.filling.snippet(name)
  if (!snippet) return tell(work, { kind: 'unknown', message: unknownWords(name, above.at(-1)) })
  const way = [...above, name]
  if (above.includes(name)) return tell(work, { ...endlessRound(way.slice(above.indexOf(name))), way })
  if (above.length >= deepest)
    return tell(work, {
      kind: 'too-large',
      way,
      message: `More than ${deepest} snippets take in one another here: ${above[0]} leads to ${name}.`,
    })
  const inside = { work, name, snippet, way }
  if (snippet.text !== undefined) return { text: filledText(snippet.text, inside) }
  if (snippet.yaml !== undefined) return { yaml: filledValue(snippet.yaml as Value, inside) }
  return snippet.generate ? generated(snippet.generate, inside) : { text: '' }
}

/** What is told of a snippet that leads back to itself, by the names on the way. */
export function endlessRound(way: readonly string[]): SnippetProblem {
  return { kind: 'cycle', way, message: `A snippet would take itself in without end: ${way.join(', which takes in ')}.` }
}

interface Inside {
  readonly work: Work
  readonly name: string
  readonly snippet: Snippet
  /** The snippets that lead here, this one included. */
  readonly way: readonly string[]
}

/** A blank, or another snippet that is taken in. Bounded, so that "{{ {{ …" is not searched again and again. */
export const blanks = /\{\{\s{0,20}(>?)\s{0,20}([A-Za-z0-9_./-]{1,200})\s{0,20}\}\}/g

function filledText(text: string, inside: Inside): string {
  const { work } = inside
  spend(work, text.length)
  return text.replace(blanks, (_, takes: string, name: string) => {
    if (work.room < 0) return ''
    // What is taken in has been counted where it was filled in.
    if (takes === '>') return wordsOf(bodyOf(work, name, inside.way))
    const words = printed(answerTo(name, inside), paramOf(inside.snippet, name), work)
    spend(work, words.length)
    return words
  })
}

function printed(answer: Answer, param: Param | undefined, { filling }: Work): string {
  return param ? printedAnswer(param, answer, { vocabulary: filling.vocabulary, naming: filling.naming ?? 'plain' }) : String(answer)
}

function wordsOf(body: Body | undefined): string {
  return body && 'text' in body ? body.text.trimEnd() : ''
}

function filledValue(value: Value, inside: Inside): Value {
  spend(inside.work, leastValue)
  if (inside.work.room < 0) return null
  if (typeof value === 'string') return filledScalar(value, inside)
  if (isList(value)) return value.flatMap((item): readonly Value[] => takenIn(item, inside) ?? [filledValue(item, inside)])
  if (!isObject(value)) return value
  const filled: Record<string, Value> = Object.create(null)
  for (const [key, inner] of Object.entries(value)) filled[key] = filledValue(inner, inside)
  return filled
}

/** A blank alone keeps the type of its answer: a number stays a number. */
function filledScalar(value: string, inside: Inside): Value {
  const [whole, takes, name = ''] = new RegExp(blanks.source).exec(value) ?? []
  if (whole !== value) return filledText(value, inside)
  if (takes !== '>') return answerTo(name, inside)
  const body = bodyOf(inside.work, name, inside.way)
  return body && 'yaml' in body ? body.yaml : wordsOf(body)
}

/** An item that takes in a list stands for the items of that list. */
function takenIn(item: Value, inside: Inside): readonly Value[] | undefined {
  if (typeof item !== 'string' || !/^\{\{\s*>/.test(item)) return undefined
  const value = filledScalar(item, inside)
  return isList(value) ? value : [value]
}

function answerTo(name: string, inside: Inside): Answer {
  const { work, snippet, name: of } = inside
  const param = paramOf(snippet, name)
  if (!param) {
    tell(work, { kind: 'undeclared', blank: name, message: `The snippet ${of} has a blank "${name}" that is not among its \`params\`.` })
    return ''
  }
  const { answers } = work.filling
  const given = Object.hasOwn(answers, name) ? answers[name] : undefined
  // Nothing but spaces is no answer.
  const answer = String(given ?? '').trim() === '' ? param.default : given
  if (answer === undefined) {
    if (param.required) tell(work, { kind: 'missing', blank: name, message: missingWords(of, name, param) })
    return ''
  }
  const problem = answerProblem(param, answer, work.filling.vocabulary)
  if (problem)
    tell(work, { kind: 'not-an-answer', blank: name, message: `For "${name}" of ${of}, "${shortened(String(answer), 100)}" ${problem}.` })
  const isOfLibrary = !problem && param.choices !== undefined && String(answer).includes('{{')
  return isOfLibrary ? choiceText(String(answer), name, inside) : answer
}

/** A choice may have blanks of its own and take in other snippets, as the text in which it stands does. */
function choiceText(choice: string, blank: string, inside: Inside): string {
  const step = `${inside.name} {{${blank}}}`
  if (!inside.way.includes(step)) {
    const filled = filledText(choice, { ...inside, way: [...inside.way, step] })
    return inside.work.filling.chosen?.(blank, filled) ?? filled
  }
  const message = `A choice for "${blank}" of ${inside.name} would take itself in without end: ${choice}`
  tell(inside.work, { kind: 'cycle', blank, message })
  return ''
}

function paramOf({ params = {} }: Snippet, name: string): Param | undefined {
  return Object.hasOwn(params, name) ? params[name] : undefined
}

function unknownWords(name: string, holder: string | undefined): string {
  return holder === undefined
    ? `There is no snippet ${name}.`
    : `There is no snippet ${name}, which ${holder} takes in, so its words are missing.`
}

function missingWords(of: string, name: string, { label }: Param): string {
  return `The snippet ${of} needs an answer for "${name}"${label ? ` (${label})` : ''}, and without it its text has a gap.`
}

function unaskedAnswer(of: string, blank: string, known: readonly string[]): SnippetProblem {
  const asks = known.length === 0 ? 'asks for nothing' : `asks for ${listedShort(known)}`
  return { kind: 'unasked', blank, message: `The snippet ${of} does not ask for "${blank}", so the answer is used nowhere. It ${asks}.` }
}

/** A list or a text that is made from the data. */
function generated(generate: NonNullable<Snippet['generate']>, inside: Inside): Body | undefined {
  const { work } = inside
  if (generate.risks !== undefined) return risksFor(String(filledScalar(generate.risks, inside)), inside)
  const { filling } = work
  const made =
    generate.timeline === undefined ? membersMade(generate, filling, filling.file) : timelineMade(generate.timeline, filling, filling.file)
  if ('nothing' in made) return tell(work, { kind: 'no-data', message: made.nothing })
  spend(work, JSON.stringify(made).length)
  return made
}

/** Each of the usual risks in the words that the library of Chancery has for it. */
function risksFor(type: string, { work, way }: Inside): Body | undefined {
  const names = usualRisks(type, work.filling).map((kind) => `chancery-risks/${kind}`)
  const bodies = names.filter(work.filling.snippet).map((name) => bodyOf(work, name, way))
  const risks = bodies.flatMap((body) => (body && 'yaml' in body ? [body.yaml] : []))
  if (risks.length > 0) return { yaml: risks }
  const why =
    names.length === 0
      ? `No risks are known that "${type}" usually brings`
      : 'The usual risks stand in the library chancery-risks, which is not in use here'
  return tell(work, { kind: 'no-data', message: `${why}, so the list stays empty.` })
}

function spend(work: Work, characters: number): void {
  const before = work.room
  work.room -= characters
  if (before >= 0 && work.room < 0)
    tell(work, {
      kind: 'too-large',
      message: `Filled in, this would be longer than ${mostCharacters.toLocaleString('en')} characters, so it is left out.`,
    })
}

/** The same is told once, however often it is met. */
function tell({ problems }: Work, problem: SnippetProblem): undefined {
  const isEnding = problem.kind === 'too-large'
  if ((isEnding || problems.size < mostProblems) && !problems.has(problem.message)) problems.set(problem.message, problem)
  return undefined
}
