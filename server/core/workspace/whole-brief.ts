import type { Brief, SnippetsSnippet } from '../model/types.generated.ts'
import type { Vocabulary } from '../schema/vocabulary.ts'
import { type Included, withSnippets } from '../snippets/include.ts'
import type { Portfolio } from './portfolio.ts'

/** The brief with the shared text that it takes in from the libraries of its workspace. */
export function wholeBrief(
  brief: Brief,
  { portfolio, ...words }: { readonly portfolio: Portfolio; readonly vocabulary: Vocabulary; readonly naming?: string },
): Included {
  return withSnippets(brief, { ...words, snippet: snippetsOf(portfolio) })
}

/** The snippets of a workspace by their full names. Of two of one name the first by its path counts; `id-duplicate` tells of the other. */
export function snippetsOf(portfolio: Pick<Portfolio, 'terms'>): (name: string) => SnippetsSnippet | undefined {
  return (name) => portfolio.terms('snippet', name)[0]?.snippet
}
