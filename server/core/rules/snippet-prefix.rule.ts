import type { SnippetsSnippet as Snippet } from '../model/types.generated.ts'
import { isBuiltIn } from '../workspace/paths.ts'
import type { TermEntry } from '../workspace/portfolio.ts'
import { type Context, checkOf, type RelatedPlace, type Report, type Rule } from './rule.ts'

export const rule: Rule = {
  id: 'snippet-prefix',
  topic: 'references',
  level: 'warning',
  certainty: 'exact',
  summary: 'Two snippets that fit the same place are found under the same word.',
  reason:
    'A writer types the `prefix` of a snippet to get it. Where two of them answer to one word at one place, the writer has to open both to know which is meant, and takes the wrong one in a hurry. Give each a word of its own; its title and description are searched as well. Snippets for different places, profiles or stages may share a word. Those that come with Chancery are not counted, for what a team writes is offered first.',
  source: 'Chancery: the prefix of a snippet stands for it where it fits.',
  examples: {
    bad: [
      `chancery: snippets/1
id: example
version: 1
title: Standard texts
snippets:
  - { id: sources, title: On the sources, prefix: [note], scope: [brief.annexes], text: Prepared from open sources alone. }
  - { id: names, title: On names, prefix: [note], scope: [brief.annexes], text: Names imply no position. }
`,
    ],
    good: [
      `chancery: snippets/1
id: example
version: 1
title: Standard texts
snippets:
  - { id: sources, title: On the sources, prefix: [sources, note], scope: [brief.annexes], text: Prepared from open sources alone. }
  - { id: names, title: On names, prefix: [names], scope: [brief.annexes], text: Names imply no position. }
  - { id: opening, title: How it begins, prefix: [note], scope: [brief.background], text: The staffs met in May. }
`,
    ],
  },
  check: checkOf('snippets', function* ({ id, snippets = [] }, context) {
    const others = snippets.some(({ prefix = [] }) => prefix.length > 0) ? wordsOf(foreign(context)) : new Map()
    const own = new Map<string, readonly Holder[]>()
    for (const [index, snippet] of snippets.entries()) {
      const holder: Holder = { snippet, name: `${id ?? ''}/${snippet.id ?? ''}`, place: { at: ['snippets', index, 'id'] } }
      for (const [i, prefix] of (snippet.prefix ?? []).entries()) {
        const rival = [...held(own, prefix), ...held(others, prefix)].find((each) => areBothOffered(each.snippet, snippet))
        if (rival) yield clash(['snippets', index, 'prefix', i], prefix, rival)
      }
      for (const prefix of snippet.prefix ?? []) hold(own, prefix, holder)
    }
  }),
}

/** A snippet that a word leads to, and where it is kept. */
interface Holder {
  readonly snippet: Snippet
  readonly name: string
  readonly place: { readonly at: Report['at'] } | Pick<TermEntry, 'path' | 'idRange'>
}

type Words = Map<string, readonly Holder[]>

/** A library in which hundreds have one word is told of it by the first few. */
const mostHolders = 50

function held(words: Words, prefix: string): readonly Holder[] {
  return words.get(prefix.toLowerCase()) ?? []
}

function hold(words: Words, prefix: string, holder: Holder): void {
  const known = held(words, prefix)
  if (known.length < mostHolders) words.set(prefix.toLowerCase(), [...known, holder])
}

function wordsOf(holders: readonly Holder[]): Words {
  const words: Words = new Map()
  for (const holder of holders) for (const prefix of holder.snippet.prefix ?? []) hold(words, prefix, holder)
  return words
}

/** The snippets of the other libraries in force. A team and Chancery do not get in each other's way. */
function foreign({ document, portfolio }: Context): readonly Holder[] {
  return portfolio.termIds('snippet').flatMap((name) =>
    portfolio
      .terms('snippet', name)
      .slice(0, 1)
      .flatMap(({ snippet, path, idRange }) =>
        snippet && path !== document.path && isBuiltIn(path) === isBuiltIn(document.path)
          ? [{ snippet, name, place: { path, idRange } }]
          : [],
      ),
  )
}

/** Both fit the same place of the same brief. */
function areBothOffered(one: Snippet, other: Snippet): boolean {
  const isShared = (mine: readonly string[] = [], theirs: readonly string[] = []) => mine.some((each) => theirs.includes(each))
  const isOpen = (list: readonly string[] = []) => list.length === 0
  const meet = (mine: Snippet['profile'] | Snippet['stage'], theirs: typeof mine) =>
    isOpen(mine) || isOpen(theirs) || isShared(mine, theirs)
  return isShared(one.scope, other.scope) && meet(one.profile, other.profile) && meet(one.stage, other.stage)
}

function clash(at: Report['at'], prefix: string, { name, place }: Holder): Report {
  const message = `${name} answers to "${prefix}" too.`
  const related: RelatedPlace = 'at' in place ? { at: place.at, message } : { path: place.path, ...place.idRange, message }
  return {
    at,
    message: `"${prefix}" also leads to ${name} at the same place, so a writer cannot tell which of the two is meant. Give one of them another word.`,
    related: [related],
  }
}
