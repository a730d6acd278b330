import { shippedPhrases } from '../schema/vocabulary.ts'
import type { Phrase } from '../schema/vocabulary-types.ts'
import { nearest } from '../text/words.ts'
import { didYouMean } from './meant.ts'
import { type Context, checkOf, type Report, type Rule } from './rule.ts'

export const rule: Rule = {
  id: 'words-no-effect',
  topic: 'file',
  level: 'warning',
  certainty: 'exact',
  summary: 'An entry under `words` of a vocabulary has no effect.',
  reason:
    'A team believes that a word is allowed or reported, and it is not: the list has another id, or the word to be removed was never on it. Write the id of a list, such as puffery; they stand in schemas/vocab/words.yaml and are called after the rules. For a word to be removed that is not listed there is only a hint, since it may have been listed in another version. A longer phrase that holds a listed word may be removed: the word is then allowed in that phrase.',
  source: 'Chancery: lists in schemas/vocab/words.yaml.',
  examples: {
    bad: [
      `chancery: vocabulary/1
words: { pufery: { add: [game-changing] } }
`,
      `chancery: vocabulary/1
words: { puffery: { remove: [pivottal, sturdy] } }
`,
    ],
    good: [
      `chancery: vocabulary/1
words: { puffery: { add: [game-changing], remove: [pivotal, robust response] } }
`,
    ],
  },
  check: checkOf('vocabulary', function* ({ words = {} }, context) {
    const lists = context.vocabulary.builtIn.phraseLists
    for (const [id, changes] of Object.entries(words)) {
      if (id.startsWith('x-') || id === 'note') continue
      const list = lists.find((each) => each.id === id)
      if (!list) yield unknownList(id, context)
      else for (const [index, word] of (changes.remove ?? []).entries()) yield* removeReports(id, index, word, shippedPhrases(list))
    }
  }),
}

function unknownList(id: string, { vocabulary }: Context): Report {
  const ids = vocabulary.builtIn.phraseLists.map((list) => list.id)
  const meant = nearest(id, ids)
  const remedy =
    meant === undefined ? ' A list is called after the rule that goes by it, such as puffery or jargon.' : ` Did you mean ${meant}?`
  return {
    at: ['words', id],
    on: 'key',
    message: `There is no list of words "${id}", so this has no effect.${remedy}`,
    fixes:
      meant === undefined ? [] : [{ title: `Write ${meant}`, safe: false, steps: [{ do: 'rename-key', at: ['words', id], to: meant }] }],
  }
}

function* removeReports(id: string, index: number, word: string, phrases: readonly Phrase[]): Iterable<Report> {
  const wanted = ` ${word.toLowerCase().replace(/\s+/g, ' ').trim()} `
  if (wanted.trim() === '' || phrases.some(({ words }) => wanted.includes(` ${words.toLowerCase()} `))) return
  const at = ['words', id, 'remove', index]
  const near = nearest(
    word,
    phrases.map(({ words }) => words),
  )
  const meant = didYouMean(at, near === undefined ? undefined : { id: near, same: false })
  yield {
    at,
    atMost: 'hint',
    message: `"${word}" is not on the list ${id}, so there is nothing to remove.${meant.words}`,
    fixes: meant.fixes,
  }
}
