import { CompletionItemKind } from 'vscode-languageserver-types'
import { asScalar } from '../text/quote.ts'
import type { Choice, KeyChoice } from './choice.ts'
import { type Scene, textAt } from './scene.ts'
import type { Topic } from './topic.ts'

/** A short form with the words that it stands for. */
interface Acronym {
  readonly short: string
  readonly words: string
  readonly topic: Topic
}

/** The acronyms of the team, and the abbreviations of organizations. */
function acronyms({ vocabulary }: Scene): readonly Acronym[] {
  const team = [...vocabulary.acronyms].map(
    ([short, words]): Acronym => ({ short, words, topic: { is: 'acronym', id: short, says: words } }),
  )
  const bodies = [...vocabulary.organizations.entries.values()].flatMap(({ id, name, abbreviations }) =>
    abbreviations.filter((short) => short !== name).map((short): Acronym => ({ short, words: name, topic: { is: 'organization', id } })),
  )
  const own = new Set(team.map(({ short }) => short))
  return [...team, ...bodies.filter(({ short }) => !own.has(short))]
}

/** Acronyms to be defined, each with its words: first those that the text of the file uses. */
export function acronymKeys(scene: Scene): readonly KeyChoice[] {
  const { document } = scene.scan
  const text = scene.text.slice(document.start, document.end)
  const used = new Set(text.match(/[\p{L}\p{N}][\p{L}\p{N}&/+-]*/gu))
  const isUsed = (short: string) => used.has(short) || (/\s/.test(short) && text.includes(short))
  return acronyms(scene).map(({ short, words, topic }) => ({
    text: short,
    label: short,
    detail: words,
    names: [
      { text: short, as: 'code' },
      { text: words, as: 'name' },
    ],
    kind: CompletionItemKind.Property,
    late: isUsed(short) ? 0 : 11,
    schema: undefined,
    value: asScalar(words, true),
    topic,
  }))
}

/** What an acronym of the text is: defined in the file itself, else by the team, else the short form of one organization. */
export function acronymTopic(scene: Scene, short: string): Topic | undefined {
  const own = textAt(scene.scan, ['acronyms', short])
  if (own) return { is: 'acronym', id: short, says: own }
  const meant = acronyms(scene).filter((acronym) => acronym.short === short)
  return meant.length === 1 ? meant[0]?.topic : undefined
}

/** What an acronym stands for. */
export function acronymValues(scene: Scene, short: string): readonly Choice[] {
  const meant = acronyms(scene).filter((acronym) => acronym.short === short)
  return meant.map(({ words, topic }) => ({
    text: words,
    label: words,
    names: [{ text: words, as: 'name' }],
    kind: CompletionItemKind.Text,
    topic,
  }))
}
