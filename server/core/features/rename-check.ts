import { placeAt } from '../text/lines.ts'
import { applyEdits, type Edit } from '../text/span.ts'
import { openFile } from '../workspace/file.ts'
import type { Name } from '../workspace/mentions.ts'
import { type Occurrence, occurrencesIn } from '../workspace/names.ts'
import type { Portfolio } from '../workspace/portfolio.ts'
import { aNounOf, idWord, nounOf } from './name-words.ts'
import type { Places } from './named-places.ts'
import { renamed } from './rename-clashes.ts'

interface Renaming extends Places {
  /** None for a file that is only looked over. */
  readonly edits: readonly Edit[]
  readonly name: Name
  readonly id: string
}

/**
 * Reads a text as it would be and says where a name would come to mean something
 * else, as where a source of the file has the new id and would win over the
 * engagement. Nothing but the one name may change.
 */
export function changedMeaning(portfolio: Portfolio, renaming: Renaming): string | undefined {
  const { file, occurrences, edits, name, id } = renaming
  const moved = new Set(occurrences.map(keyOf))
  const before = occurrencesIn(file, portfolio)
  const after = occurrencesIn(openFile(file.path, applyEdits(file.text, edits)), withDefined(portfolio, name, id))
  if (before.length !== after.length) return hiddenWords(file.path)
  for (const [i, former] of before.entries()) {
    const wrong = wrongWords({ former: former.name, now: after[i]?.name ?? former.name, moves: moved.has(keyOf(former)) }, renaming)
    const isDead = former.name.kind === 'engagement' && former.name.id === id && portfolio.defined('engagement', id).length === 0
    if (wrong !== undefined && !isDead) return `In ${file.path}, line ${placeAt(file.lines, former.span.start).line}, ${wrong}`
  }
  return undefined
}

function hiddenWords(path: string): string {
  return `In ${path} something else would come to light or be lost, as where one key is written twice. Mend what is wrong there first.`
}

function keyOf({ written, name }: Occurrence): string {
  return `${written.start} ${name.kind} ${name.id}`
}

/** The portfolio as it will answer once the engagement has its new id. */
function withDefined(portfolio: Portfolio, name: Name, id: string): Portfolio {
  const former = (kind: string, asked: string) => (kind === name.kind && asked === id ? name.id : asked)
  return { ...portfolio, defined: (kind, asked) => portfolio.defined(kind, former(kind, asked)) }
}

interface Meaning {
  readonly former: Name
  readonly now: Name
  /** It is to be renamed. */
  readonly moves: boolean
}

function wrongWords({ former, now, moves }: Meaning, { name, id }: Renaming): string | undefined {
  const wanted = renamed(name, id)
  if (moves)
    return isSame(now, wanted)
      ? undefined
      : `"${id}" would mean ${aNounOf(now)} and not this ${nounOf(name)}. Choose another ${idWord(name)}.`
  // The full name of a snippet follows its library, and that of what it asks for follows both.
  const isWithin =
    ['library', 'snippet'].includes(name.kind) && ['snippet', 'param'].includes(former.kind) && former.id.startsWith(`${name.id}/`)
  const follows = isWithin && isSame(now, { kind: former.kind, id: wanted.id + former.id.slice(name.id.length) })
  if (isSame(now, former) || follows) return undefined
  if (former.id === now.id)
    return `"${id}" means ${aNounOf(former)}, and would come to mean this ${nounOf(name)}. Choose another ${idWord(name)}.`
  return `one text stands for ${aNounOf(name)} and for ${aNounOf(former)}, through an alias that begins with "*". Write the id out in the place of the alias first.`
}

function isSame(a: Name, b: Name): boolean {
  return a.kind === b.kind && a.id === b.id
}
