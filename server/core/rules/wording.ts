import { citationsIn } from '../model/citations.ts'
import { blank, type Passage, passage } from '../model/passages.ts'
import { isList, isObject } from '../model/read.ts'
import { sentenceAt } from '../model/sentence-at.ts'
import { valueAt } from '../model/value-at.ts'
import type { FoundPhrase, WordList } from '../schema/word-lists.ts'
import type { Path } from '../text/path.ts'
import type { Span } from '../text/span.ts'
import type { Context, Report } from './rule.ts'

/** A phrase of a word list in the writer's own words. */
export interface Listed extends FoundPhrase {
  readonly passage: Passage
}

/**
 * Where phrases of a list stand in the texts of a document. What ships counts
 * in texts of its language alone; a word with a capital inside a sentence is a
 * name, as in Exercise Robust Shield, and is left alone.
 */
export function* listedIn({ passages, vocabulary, settings }: Context, id: string): Generator<Listed> {
  const list = vocabulary.wordLists.get(id)
  if (!list || list.phrases.length === 0) return
  const speaksIt = isLanguage(settings.language, list.language)
  for (const each of passages()) {
    for (const found of list.find(each.own, each.words())) {
      if ((speaksIt || found.phrase.isTeams) && !isNameOfList(each, found)) yield { ...found, passage: each }
    }
  }
}

/** Where phrases of a list stand in a text that is no passage of its own. */
export function listedWords(list: WordList, text: string): readonly FoundPhrase[] {
  return list.find(text, passage([], text).words())
}

/** "en-GB" is English. */
export function isLanguage(tag: string, language: string): boolean {
  return tag.split('-', 1)[0]?.toLowerCase() === language
}

/** Of a team's word that has capitals itself, the capitals say nothing. */
function isNameOfList({ own }: Passage, { from, to, phrase }: FoundPhrase): boolean {
  return phrase.words.charAt(0) !== own.charAt(from) && isName(own, from, to)
}

/** Whether a word has a capital that neither the beginning of a sentence nor a text all in capitals explains. */
export function isName(own: string, from: number, to: number): boolean {
  const first = own.charAt(from)
  if (first === first.toLowerCase() || own.slice(from, to) === own.slice(from, to).toUpperCase()) return false
  return !beginsSentence(own, from)
}

const opensSentence = new RegExp(`(?:^|[.!?:;(\\[${blank}\\n])[\\s${blank}]*$`)

export function beginsSentence(own: string, at: number): boolean {
  return opensSentence.test(own.slice(Math.max(0, at - 20), at))
}

/** A stretch of a text as a message quotes it: line breaks of the file are spaces. */
export function inOneLine(text: string, from: number, to: number): string {
  return text.slice(from, to).replace(/\s+/g, ' ')
}

/** What an actor says, not what the brief says: a point of view, or a concern that somebody raised. */
export function isOthersVoice(path: Path): boolean {
  return (path[0] === 'perspectives' && path.at(-1) === 'view') || (path[0] === 'concerns' && path.at(-1) === 'text')
}

/**
 * What is said of the sentence around a place. A sentence may hold many places,
 * and as they come in order, it is looked at once.
 */
export function ofSentence<T>(answer: (passage: Passage, sentence: Span) => T): (passage: Passage, at: number) => T {
  let last: { readonly passage: Passage; readonly sentence: Span; readonly answer: T } | undefined
  return (passage, at) => {
    if (last?.passage === passage && last.sentence.start <= at && at < last.sentence.end) return last.answer
    const sentence = sentenceAt(passage, at)
    last = { passage, sentence, answer: answer(passage, sentence) }
    return last.answer
  }
}

/** Whether the sentence around a place cites, or the entry that holds it names what it rests on. */
export function sourced({ document }: Context): (passage: Passage, at: number) => boolean {
  return ofSentence(({ text, path }, { start, end }) => {
    if (citationsIn(text).some(({ from }) => start <= from && from < end) || /^\s*\[@/.test(text.slice(end, end + 20))) return true
    const entry = valueAt(document.value, path.slice(0, -1))
    return isObject(entry) && ['sources', 'supports'].some((key) => isList(entry[key]) && entry[key].length > 0)
  })
}

/** A finding for each phrase of a list in the writer's own voice; `message` gets the words as they stand there. */
export function* listReports(context: Context, id: string, message: (words: string, advice: string) => string): Iterable<Report> {
  for (const { passage, phrase, from, to } of listedIn(context, id)) {
    if (!isOthersVoice(passage.path)) {
      const words = inOneLine(passage.text, from, to)
      yield { at: passage.path, within: [from, to], message: message(words, phrase.advice) }
    }
  }
}
