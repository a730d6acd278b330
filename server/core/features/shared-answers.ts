import type { SnippetsSnippet as Snippet } from '../model/types.generated.ts'
import { takenIn } from '../snippets/taken-in.ts'
import { type Name, ownerOf, ownPart } from '../workspace/mentions.ts'
import type { Portfolio } from '../workspace/portfolio.ts'

type Terms = Pick<Portfolio, 'terms' | 'termIds'>

/**
 * Why what a snippet asks for cannot get another name alone: an answer goes on to
 * every snippet that is taken in and asks for the same name.
 */
export function sharedAnswer(portfolio: Terms, former: Name, now: Name): string | undefined {
  const owner = ownerOf(former.id)
  if (portfolio.terms('snippet', owner).length > 1)
    return `There is more than one snippet ${owner}, so an answer could mean either. Give one of them an id of its own first.`
  const asks = (id: string, name: Name) => Object.hasOwn(snippetOf(portfolio, id)?.params ?? {}, ownPart(name))
  const asking = portfolio.termIds('snippet').filter((id) => id !== owner && (asks(id, former) || asks(id, now)))
  const below = takenBy(portfolio, owner)
  const other = asking.find((id) => below.has(id) || takenBy(portfolio, id).has(owner))
  return other === undefined
    ? undefined
    : `One of ${owner} and ${other} takes in the other, and where both ask for the same name, both get the same answer. With this name ${asks(other, former) ? 'they no longer would' : 'they would'}. Rename both by hand.`
}

function takenBy(portfolio: Terms, name: string): ReadonlyMap<string, unknown> {
  const textOf = (id: string) => snippetOf(portfolio, id)
  return takenIn(textOf(name), textOf)
}

function snippetOf({ terms }: Terms, name: string): Snippet | undefined {
  return terms('snippet', name)[0]?.snippet
}
