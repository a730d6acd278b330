import type { Brief } from '../model/types.generated.ts'
import type { Vocabulary } from '../schema/vocabulary.ts'
import type { House } from '../snippets/house.ts'
import { type Included, withSnippets } from '../snippets/include.ts'
import type { Portfolio } from './portfolio.ts'

/** The files and words from which snippets are filled in. */
interface Sources {
  readonly portfolio: Pick<Portfolio, 'terms' | 'defined'>
  readonly vocabulary: Vocabulary
  readonly naming?: string
}

/** The brief with the shared text that it takes in from the libraries of its workspace. */
export function wholeBrief(brief: Brief, sources: Sources): Included {
  return withSnippets(brief, houseOf(sources))
}

/** Snippets by their full names, and what they are filled in from. Of two of one name the nearest counts; `id-duplicate` tells of the other. */
export function houseOf({ portfolio, vocabulary, naming }: Sources): House {
  return {
    snippet: (name) => portfolio.terms('snippet', name)[0]?.snippet,
    engagement: (id) => portfolio.defined('engagement', id)[0],
    vocabulary,
    ...(naming === undefined ? {} : { naming }),
  }
}
