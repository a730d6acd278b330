import type { SnippetsSnippet as Snippet } from '../model/types.generated.ts'
import { blanks } from '../snippets/expand.ts'
import { type Name, ownerOf, ownPart } from '../workspace/mentions.ts'
import type { Portfolio } from '../workspace/portfolio.ts'

type Terms = Pick<Portfolio, 'terms' | 'termIds'>

/**
 * Why what a snippet asks for cannot get another name alone: an answer goes on to
 * every snippet that is taken in and asks for the same name.
 */
export function sharedAnswer(portfolio: Terms, name: Name): string | undefined {
  const [owner, own] = [ownerOf(name.id), ownPart(name)]
  const asking = portfolio.termIds('snippet').filter((id) => id !== owner && Object.hasOwn(snippetOf(portfolio, id)?.params ?? {}, own))
  const below = takenBy(portfolio, owner)
  const other = asking.find((id) => below.has(id) || takenBy(portfolio, id).has(owner))
  return other === undefined
    ? undefined
    : `"${own}" is asked by ${other} as well, and because one of the two takes in the other, both get the same answer. Under another name they would not. Rename both by hand.`
}

/** All that a snippet takes in, and what these take in. */
function takenBy(portfolio: Terms, name: string): ReadonlySet<string> {
  const found = new Set<string>()
  const open = [name]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const [, takes, id = ''] of JSON.stringify(snippetOf(portfolio, next) ?? '').matchAll(blanks)) {
      if (takes !== '>' || found.has(id)) continue
      found.add(id)
      open.push(id)
    }
  }
  return found
}

function snippetOf({ terms }: Terms, name: string): Snippet | undefined {
  return terms('snippet', name)[0]?.snippet
}
