import type { Passage } from '../model/passages.ts'
import { blank } from '../model/passages.ts'
import type { FoundPhrase } from '../schema/word-lists.ts'
import type { Context } from './rule.ts'

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
  for (const passage of passages()) {
    for (const found of list.find(passage.own, passage.words())) {
      if ((speaksIt || found.phrase.isTeams) && !isName(passage, found)) yield { ...found, passage }
    }
  }
}

/** "en-GB" is English. */
export function isLanguage(tag: string, language: string): boolean {
  return tag.split('-', 1)[0]?.toLowerCase() === language
}

/** Of a team's word that has capitals itself, the capitals say nothing. */
function isName({ own }: Passage, { from, to, phrase }: FoundPhrase): boolean {
  const first = own.charAt(from)
  if (first === first.toLowerCase() || phrase.words.charAt(0) === first || own.slice(from, to) === own.slice(from, to).toUpperCase())
    return false
  return !beginsSentence(own, from)
}

const opensSentence = new RegExp(`(?:^|[.!?:;(\\[${blank}\\n])[\\s${blank}]*$`)

function beginsSentence(own: string, at: number): boolean {
  return opensSentence.test(own.slice(Math.max(0, at - 20), at))
}
